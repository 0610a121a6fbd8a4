"""Verifying a receipt that somebody dropped, and keeping what a witness or an authority sent back.

What comes by a browser is bytes, and in no file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.readers.text_file import text_of

if TYPE_CHECKING:
    from pathlib import Path

    from groundrules.proofs.verdict import Verdict
    from groundrules.vault.receipt_answers import Added

LARGEST_ANSWER = 1 << 20
"""Bytes that an answer of a witness or of a time-stamping authority has at most."""

_DER = b"\x30"
"""What a reply of a time-stamping authority begins with, and no line of a signature does."""


def verify_received(content: bytes, name: str, keys: str, witnesses: str) -> Verdict:
    """Return what a receipt proves; no vault is needed, and no network.

    Args:
        content: the whole file.
        name: as the file is called, for messages.
        keys: verifier keys of outlets whom one believes, a line for each.
        witnesses: those of witnesses, likewise; all of them must have cosigned.

    Raises:
        BadInput: a line is no key.
    """
    from groundrules.proofs.verdict import trust_of, verify  # noqa: PLC0415 - start-up time

    return verify(content, trust_of(_lines(keys), _lines(witnesses)), name)


def keep_answer(vault: Path, content: bytes, name: str, certificates: str = "") -> Added:
    """Keep what a witness or a time-stamping authority answered.

    Args:
        vault: its folder.
        content: the answer: lines of signatures, or a reply in DER.
        name: as the file is called, for messages.
        certificates: of authorities that are trusted, PEM; a reply is verified by them first.

    Raises:
        BadInput: it is no answer to what was asked, is too large, or the vault is locked.
    """
    from groundrules.vault.keeper.door import Door  # noqa: PLC0415 - start-up time
    from groundrules.vault.receipt_answers import Added  # noqa: PLC0415 - likewise

    if len(content) > LARGEST_ANSWER:
        message = "this is larger than any answer"
        raise BadInput(Fault(name, message, "choose the file that the witness gave you"))
    with Door.to(vault) as door:
        if content[:1] == _DER:
            known = [certificates.encode().hex()] if certificates.strip() else []
            return door.ask(Added, "add_token", reply=content.hex(), certificates=known, path=name)
        text = text_of(content, name, LARGEST_ANSWER)
        return door.ask(Added, "add_cosignatures", text=text, path=name)


def witness_request(vault: Path, witness: str) -> str:
    """Return what is carried from a vault to a witness.

    Args:
        vault: its folder.
        witness: her verifier key, one line.

    Raises:
        BadInput: it is no key of a witness, or the vault is locked.
    """
    from groundrules.vault.keeper.door import Door  # noqa: PLC0415 - start-up time

    with Door.to(vault) as door:
        return door.ask(str, "witness_request", witness=witness.strip())


def _lines(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, text.splitlines())))
