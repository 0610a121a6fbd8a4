"""A witness: somebody outside who signs that a log has only grown since she last looked.

The request is the body of `add-checkpoint` (c2sp.org/tlog-witness@v1.0.0), as a file that people
carry; so is the answer, which is one line. A witness sees sizes and hashes, no word of the record.
What she keeps is the last checkpoint that she cosigned: from it she knows a log that has forked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.proofs.checkpoints import Checkpoint, Verified, read_checkpoint
from groundrules.proofs.merkle import EMPTY_ROOT, HASH_SIZE, consistency_proof, is_consistent
from groundrules.proofs.notes import Signature, read_signature, signature_by
from groundrules.proofs.spelling import Misspelt, base64_of, from_base64, from_decimal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from groundrules.proofs.keys import SigningKey, VerifierKey

MOST_HASHES = 63
"""A request holds no more of them (c2sp.org/tlog-witness)."""

_AGAIN = "ask for the file again: it was changed or cut on its way"
_KEEP = "keep both files: they may be the proof that the log was rewritten"


class Request(NamedTuple):
    """What a log's owner brings to a witness.

    Attributes:
        old: the size at which this witness last cosigned; 0 for the first time.
        proof: that the log at its new size begins with all that it was at the old one.
        verified: the checkpoint that she is asked to cosign.
    """

    old: int
    proof: tuple[bytes, ...]
    verified: Verified


class Cosigned(NamedTuple):
    """What a witness gives, and what she keeps.

    Attributes:
        line: the cosignature, with its newline: the answer.
        state: the checkpoint with the cosignature: to be kept BEFORE the answer is given.
    """

    line: str
    state: str


def request_text(note: str, leaves: Sequence[bytes], old: int, size: int) -> str:
    """Return the file that is brought to a witness.

    Args:
        note: the signed checkpoint.
        leaves: the log's leaf hashes, at least `size`.
        old: the size at which this witness last cosigned.
        size: the size of the checkpoint.
    """
    hashes = consistency_proof(leaves, old, size)
    return f"old {old}\n" + "".join(f"{base64_of(one)}\n" for one in hashes) + f"\n{note}"


def read_request(text: str, log: VerifierKey, path: str = "-") -> Request:
    """Return a request whose checkpoint is signed by the key of a log.

    Raises:
        BadInput: it is none, naming the line; or that key has not signed it.
    """
    head, gap, note = text.partition("\n\n")
    rows = head.split("\n")
    if not gap or not rows[0].startswith("old ") or len(rows) - 1 > MOST_HASHES:
        message = "this is no request to a witness: an old size, hashes, and a checkpoint"
        raise BadInput(Fault(path, message, _AGAIN, 1))
    line = 1
    try:
        old = from_decimal(rows[0].removeprefix("old "))
        proof = []
        for line, row in enumerate(rows[1:], 2):  # noqa: B007 - the fault names the line
            proof.append(from_base64(row, HASH_SIZE))
    except Misspelt as error:
        raise BadInput(Fault(path, str(error), _AGAIN, line)) from None
    verified = read_checkpoint(note, [log], path, len(rows) + 2)
    return Request(old, tuple(proof), verified)


def cosign(request: Request, state: str, key: SigningKey, stamp: int, path: str = "-") -> Cosigned:
    """Return the cosignature of a checkpoint that the log as it was known has grown to.

    Args:
        request: what the log's owner brought.
        state: what this witness kept of this log; "" if she never cosigned it.
        key: of the witness.
        stamp: seconds since 1970, UTC.
        path: the name of the request's file, for faults.

    Raises:
        BadInput: the log was rewritten, or the request starts at another size than the state.
    """
    new = request.verified.checkpoint
    known = _known(state, request, key)
    if request.old != known.size:
        message = f"the request starts at size {request.old}, and you last cosigned {known.size}"
        remedy = "tell the log's owner that size, and ask for a new request"
        raise BadInput(Fault(path, message, remedy, 1))
    if new.size < known.size or (not new.size and new.root != EMPTY_ROOT):
        raise BadInput(Fault(path, "the log has become smaller: leaves were taken out", _KEEP))
    if not is_consistent(known.size, known.root, new.size, new.root, request.proof):
        message = "the log has been rewritten: it no longer begins with what you cosigned"
        raise BadInput(Fault(path, message, _KEEP))
    signature = signature_by(key, new.text, stamp)
    log_line = next(one for one in request.verified.note.signatures if _is_by(one, request))
    return Cosigned(f"{signature}\n", f"{new.text}\n{log_line}\n{signature}\n")


def _known(state: str, request: Request, key: SigningKey) -> Checkpoint:
    new, log = request.verified.checkpoint, request.verified.log
    if not state:
        return Checkpoint(new.origin, 0, EMPTY_ROOT)
    kept = read_checkpoint(state, [log, key.verifier], "what you kept of this log")
    if not kept.witnesses or kept.checkpoint.origin != new.origin:
        message = "this is not what you kept of this log"
        remedy = "name the file that your last cosignature of it was kept in"
        raise BadInput(Fault("what you kept of this log", message, remedy))
    return kept.checkpoint


def _is_by(signature: Signature, request: Request) -> bool:
    log = request.verified.log
    return (signature.name, signature.key_id) == (log.name, log.key_id)


def cosignatures_in(
    text: str, checkpoint: Checkpoint, witnesses: Iterable[VerifierKey], path: str = "-"
) -> list[Signature]:
    """Return the lines of an answer that known witnesses gave for a checkpoint.

    Raises:
        BadInput: a line is no signature.
    """
    known = {(one.name, one.key_id): one for one in witnesses}
    found = []
    for at, row in enumerate(text.removesuffix("\n").split("\n"), 1):
        signature = read_signature(row, path, at)
        key = known.get((signature.name, signature.key_id))
        if key is not None and key.is_of(checkpoint.text, signature.value):
            found.append(signature)
    return found
