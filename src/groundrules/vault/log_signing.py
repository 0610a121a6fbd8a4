"""The key of a vault's log, and the log as far as it is signed.

The key signs checkpoints and receipts. Its public half is what an outlet publishes: by it, others
know what the outlet has signed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.ledger.entries import HOUSE
from groundrules.proofs.checkpoints import signed_checkpoint
from groundrules.proofs.keys import Kind, SigningKey
from groundrules.proofs.notes import Note, read_note, read_signature
from groundrules.vault.opened import LOG

if TYPE_CHECKING:
    from groundrules.ledger.sealing import StoredCheckpoint
    from groundrules.vault.opened import Vault


class Cosigned(NamedTuple):
    """A checkpoint of the log, with what witnesses and authorities have said of it.

    Attributes:
        size: how many leaves the log had.
        note: with the log's signature first, then those of witnesses.
        tokens: replies of time-stamping authorities, DER.
    """

    size: int
    note: Note
    tokens: tuple[bytes, ...]


def signing_key(vault: Vault) -> SigningKey:
    """Return the key of the log.

    Raises:
        BadInput: it is not wrapped to the member.
    """
    return SigningKey(vault.ledger.origin, Kind.NOTE, vault.secret(HOUSE, LOG).reveal())


def log_key(vault: Vault) -> str:
    """Return the verifier key of the log, as an outlet publishes it."""
    return str(signing_key(vault).verifier)


def seal_log(vault: Vault) -> Cosigned:
    """Take every entry that waits into the log, and return its last checkpoint.

    Raises:
        BadInput: the ledger cannot be written, or nothing is in it.
    """
    key = signing_key(vault)
    vault.ledger.seal(lambda checkpoint: signed_checkpoint(checkpoint, key))
    found = checkpoints(vault)
    if not found:
        message = "nothing is in the log yet"
        raise BadInput(Fault(str(vault.folder), message, "add a conversation first"))
    return found[-1]


def checkpoints(vault: Vault, after: int = 0) -> list[Cosigned]:
    """Return the checkpoints of logs larger than a size, the smallest first."""
    return [_cosigned(one) for one in vault.ledger.checkpoints(after)]


def _cosigned(stored: StoredCheckpoint) -> Cosigned:
    note = read_note(stored.note)
    lines = sorted(
        map(read_signature, stored.cosignatures), key=lambda one: one.value, reverse=True
    )
    # A witness may have been asked twice at one size. A cosignature begins with its time, so the
    # last one that is taken here is her first.
    first = {(one.name, one.key_id): one for one in lines}
    cosigned = (first[key] for key in sorted(first))
    return Cosigned(stored.size, Note(note.text, (*note.signatures, *cosigned)), stored.tokens)
