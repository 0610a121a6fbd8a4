"""A checkpoint: what a log was at one size, signed (c2sp.org/tlog-checkpoint@v1.0.0)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.proofs.keys import Kind, is_key_name
from groundrules.proofs.merkle import HASH_SIZE
from groundrules.proofs.notes import Note, read_note, signed_note, signers_of
from groundrules.proofs.spelling import Misspelt, base64_of, from_base64, from_decimal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.proofs.keys import SigningKey, VerifierKey
    from groundrules.proofs.notes import Signer

_REMEDY = "ask for the file again: it was changed or cut on its way"
_LINES = 3


class Checkpoint(NamedTuple):
    """A log at one size.

    Attributes:
        origin: which log; the name of its key.
        size: how many leaves it has.
        root: the root hash, 32 bytes.
    """

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """The text that its log and its witnesses sign: three lines."""
        return f"{self.origin}\n{self.size}\n{base64_of(self.root)}\n"


class Verified(NamedTuple):
    """A checkpoint that its log signed.

    Attributes:
        checkpoint: what it says.
        note: the whole note.
        log: the key of the log.
        witnesses: the known witnesses that cosigned it, each with its time.
    """

    checkpoint: Checkpoint
    note: Note
    log: VerifierKey
    witnesses: tuple[Signer, ...]


def signed_checkpoint(checkpoint: Checkpoint, key: SigningKey) -> str:
    """Return a checkpoint as a note, signed by the key of its log.

    Raises:
        ValueError: the key is that of another log, or of a witness.
    """
    if key.name != checkpoint.origin or key.kind is not Kind.NOTE:
        raise ValueError("a log signs its own checkpoints, with its own key")
    return signed_note(checkpoint.text, key)


def unverified_checkpoint(note: Note, path: str = "-", line: int = 1) -> Checkpoint:
    """Return what a note says as a checkpoint; nobody has verified it.

    Raises:
        BadInput: it is none, naming the line.
    """
    rows = note.text[:-1].split("\n")
    if len(rows) != _LINES or not is_key_name(rows[0]):
        message = "this is no checkpoint: the name of a log, its size and its root"
        raise BadInput(Fault(path, message, _REMEDY, line))
    try:
        place = line + 1
        size = from_decimal(rows[1])
        place += 1
        root = from_base64(rows[2], HASH_SIZE)
    except Misspelt as error:
        raise BadInput(Fault(path, str(error), _REMEDY, place)) from None
    return Checkpoint(rows[0], size, root)


def read_checkpoint(
    text: str, keys: Iterable[VerifierKey], path: str = "-", line: int = 1
) -> Verified:
    """Return a checkpoint whose log's signature is verified, and those of known witnesses.

    Args:
        text: the whole note.
        keys: of logs and of witnesses that are trusted.
        path: the name of its file, for faults.
        line: the number of its first line in the file.

    Raises:
        BadInput: it is none, its log is not among the keys or has not signed it, or a line is
            not of the known key that it names.
    """
    note = read_note(text, path, line)
    checkpoint = unverified_checkpoint(note, path, line)
    signers = signers_of(note, keys, path, line)
    logs = [
        one.key
        for one in signers
        if one.key.kind is Kind.NOTE and one.key.name == checkpoint.origin
    ]
    if not logs:
        message = "no key that you trust has signed this checkpoint for its log"
        remedy = "give the verifier key that the log's owner has published"
        raise BadInput(Fault(path, message, remedy, line))
    witnesses = tuple(one for one in signers if one.key.kind is Kind.COSIGNATURE)
    return Verified(checkpoint, note, logs[0], witnesses)
