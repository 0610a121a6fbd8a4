"""Receipts: made out from a vault, and verified by anybody, without one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.vaults.doors import door_of
from groundrules.errors import BadInput, Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.config.settings import Settings
    from groundrules.proofs.verdict import Verdict
    from groundrules.vault.receipt_answers import Issued

_LARGEST_KEYS = 64 * 1024
_LARGEST_CERTIFICATES = 1 << 20


class Wanted(NamedTuple):
    """Which receipt is wanted.

    Attributes:
        handle: how it shall call the one to whom something was promised.
        party: her id in the record; "" where all were promised the same.
        turn: the number of a turn, for the agreement that it stands on; 0 for all of them.
        confidential_too: also where the source is not to be named.
    """

    handle: str
    party: str = ""
    turn: int = 0
    confidential_too: bool = False


class Believed(NamedTuple):
    """Whom the one who verifies believes.

    Attributes:
        keys: verifier keys of outlets, or files with one on each line.
        witnesses: those of witnesses, likewise.
        wanted: how many of the witnesses must have cosigned; None for all.
        certificates: files with certificates of time-stamping authorities, PEM or DER.
    """

    keys: tuple[str, ...] = ()
    witnesses: tuple[str, ...] = ()
    wanted: int | None = None
    certificates: tuple[str, ...] = ()


def issue_receipt(record: str, wanted: Wanted, settings: Settings) -> str:
    """Make out a receipt for an agreement in a vault, and return the text of its file.

    Args:
        record: a conversation in a vault, as `office.vault/harbor-2026-11-03`.
        wanted: which.
        settings: the house's policy, and where its policies are.

    Raises:
        BadInput: the record is in no vault, the vault is locked, or it makes out no such receipt.
    """
    from groundrules.desk.records.record_places import in_vault  # noqa: PLC0415 - start-up time

    place = in_vault(record)
    if place is None or not place.name:
        message = "a receipt is made out for a conversation in a vault, and this is none"
        remedy = "name one as office.vault/harbor-2026-11-03"
        raise BadInput(Fault(record, message, remedy))
    with door_of(place.folder) as door:
        return door.ask(
            str,
            "issue_receipt",
            name=place.name,
            handle=wanted.handle,
            party=wanted.party,
            turn=wanted.turn,
            policy=settings.word("policy"),
            policies=[str(path.absolute()) for path in settings.paths("policies")],
            confidential_too=wanted.confidential_too,
        )


def list_receipts(folder: Path) -> list[Issued]:
    """Return the receipts that were made out in a vault, as far as one may read the terms.

    Raises:
        BadInput: the vault is locked.
    """
    from groundrules.vault.receipt_answers import Issued  # noqa: PLC0415 - likewise

    with door_of(folder) as door:
        return door.ask(list[Issued], "receipts")


def make_again(folder: Path, receipt: str) -> str:
    """Return a receipt with the proof that there is now: cosignatures and tokens since then.

    Raises:
        BadInput: there is none of this id, or the vault is locked.
    """
    with door_of(folder) as door:
        return door.ask(str, "receipt_again", receipt=receipt)


def outlet_key(folder: Path) -> str:
    """Return the verifier key of a vault's log, which the outlet publishes.

    Raises:
        BadInput: the vault is locked.
    """
    with door_of(folder) as door:
        return door.ask(str, "log_key")


def verify_receipt(path: str, believed: Believed) -> Verdict:
    """Return what a receipt proves; no vault is needed, and no network.

    Args:
        path: the file of the receipt, or `-` for standard input.
        believed: whom to believe.

    Raises:
        BadInput: a file cannot be read, or a key or certificate is none.
    """
    from groundrules.proofs.receipt_reading import LARGEST  # noqa: PLC0415 - start-up time
    from groundrules.proofs.verdict import trust_of, verify  # noqa: PLC0415 - likewise
    from groundrules.readers.text_file import read_content, shown  # noqa: PLC0415 - likewise

    certificates = tuple(
        read_content(one, limit=_LARGEST_CERTIFICATES) for one in believed.certificates
    )
    trust = trust_of(
        keys_in(believed.keys), keys_in(believed.witnesses), believed.wanted, certificates
    )
    return verify(read_content(path, limit=LARGEST), trust, shown(path))


def keys_in(given: Iterable[str]) -> Iterator[str]:
    """Yield verifier keys: those that are given as such, and each line of the files that are named.

    Raises:
        BadInput: a file cannot be read.
    """
    from groundrules.readers.text_file import read_text  # noqa: PLC0415 - start-up time

    for one in given:
        if "+" in one and not Path(one).exists():
            yield one
        else:
            yield from filter(
                None, map(str.strip, read_text(one, limit=_LARGEST_KEYS).splitlines())
            )
