"""Whoever holds the key of the log rewrites its history: one witness, and it is found out.

Each way of rewriting is tried against somebody without a witness first, and passes there: so these
tests can tell a witness from none.
"""

from __future__ import annotations

import random

import pytest

from groundrules.errors import BadInput
from groundrules.proofs.checkpoints import (
    Checkpoint,
    read_checkpoint,
    signed_checkpoint,
    unverified_checkpoint,
)
from groundrules.proofs.keys import Kind
from groundrules.proofs.merkle import EMPTY_ROOT, leaf_hash, root_of
from groundrules.proofs.notes import read_note
from groundrules.proofs.verdict import Outcome, Trust, verify
from groundrules.proofs.witness import cosign, cosignatures_in, read_request, request_text
from sealed_receipts import ORIGIN, STAMP, log_key, logged, made, sealed, witness_key

_LEAVES = [leaf_hash(bytes((one,))) for one in range(60)]


def _checkpoint(leaves, key=None):
    return signed_checkpoint(Checkpoint(ORIGIN, len(leaves), root_of(leaves)), key or log_key())


def _asked(leaves, old, witness, state):
    """Bring a log to a witness, as its owner does."""
    text = request_text(_checkpoint(leaves), leaves, old, len(leaves))
    return cosign(read_request(text, log_key().verifier), state, witness, STAMP)


def _rewritten(way, leaves, chance):
    """Return the log as the holder of its key would rather have had it."""
    at = chance.randrange(len(leaves) // 2)
    changed = list(leaves)
    if way == "another entry":
        changed[at] = bytes(32)
    elif way == "one entry less":
        del changed[at]
    elif way == "one entry more":
        changed.insert(at, bytes(32))
    elif way == "two entries exchanged":
        changed[at], changed[at + 1] = changed[at + 1], changed[at]
    elif way == "cut":
        del changed[len(leaves) // 2 :]
    return changed


_WAYS = ("another entry", "one entry less", "one entry more", "two entries exchanged", "cut")


@pytest.mark.parametrize("way", _WAYS)
def test_a_rewritten_log_is_always_found_out_by_one_witness_and_never_without(way):
    chance = random.Random(way)  # noqa: S311 - which entries are rewritten
    found_out, passed = 0, 0
    for _ in range(40):
        honest = _LEAVES[: chance.randint(6, 40)]
        witness = witness_key()
        state = _asked(honest, 0, witness, "").state
        forged = [*_rewritten(way, honest, chance), *_LEAVES[40 : 40 + chance.randint(0, 9)]]
        # Without a witness: the log's own signature is good on both histories.
        read_checkpoint(_checkpoint(forged), [log_key().verifier])
        passed += 1
        for old in {0, min(len(honest), len(forged)), len(forged)}:
            with pytest.raises(BadInput):
                _asked(forged, old, witness, state)
        found_out += 1
        # The same witness goes on with the honest log.
        _asked([*honest, *_LEAVES[40:45]], len(honest), witness, state)
    assert (40, 40) == (found_out, passed)


def test_a_receipt_of_the_forged_history_needs_the_witness_who_never_saw_it():
    honest, witness = made(5, witnesses=1), witness_key().verifier
    other = honest.receipt._replace(
        statement=honest.receipt.statement._replace(terms=("free to use",))
    )
    leaf = leaf_hash(other.place.leaf(other.statement.digest(other.salt)))
    forged = sealed(other._replace(logged=logged([leaf], 0, log_key(), 0)), log_key())
    outlet = (log_key().verifier,)
    assert Outcome.HOLDS is verify(forged.content, Trust(outlet)).outcome
    assert Outcome.REFUSED is verify(forged.content, Trust(outlet, (witness,), 1)).outcome
    assert Outcome.HOLDS is verify(honest.content, Trust(outlet, (witness,), 1)).outcome


def test_a_cosignature_of_another_checkpoint_does_not_count():
    honest, witness = made(5, witnesses=1), witness_key().verifier
    theirs = honest.receipt.logged.note.signatures[1]
    other = made(6, witnesses=0)
    note = other.receipt.logged.note
    note = note._replace(signatures=(*note.signatures, theirs))
    moved = other.receipt._replace(logged=other.receipt.logged._replace(note=note))
    trust = Trust((log_key().verifier,), (witness,), 1)
    verdict = verify(sealed(moved, log_key()).content, trust)
    assert Outcome.REFUSED is verdict.outcome
    assert "not of the key that it names" in verdict.faults[0].message


def test_a_witness_cosigns_a_log_that_grows_and_keeps_what_she_saw():
    witness, state, old = witness_key(), "", 0
    for size in (1, 2, 5, 5, 8, 33):
        cosigned = _asked(_LEAVES[:size], old, witness, state)
        kept = read_checkpoint(cosigned.state, [log_key().verifier, witness.verifier])
        assert (size, STAMP) == (kept.checkpoint.size, kept.witnesses[0].stamp)
        found = cosignatures_in(cosigned.line, kept.checkpoint, [witness.verifier])
        assert cosigned.line == f"{found[0]}\n"
        state, old = cosigned.state, size


def test_an_empty_log_can_be_cosigned_too():
    key = log_key()
    note = signed_checkpoint(Checkpoint(ORIGIN, 0, EMPTY_ROOT), key)
    request = read_request(request_text(note, [], 0, 0), key.verifier)
    assert "\n0\n" in cosign(request, "", witness_key(), STAMP).state
    lie = signed_checkpoint(Checkpoint(ORIGIN, 0, bytes(32)), key)
    with pytest.raises(BadInput):
        cosign(read_request(f"old 0\n\n{lie}", key.verifier), "", witness_key(), STAMP)


def test_a_witness_who_forgot_is_not_fooled_by_her_own_state_of_another_log():
    other = log_key("other.example/log", 9)
    note = signed_checkpoint(Checkpoint(other.name, 3, root_of(_LEAVES[:3])), other)
    request = read_request(request_text(note, _LEAVES, 0, 3), other.verifier)
    state = cosign(request, "", witness_key(), STAMP).state
    with pytest.raises(BadInput, match="kept of this log"):
        _asked(_LEAVES[:5], 3, witness_key(), state)


def test_the_witness_is_told_which_size_to_ask_for():
    state = _asked(_LEAVES[:5], 0, witness_key(), "").state
    with pytest.raises(BadInput, match="starts at size 3, and you last cosigned 5"):
        _asked(_LEAVES[:9], 3, witness_key(), state)


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (("old 5", "old 05"), 1),
        (("old 5", "age 5"), 1),
        (("\n\n", "\nAAAA\n\n"), 7),
        ((f"{ORIGIN}\n", "other.example/log\n"), 12),
        (("\n9\n", "\n8\n"), 12),
    ],
)
def test_a_request_with_a_mistake_in_it_is_refused_at_its_line(change, line):
    text = request_text(_checkpoint(_LEAVES[:9]), _LEAVES, 5, 9)
    assert change[0] in text
    with pytest.raises(BadInput) as caught:
        read_request(text.replace(*change, 1), log_key().verifier, "request.txt")
    assert line == caught.value.faults[0].line


def test_a_log_signs_its_own_checkpoints_alone():
    checkpoint = Checkpoint("other.example/log", 0, EMPTY_ROOT)
    with pytest.raises(ValueError, match="its own"):
        signed_checkpoint(checkpoint, log_key())
    assert Kind.COSIGNATURE is witness_key().kind


def test_the_example_of_a_checkpoint_is_read():
    # c2sp.org/tlog-checkpoint@v1.0.0
    note = read_note(
        "example.com/behind-the-sofa\n20852163\n"
        "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
        "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/"
        "Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
    )
    assert 20852163 == unverified_checkpoint(note).size
