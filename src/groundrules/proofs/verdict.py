"""What a receipt proves, to somebody with these keys, and what it does not."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.proofs.checkpoints import Checkpoint, read_checkpoint, unverified_checkpoint
from groundrules.proofs.keys import Kind, read_verifier_key
from groundrules.proofs.notes import Note, signers_of
from groundrules.proofs.receipt_reading import REMEDY, read_receipt
from groundrules.proofs.timestamps import dated, read_certificates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.proofs.keys import VerifierKey
    from groundrules.proofs.notes import Signer
    from groundrules.proofs.receipt import Receipt, SignedReceipt
    from groundrules.proofs.statement import Statement


_WHOSE = {Kind.NOTE: "an outlet", Kind.COSIGNATURE: "a witness"}


class Trust(NamedTuple):
    """Whom the one who asks believes, and how much she asks for.

    Attributes:
        outlets: verifier keys of outlets, got from them and not from the receipt.
        witnesses: verifier keys of witnesses.
        wanted: how many of these witnesses must have cosigned.
        certificates: of time-stamping authorities, DER or PEM; with any, a token must be there.
    """

    outlets: tuple[VerifierKey, ...] = ()
    witnesses: tuple[VerifierKey, ...] = ()
    wanted: int = 0
    certificates: tuple[bytes, ...] = ()


def trust_of(
    outlets: Iterable[str],
    witnesses: Iterable[str],
    wanted: int | None = None,
    certificates: tuple[bytes, ...] = (),
) -> Trust:
    """Return whom to believe, from lines of text.

    Args:
        outlets: verifier keys of outlets.
        witnesses: verifier keys of witnesses.
        wanted: how many of the witnesses must have cosigned; without it, all.
        certificates: of time-stamping authorities, DER or PEM.

    Raises:
        BadInput: a line is no key, or the key of the other kind; a certificate is none; or more
            witnesses are wanted than are known.
    """
    logs = tuple(_key_of(text, Kind.NOTE, "--key") for text in dict.fromkeys(outlets))
    known = tuple(_key_of(text, Kind.COSIGNATURE, "--witness") for text in dict.fromkeys(witnesses))
    for one in certificates:
        read_certificates(one, "--tsa")
    count = len(known) if wanted is None else wanted
    if not 0 <= count <= len(known):
        message = f"{count} witnesses are wanted, and the keys of {len(known)} are given"
        raise BadInput(Fault("--wanted", message, "give --witness for each that you trust"))
    return Trust(logs, known, count, certificates)


def _key_of(text: str, kind: Kind, option: str) -> VerifierKey:
    key = read_verifier_key(text, option)
    if key.kind is not kind:
        message = f"the key of {key.name} is that of {_WHOSE[key.kind]}, not of {_WHOSE[kind]}"
        raise BadInput(Fault(option, message, "give each key to the option that it is for"))
    return key


class Outcome(StrEnum):
    """What has become of a receipt."""

    HOLDS = "holds"
    """All that was asked for is proved."""

    UNPROVED = "unproved"
    """It fits together, and nobody can say who made it: no outlet's key was given."""

    REFUSED = "refused"
    """It was changed, forged, or proves less than was asked for."""


class Point(StrEnum):
    """One thing that a receipt may prove."""

    OUTLET = "outlet"
    LOGGED = "logged"
    WITNESSED = "witnessed"
    DATED = "dated"


class Proved(NamedTuple):
    """One thing that is proved, in words."""

    point: Point
    words: str


class Verdict(NamedTuple):
    """What a receipt proves.

    Attributes:
        outcome: in one word.
        statement: what was agreed; None where the file is no receipt.
        proved: each thing that is proved.
        unproved: each thing that is not, in words.
        faults: why it is refused; empty otherwise.
    """

    outcome: Outcome
    statement: Statement | None
    proved: tuple[Proved, ...]
    unproved: tuple[str, ...]
    faults: tuple[Fault, ...]


def verify(content: bytes, trust: Trust, path: str = "-") -> Verdict:
    """Return what a receipt proves.

    Args:
        content: the whole file.
        trust: whom to believe.
        path: the name of the file, for faults.
    """
    try:
        signed = read_receipt(content, path)
    except BadInput as error:
        return Verdict(Outcome.REFUSED, None, (), (), error.faults)
    statement = signed.receipt.statement
    try:
        proved = tuple(_proved(signed, trust, path))
    except BadInput as error:
        return Verdict(Outcome.REFUSED, statement, (), (), error.faults)
    outcome = Outcome.HOLDS if trust.outlets else Outcome.UNPROVED
    return Verdict(outcome, statement, proved, tuple(_unproved(signed.receipt, proved)), ())


def _proved(signed: SignedReceipt, trust: Trust, path: str) -> Iterator[Proved]:
    receipt = signed.receipt
    line = receipt.text.count("\n", 0, receipt.text.index(f"\n\n{receipt.logged.note.text}")) + 3
    checkpoint = unverified_checkpoint(receipt.logged.note, path, line)
    _require_place(signed, checkpoint, path, line)
    if not trust.outlets:
        return
    verified = read_checkpoint(
        str(receipt.logged.note), (*trust.outlets, *trust.witnesses), path, line
    )
    signers = signers_of(Note(receipt.text, (signed.signature,)), [verified.log], path, 1)
    if not signers:
        raise _refused(path, "the outlet's key has not signed this receipt", _last_line(receipt))
    yield Proved(Point.OUTLET, f"the outlet's key, {verified.log.name}, has signed all of it")
    number, size = receipt.logged.at + 1, checkpoint.size
    yield Proved(Point.LOGGED, f"the agreement is entry {number} of {size} in the outlet's log")
    yield from _witnessed(verified.witnesses, trust, path, line)
    yield from _dated(receipt, trust, path)


def _require_place(signed: SignedReceipt, checkpoint: Checkpoint, path: str, line: int) -> None:
    """Refuse a receipt whose parts do not fit together, whoever signed them."""
    first = signed.receipt.logged.note.signatures[0]
    if first.name != checkpoint.origin:
        message = "the first signature below a checkpoint is that of its log, and this is not"
        raise _refused(path, message, line + 4)
    if signed.signature[:2] != first[:2]:
        message = "another key has signed the receipt than its checkpoint"
        raise _refused(path, message, _last_line(signed.receipt))
    if signed.receipt.root != checkpoint.root:
        message = "the log at this checkpoint does not hold this agreement"
        raise _refused(path, message, line + 2)


def _witnessed(signers: tuple[Signer, ...], trust: Trust, path: str, line: int) -> Iterator[Proved]:
    if len(signers) < trust.wanted:
        message = f"{len(signers)} of the witnesses that you trust have cosigned, not "
        remedy = "ask the outlet for the receipt again, once the witnesses have cosigned"
        raise BadInput(Fault(path, f"{message}{trust.wanted}", remedy, line))
    for one in signers:
        words = f"the witness {one.key.name} has seen the log at this size, {_time(one.stamp)}"
        yield Proved(Point.WITNESSED, words)


def _dated(receipt: Receipt, trust: Trust, path: str) -> Iterator[Proved]:
    if not trust.certificates:
        return
    if not receipt.token:
        remedy = "ask the outlet for a receipt with one, or leave out the certificate"
        raise BadInput(Fault(path, "no token of a time-stamping authority is in it", remedy))
    found = dated(receipt.token, receipt.logged.note, trust.certificates, path)
    when = found.instant.strftime("%Y-%m-%d %H:%M:%S UTC")
    yield Proved(Point.DATED, f"it was there on {when}, says the {found.authority}")


def _unproved(receipt: Receipt, proved: tuple[Proved, ...]) -> Iterator[str]:
    points = {one.point for one in proved}
    if Point.OUTLET not in points:
        yield (
            "who made it: anybody could have. Ask the outlet for its verifier key in another way "
            "than you got this file, and give it with --key"
        )
    if Point.WITNESSED not in points:
        yield (
            "that the outlet shows everybody the same log: no witness whose key was given has "
            "cosigned, so the outlet could have rewritten it"
        )
    if Point.DATED not in points:
        token = "it holds a token that was not verified" if receipt.token else "it holds no token"
        yield f"when it was made, other than by the outlet's own word: {token}"
    yield "who was promised this, and that these were the words that were spoken"


def _last_line(receipt: Receipt) -> int:
    return receipt.text.count("\n") + 2


def _refused(path: str, message: str, line: int) -> BadInput:
    return BadInput(Fault(path, message, REMEDY, line))


def _time(stamp: int) -> str:
    try:
        instant = dt.datetime.fromtimestamp(stamp, dt.UTC)
    except (OverflowError, OSError, ValueError):
        return "at a time beyond the calendar"
    return instant.strftime("on %Y-%m-%d %H:%M:%S UTC, it says")
