"""Entries that can be told whole from broken, and what a ledger holds of them after a fault.

An entry's id says which append it was in and of how many entries; its parts are made from its id.
So whoever reads the ledger afterwards knows of each entry whether it is all there, and of each
append whether it was done whole or not at all, without having been told by who wrote it.
"""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING, NamedTuple

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from groundrules.ledger.entries import NOTHING, Entry, Head, chain_of
from groundrules.ledger.rows import Form, Wrap
from groundrules.proofs.checkpoints import signed_checkpoint
from groundrules.proofs.keys import Kind, SigningKey

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from random import Random

    from groundrules.ledger.ledger import Ledger

_DAY = "2026-11-22"
_TAG = 12  # bytes of an id that are the same in one append
MOST_TOGETHER = 5


def ids_of_append(count: int) -> list[bytes]:
    """Return the ids of the entries of one append."""
    tag = os.urandom(_TAG)
    return [tag + bytes([at, count]) + os.urandom(2) for at in range(count)]


def tag_of(identity: bytes) -> bytes:
    """Return what the ids of one append have in common."""
    return identity[:_TAG]


def parts_of(identity: bytes) -> tuple[tuple[str, bytes], ...]:
    """Return what an entry with this id holds: two parts, of 200 bytes to some 4 KiB."""
    length = 200 + int.from_bytes(identity[:2], "big") % 3900
    return tuple(
        (name, hashlib.shake_256(name.encode() + identity).digest(length))
        for name in ("terms", "words")
    )


class Author:
    """Somebody who writes: a key to sign with, and the heads of the streams that are theirs."""

    def __init__(self, number: int, ledger: str) -> None:
        """Make the same author for the same number, in the ledger with that id."""
        self.id = hashlib.sha256(b"author %d" % number).digest()[:16]
        self.ledger = ledger
        self.key = Ed25519PrivateKey.from_private_bytes(hashlib.sha256(self.id).digest())

    @property
    def card(self) -> bytes:
        """The public key, 32 bytes."""
        return self.key.public_key().public_bytes_raw()

    def streams(self) -> list[bytes]:
        """Return three streams that nobody else writes to."""
        return [hashlib.sha256(self.id + bytes([at])).digest()[:16] for at in range(3)]

    def entry(self, identity: bytes, head: Head, *, parts: object = None) -> Entry:
        """Return the signed entry that follows a head; with the parts of its id, or those given."""
        held = parts_of(identity) if parts is None else parts
        digests = tuple((name, hashlib.sha256(held_bytes).digest()) for name, held_bytes in held)
        entry = Entry(
            identity, head.stream, head.version + 1, self.id, _DAY, digests, head.chain, b"", held
        )
        return entry._replace(signature=self.key.sign(chain_of(entry, self.ledger)))

    def following(self, entry: Entry) -> Head:
        """Return the head after an entry of ours."""
        return Head(entry.stream, entry.version, chain_of(entry, self.ledger))


def head_of(ledger: Ledger, stream: bytes) -> Head:
    """Return a stream's head; version 0 where nothing is in it."""
    return ledger.head(stream) or Head(stream, 0, NOTHING)


class Appended(NamedTuple):
    """What is appended in one go."""

    entries: list[Entry]
    wraps: list[Wrap]
    forms: list[Form]

    @property
    def ids(self) -> list[bytes]:
        """The ids of its entries."""
        return [entry.id for entry in self.entries]


def next_append(author: Author, heads: dict[bytes, Head], random: Random) -> Appended:
    """Return 1 to 5 entries for the author's streams, a wrap and a keyed form.

    Args:
        author: who writes.
        heads: stream to head, as after the last append; not changed.
        random: which streams.
    """
    heads = dict(heads)
    ids = ids_of_append(random.randint(1, MOST_TOGETHER))
    entries = []
    for identity in ids:
        entry = author.entry(identity, heads[random.choice(list(heads))])
        heads[entry.stream] = author.following(entry)
        entries.append(entry)
    stream, sealed = entries[0].stream, hashlib.shake_256(ids[0]).digest(1200)
    return Appended(
        entries,
        [Wrap(stream, "words", ids[0], author.id, sealed)],
        [Form(ids[0], "name", stream, "x")],
    )


class Held(NamedTuple):
    """What a ledger holds after a fault.

    Attributes:
        lost: acknowledged entries that are not in it, and seals without their checkpoint.
        wrong: what is wrong with it otherwise, a line for each.
    """

    lost: int
    wrong: list[str]


def held(ledger: Ledger, acknowledged: Collection[bytes], *, thorough: bool) -> Held:
    """Read all of a ledger whose entries were made by `next_append`, and audit it."""
    entries = list(ledger.entries())
    present = {entry.id for entry in entries}
    wrong = [f"{len(entries) - len(present)} doubled"] if len(present) < len(entries) else []
    wrong += [
        f"a changed part of {one.id.hex()}" for one in entries if one.parts != parts_of(one.id)
    ]
    wrong += _halves(present, ledger)
    wrong += audited(ledger, thorough=thorough)
    sealed = {sealed_as(checkpoint.size) for checkpoint in ledger.checkpoints()}
    return Held(len(set(acknowledged) - present - sealed), wrong)


def _halves(present: Collection[bytes], ledger: Ledger) -> Iterable[str]:
    appends: dict[bytes, list[bytes]] = {}
    for identity in present:
        appends.setdefault(identity[:_TAG], []).append(identity)
    for tag, ids in appends.items():
        if len(ids) != ids[0][_TAG + 1]:
            yield f"half of the append {tag.hex()}"
    firsts = {identity for identity in present if identity[_TAG] == 0}
    # A server may still be committing what a client had asked that was killed. So the wraps are
    # held against what was there before them, and against what is there after them.
    wrapped = {wrap.key_id for wrap in ledger.wraps()}
    after = {entry.id for entry in ledger.entries() if entry.id[_TAG] == 0}
    if not firsts <= wrapped <= after:
        yield "the wraps are not those of the entries"
    if {form.form for form in ledger.forms(sorted(firsts))} != firsts:
        yield "the keyed forms are not those of the entries"


def audited(ledger: Ledger, *, thorough: bool) -> Iterable[str]:
    """Return what the ledger's own audit finds, a line for each.

    Args:
        ledger: with entries of the first sixteen authors.
        thorough: verify every signature, and every page of a file.
    """
    authors = [Author(number, ledger.id) for number in range(16)]
    cards = {author.id: author.card for author in authors}
    return [f"audit: {one}" for one in ledger.audit(cards, thorough=thorough).findings]


def seal(ledger: Ledger) -> bytes | None:
    """Seal what waits; return how the seal is acknowledged, or None where nothing waited."""
    key = SigningKey(ledger.origin, Kind.NOTE, hashlib.sha256(ledger.id.encode()).digest())
    note = ledger.seal(lambda checkpoint: signed_checkpoint(checkpoint, key))
    return sealed_as(int(note.split("\n")[1])) if note else None


def sealed_as(size: int) -> bytes:
    """Return how the checkpoint of a log with so many leaves is acknowledged."""
    return b"sealed" + size.to_bytes(10, "big")
