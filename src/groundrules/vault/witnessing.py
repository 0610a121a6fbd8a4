"""Witnesses and time-stamping authorities of a vault's log: what is taken to them, and back.

They see sizes and hashes. Nothing is sent: each of these makes or takes a file that people carry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.proofs.checkpoints import unverified_checkpoint
from groundrules.proofs.keys import Kind, read_verifier_key
from groundrules.proofs.timestamps import dated, is_about, query
from groundrules.proofs.witness import cosignatures_in, request_text
from groundrules.vault.log_signing import checkpoints, seal_log
from groundrules.vault.receipt_answers import Added, Witness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.proofs.keys import VerifierKey
    from groundrules.vault.log_signing import Cosigned
    from groundrules.vault.opened import Vault

_KEPT = "witnesses"
"""The name under which the ledger keeps the keys of the witnesses, a line for each."""


def witness_request(vault: Vault, witness: str) -> str:
    """Return what to take to a witness, and remember who she is.

    Args:
        vault: the vault.
        witness: her verifier key.

    Raises:
        BadInput: it is no key of a witness, or nothing is in the log yet.
    """
    key = read_verifier_key(witness, "--witness")
    if key.kind is not Kind.COSIGNATURE:
        message = "this is the verifier key of an outlet, not of a witness"
        raise BadInput(Fault("--witness", message, "ask the witness for hers"))
    last = seal_log(vault)
    known = dict.fromkeys((*_known(vault), key))
    vault.ledger.keep(_KEPT, "".join(f"{one}\n" for one in known).encode())
    old = _cosigned_by(key, checkpoints(vault))
    note = last.note._replace(signatures=last.note.signatures[:1])
    return request_text(str(note), vault.ledger.leaves(0, last.size), old, last.size)


def witnesses(vault: Vault) -> list[Witness]:
    """Return the witnesses that have been asked, and how far each has cosigned."""
    sealed = checkpoints(vault)
    size = sealed[-1].size if sealed else 0
    return [Witness(str(key), _cosigned_by(key, sealed), size) for key in _known(vault)]


def add_cosignatures(vault: Vault, text: str, path: str = "-") -> Added:
    """Keep what a witness answered.

    Args:
        vault: the vault.
        text: the answer: lines of signatures.
        path: the name of its file, for faults.

    Raises:
        BadInput: no line of it is of a witness who was asked, over a checkpoint of the log.
    """
    known = _known(vault)
    for one in reversed(checkpoints(vault)):
        found = cosignatures_in(text, unverified_checkpoint(one.note), known, path)
        for signature in found:
            vault.ledger.add_cosignature(one.size, str(signature))
        if found:
            return Added(one.size, tuple(signature.name for signature in found))
    message = "no witness who was asked has signed a checkpoint of this log in it"
    remedy = "make a request with her key first: groundrules witness request --witness KEY"
    raise BadInput(Fault(path, message, remedy))


def token_request(vault: Vault) -> str:
    """Return the query for a time-stamping authority, DER in hexadecimal digits.

    Raises:
        BadInput: nothing is in the log yet.
    """
    return query(seal_log(vault).note).hex()


def add_token(vault: Vault, reply: str, certificates: Sequence[str] = (), path: str = "-") -> Added:
    """Keep what a time-stamping authority answered.

    Args:
        vault: the vault.
        reply: DER in hexadecimal digits.
        certificates: of authorities that are trusted, DER or PEM in hexadecimal digits; without
            any, the reply is kept if it is about a checkpoint of the log.
        path: the name of its file, for faults.

    Raises:
        BadInput: it is no reply, is about something else, or is of nobody who is trusted.
    """
    content = bytes.fromhex(reply)
    trusted = [bytes.fromhex(one) for one in certificates]
    for one in reversed(checkpoints(vault)):
        if is_about(content, one.note, path):
            if trusted:
                dated(content, one.note, trusted, path)
            vault.ledger.add_token(one.size, content)
            return Added(one.size, ())
    message = "this reply is about no checkpoint of this log"
    raise BadInput(Fault(path, message, "make a query with groundrules witness request --date"))


def _known(vault: Vault) -> list[VerifierKey]:
    kept = vault.ledger.kept(_KEPT) or b""
    return [read_verifier_key(line) for line in kept.decode().splitlines()]


def _cosigned_by(key: VerifierKey, sealed: Sequence[Cosigned]) -> int:
    """Return the size of the largest log that a witness has cosigned; 0 for none."""
    known = (key.name, key.key_id)
    cosigned = (one.size for one in sealed if known in {line[:2] for line in one.note.signatures})
    return max(cosigned, default=0)
