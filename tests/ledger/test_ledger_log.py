from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

import pytest
from ledger_writer import Writer, note

from groundrules.ledger.entries import leaf_of
from groundrules.ledger.opening import open_ledger
from groundrules.ledger.sealing import AT_ONCE
from groundrules.proofs.checkpoints import Checkpoint, read_checkpoint, signed_checkpoint
from groundrules.proofs.keys import Kind, SigningKey
from groundrules.proofs.merkle import (
    consistency_proof,
    inclusion_proof,
    is_consistent,
    leaf_hash,
    root_of,
    root_of_inclusion,
)

A, B = b"a" * 16, b"b" * 16


def test_every_entry_is_sealed_once_in_its_order(ledger, writer):
    assert ledger.seal(note) is None
    first, second = writer.chain(A, 3), writer.chain(B, 4)
    ledger.append(first)
    assert ledger.leaf_index(first[0].id) is None
    assert ledger.seal(note).startswith(f"{ledger.origin}\n3\n")
    assert ledger.seal(note) is None
    ledger.append(second)
    ledger.seal(note)
    entries = [*first, *second]
    hashes = [leaf_hash(leaf_of(entry, ledger.id)) for entry in entries]
    assert hashes == ledger.leaves()
    assert hashes[2:5] == ledger.leaves(2, 5)
    assert list(range(7)) == [ledger.leaf_index(entry.id) for entry in entries]
    assert ledger.leaf_index(os.urandom(16)) is None
    roots = [(one.size, one.root) for one in ledger.checkpoints()]
    assert [(3, root_of(hashes[:3])), (7, root_of(hashes))] == roots
    assert [7] == [one.size for one in ledger.checkpoints(after=3)]


def test_the_log_proves_its_leaves_and_its_growth(ledger, writer):
    for size in (5, 6, 1):
        ledger.append(writer.chain(os.urandom(16), size))
        ledger.seal(note)
    leaves = ledger.leaves()
    old, _, new = ledger.checkpoints()
    proof = inclusion_proof(leaves, 7, new.size)
    assert new.root == root_of_inclusion(leaves[7], 7, new.size, proof)
    assert new.root != root_of_inclusion(leaves[8], 7, new.size, proof)
    growth = consistency_proof(leaves, old.size, new.size)
    assert is_consistent(old.size, old.root, new.size, new.root, growth)


def test_a_checkpoint_is_signed_by_the_key_of_the_log(ledger, writer):
    key = SigningKey(ledger.origin, Kind.NOTE, os.urandom(32))
    ledger.append(writer.chain(A, 2))
    text = ledger.seal(lambda checkpoint: signed_checkpoint(checkpoint, key))
    found = read_checkpoint(text, [key.verifier]).checkpoint
    assert Checkpoint(ledger.origin, 2, root_of(ledger.leaves())) == found


def test_a_signer_that_fails_leaves_everything_waiting(ledger, writer):
    ledger.append(writer.chain(A, 2))

    def fail(_checkpoint):
        raise RuntimeError

    with pytest.raises(RuntimeError):
        ledger.seal(fail)
    with pytest.raises(ValueError, match="not this checkpoint"):
        ledger.seal(lambda _checkpoint: "another")
    assert ([], 2) == (ledger.leaves(), ledger.audit().waiting)
    assert ledger.seal(note)
    assert 2 == len(ledger.leaves())


def test_a_long_queue_is_sealed_in_slices(ledger, writer):
    entries = [entry._replace(signature=b"") for entry in writer.chain(A, AT_ONCE + 1, parts={})]
    entries[-1] = writer.signed(entries[-1])
    ledger.append(entries)
    assert ledger.seal(note).startswith(f"{ledger.origin}\n{AT_ONCE + 1}\n")
    assert [AT_ONCE, AT_ONCE + 1] == [one.size for one in ledger.checkpoints()]
    assert ledger.audit(writer.cards).sound


def test_writers_and_sealers_at_the_same_time(ledger, place):
    """Six threads write, three seal; in the end each entry has one leaf."""

    def write(_number):
        own = open_ledger(place)
        writer = Writer(own)
        for _ in range(5):
            for entry in writer.chain(os.urandom(16), 3, parts={"words": b"x"}):
                own.append([entry])
        own.close()
        return writer.cards

    def seal(_number):
        own = open_ledger(place)
        notes = [own.seal(note) for _ in range(12)]
        own.close()
        return len([one for one in notes if one])

    with ThreadPoolExecutor(9) as pool:
        writers = pool.map(write, range(6))
        sealers = pool.map(seal, range(3))
        cards = {member: key for one in writers for member, key in one.items()}
        made = sum(sealers)
    made += ledger.seal(note) is not None
    audit = ledger.audit(cards, thorough=True)
    assert (90, 90, 0, ()) == (audit.entries, audit.leaves, audit.waiting, audit.findings)
    assert made == audit.checkpoints


def test_what_witnesses_add_is_kept_once(ledger, writer):
    ledger.append(writer.chain(A, 1))
    ledger.seal(note)
    for _ in range(2):
        ledger.add_cosignature(1, "— witness.example AAAA")
        ledger.add_token(1, b"\x30\x03")
    (found,) = ledger.checkpoints()
    assert ("— witness.example AAAA",) == found.cosignatures
    assert (b"\x30\x03",) == found.tokens
    with pytest.raises(ValueError, match="no checkpoint"):
        ledger.add_token(2, b"\x30")
