"""Witnesses of a log: what their keys are, what is carried to them, and what they sign."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.vaults.doors import door_of
from groundrules.errors import BadInput, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.proofs.keys import VerifierKey
    from groundrules.vault.receipt_answers import Added, Witness

_LARGEST = 1 << 20


class Cosigning(NamedTuple):
    """What a witness works with.

    Attributes:
        key: the file with her private key.
        log: the verifier key of the log, or a file with it.
        state: the file in which she keeps the checkpoint of this log that she cosigned last.
        first: this is the first time; only then may that file be missing.
    """

    key: str
    log: str
    state: str
    first: bool = False


def make_key(path: str, name: str) -> str:
    """Make a witness's key, keep it in a file of her own, and return the verifier key.

    Raises:
        BadInput: the name is none, or the file is there already or cannot be written.
    """
    import secrets  # noqa: PLC0415 - only where a key is made

    from groundrules.proofs.keys import SEED_SIZE, Kind, SigningKey, is_key_name  # noqa: PLC0415 - start-up
    from groundrules.readers.writing import write_text  # noqa: PLC0415 - start-up time

    if not is_key_name(name):
        message = "a witness has a name without spaces and plus signs"
        raise BadInput(Fault("--new", message, "name her as in witness.example/anna"))
    key = SigningKey(name, Kind.COSIGNATURE, secrets.token_bytes(SEED_SIZE))
    write_text(Path(path), f"{key.encoded()}\n")
    return str(key.verifier)


def show_key(path: str) -> str:
    """Return the verifier key that belongs to the private key in a file.

    Raises:
        BadInput: it holds none.
    """
    from groundrules.proofs.keys import SigningKey  # noqa: PLC0415 - start-up time

    return str(SigningKey.decoded(_read(path), path).verifier)


def request(folder: Path, witness: str) -> str:
    """Return what is carried from a vault to a witness.

    Args:
        folder: the vault's.
        witness: her verifier key, or a file with it.

    Raises:
        BadInput: it is no key of a witness, or the vault is locked.
    """
    with door_of(folder) as door:
        return door.ask(str, "witness_request", witness=str(_key(witness, "--witness")))


def date_query(folder: Path) -> bytes:
    """Return the query that is taken to a time-stamping authority (RFC 3161, DER).

    Raises:
        BadInput: the vault is locked, or nothing is in its log.
    """
    with door_of(folder) as door:
        return bytes.fromhex(door.ask(str, "token_request"))


def cosign(path: str, cosigning: Cosigning) -> str:
    """Cosign a log that has only grown, and return the answer; what she saw is kept first.

    Args:
        path: the file of the request, or `-`.
        cosigning: what the witness works with.

    Raises:
        BadInput: the log was rewritten, the request is none, or a file cannot be read or written.
    """
    from groundrules.proofs import witness  # noqa: PLC0415 - start-up time
    from groundrules.proofs.keys import SigningKey  # noqa: PLC0415 - likewise
    from groundrules.readers.writing import write_text  # noqa: PLC0415 - likewise

    log, state = _key(cosigning.log, "--log"), Path(cosigning.state)
    key = SigningKey.decoded(_read(cosigning.key), cosigning.key)
    asked = witness.read_request(_read(path), log, path)
    with _alone(state):
        found = witness.cosign(asked, _known(state, cosigning), key, int(time.time()), path)
        write_text(state, found.state, force=True)
    return found.line


def add_answer(folder: Path, path: str, certificates: Sequence[str] = ()) -> Added:
    """Keep what a witness or a time-stamping authority answered.

    Args:
        folder: the vault's.
        path: the file of the answer: lines of signatures, or a reply in DER.
        certificates: files with certificates of authorities that are trusted.

    Raises:
        BadInput: it is no answer to what was asked, or the vault is locked.
    """
    from groundrules.readers.text_file import read_content, text_of  # noqa: PLC0415 - start-up time
    from groundrules.vault.receipt_answers import Added  # noqa: PLC0415 - likewise

    content = read_content(path, limit=_LARGEST)
    with door_of(folder) as door:
        if content[:1] == b"\x30":  # a SEQUENCE of DER; a line of a signature begins with a dash
            known = [read_content(one, limit=_LARGEST).hex() for one in certificates]
            reply = content.hex()
            return door.ask(Added, "add_token", reply=reply, certificates=known, path=path)
        text = text_of(content, path, _LARGEST)
        return door.ask(Added, "add_cosignatures", text=text, path=path)


def list_witnesses(folder: Path) -> list[Witness]:
    """Return the witnesses that were asked, and how far each has cosigned.

    Raises:
        BadInput: the vault is locked.
    """
    from groundrules.vault.receipt_answers import Witness  # noqa: PLC0415 - likewise

    with door_of(folder) as door:
        return door.ask(list[Witness], "witnesses")


def _key(given: str, option: str) -> VerifierKey:
    from groundrules.desk.vaults.receipts import keys_in  # noqa: PLC0415 - start-up time
    from groundrules.proofs.keys import read_verifier_key  # noqa: PLC0415 - likewise

    found = list(keys_in([given]))
    if len(found) != 1:
        message = f"one key is wanted here, and there are {len(found)}"
        raise BadInput(Fault(option, message, "name a file with one key in it"))
    return read_verifier_key(found[0], option)


def _known(state: Path, cosigning: Cosigning) -> str:
    if state.exists():
        if cosigning.first:
            message = "you have cosigned this log before: this file is what you kept of it"
            raise BadInput(Fault(str(state), message, "leave out --first"))
        return _read(str(state))
    if not cosigning.first:
        message = "there is no such file, and without it a log that was rewritten is not found out"
        remedy = "name the file that you kept; for a log that you never cosigned, give --first"
        raise BadInput(Fault(str(state), message, remedy))
    return ""


@contextmanager
def _alone(state: Path) -> Iterator[None]:
    """Keep a second run from cosigning another history between the look and the keeping."""
    lock = state.with_name(f"{state.name}.lock")
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        message = "another run is cosigning this log"
        remedy = f"wait until it is done; if none is running, remove {lock.name}"
        raise BadInput(Fault(str(state), message, remedy)) from None
    except OSError as error:
        from groundrules.readers.text_file import refused  # noqa: PLC0415 - start-up time

        raise refused(str(lock), error) from None
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def _read(path: str) -> str:
    from groundrules.readers.text_file import read_text  # noqa: PLC0415 - start-up time

    return read_text(path, limit=_LARGEST)
