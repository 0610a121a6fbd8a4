"""A writer that reads, changes and writes the same few streams as others, and may be killed at it.

Each change adds one to what the stream's last entry holds. Where somebody was faster, the ledger
refuses and the writer reads again. Where a writer cannot know whether its commit was done (it was
killed, its connection was cut, the answer got lost), it appends the very same entry again, which is
harmless if it is there already.

Two wrong ways beside it: the same number in a place that takes whatever was written last, and
trying again under a new id.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import mmap
import os
import time
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from faults_entries import Author
from faults_ways import opened
from faults_writers import CLEAN, ID, READY
from groundrules.errors import BadInput
from groundrules.ledger.entries import NOTHING, Entry, Head
from groundrules.ledger.refusals import Conflict

if TYPE_CHECKING:
    from collections.abc import Callable

    from faults_writers import Acknowledge
    from groundrules.ledger.places import Place

Done = TypeVar("Done")

STREAMS = [bytes([number + 1]) * 16 for number in range(12)]
COUNTER = "counter"
_LOST_ANSWERS = 10  # one in so many answers is taken for lost
_SECONDS = 120.0  # until a writer gives up


class Note:
    """What a writer is about to write, where it outlives the writer: memory that is shared."""

    def __init__(self) -> None:
        """Begin empty."""
        self.memory = mmap.mmap(-1, mmap.PAGESIZE)

    def keep(self, content: bytes) -> None:
        """Keep it in place of what was there; whoever is killed at it leaves nothing."""
        self.memory[:2] = bytes(2)
        self.memory[2 : 2 + len(content)] = content
        self.memory[:2] = len(content).to_bytes(2, "big")

    def kept(self) -> bytes:
        """Return what was kept; empty where nothing was."""
        return self.memory[2 : 2 + int.from_bytes(self.memory[:2], "big")]


class Share(NamedTuple):
    """What one writer is to do.

    Attributes:
        place: of the ledger.
        number: which writer it is.
        changes: how many it makes in all.
        note: where it notes what it is about to write, for who takes its place.
    """

    place: Place
    number: int
    changes: int
    note: Note

    def id_of(self, change: int) -> bytes:
        """Return the id of one of its entries."""
        return hashlib.sha256(b"%d %d" % (self.number, change)).digest()[:ID]

    def stream_of(self, change: int) -> bytes:
        """Return the stream that one of its entries goes to."""
        return STREAMS[self.id_of(change)[0] % len(STREAMS)]


def sum_of(entry: Entry) -> int:
    """Return what an entry of a change holds."""
    return int(json.loads(dict(entry.parts)["words"])["sum"])


def _noted(entry: Entry) -> list[object]:
    return [entry.version, entry.previous.hex(), entry.signature.hex(), entry.parts[0][1].decode()]


class Pen:
    """One writer's ledger, and the streams as it has read them."""

    def __init__(self, share: Share) -> None:
        """Open the ledger."""
        self.ledger = _patiently(partial(opened, share.place))
        self.author, self.share = Author(share.number, self.ledger.id), share
        self.read = {stream: (Head(stream, 0, NOTHING), 0) for stream in STREAMS}

    def next(self, change: int) -> Entry:
        """Read the stream's end and return the entry that adds one to it."""
        stream = self.share.stream_of(change)
        head, value = self.read[stream]
        for entry in self.ledger.entries(stream, after=head.version):
            head, value = self.author.following(entry), sum_of(entry)
        self.read[stream] = head, value
        words = json.dumps({"sum": value + 1}).encode()
        entry = self.author.entry(self.share.id_of(change), head, parts=(("words", words),))
        self.share.note.keep(json.dumps(_noted(entry)).encode())
        return entry

    def tried(self, change: int) -> Entry:
        """Return what the writer before us was about to write, or else the next entry."""
        noted = self.share.note.kept()
        if noted:
            version, previous, signature, words = json.loads(noted)
            head = Head(self.share.stream_of(change), version - 1, bytes.fromhex(previous))
            parts = (("words", words.encode()),)
            entry = self.author.entry(self.share.id_of(change), head, parts=parts)
            if entry.signature.hex() == signature:  # it is of this change, not of the one before
                return entry
        return self.next(change)

    def keep(self, entry: Entry, change: int) -> Entry:
        """Append an entry, or, where somebody was faster, the next one; return what is kept."""
        end = time.monotonic() + _SECONDS
        while time.monotonic() < end:
            try:
                self.ledger.append([entry])
            except Conflict:
                time.sleep(int.from_bytes(os.urandom(1), "big") / 50_000)  # up to 5 ms
                entry = _patiently(partial(self.next, change))
            except BadInput:
                time.sleep(0.01)
            else:
                return entry
        raise TimeoutError("a change was refused again and again")


def change_all(acknowledge: Acknowledge, share: Share, done: int) -> int:
    """Make the changes from number `done` on, each exactly once, whatever happens."""
    pen = Pen(share)
    acknowledge([READY])
    for change in range(done, share.changes):
        entry = pen.keep(_patiently(partial(pen.tried, change)), change)
        if change % _LOST_ANSWERS == 0:
            _patiently(partial(pen.ledger.append, [entry]))
        acknowledge([entry.id])
    return CLEAN


def _patiently(action: Callable[[], Done]) -> Done:
    """Do it again as long as the database fails: a connection may be cut at any moment."""
    end = time.monotonic() + _SECONDS
    while time.monotonic() < end:
        with contextlib.suppress(BadInput):
            return action()
        time.sleep(0.01)
    raise TimeoutError("the database failed again and again")


def overwrite_all(acknowledge: Acknowledge, share: Share, done: int) -> int:
    """Make the same changes to a value that takes whatever was written last."""
    ledger = opened(share.place)
    acknowledge([READY])
    for change in range(done, share.changes):
        value = int(ledger.kept(COUNTER) or b"0")
        ledger.keep(COUNTER, str(value + 1).encode())
        acknowledge([share.id_of(change)])
    return CLEAN


def repeat_all(acknowledge: Acknowledge, share: Share, done: int) -> int:
    """Make the same changes, and where an answer is lost make them anew, under another id."""
    pen = Pen(share)
    acknowledge([READY])
    for change in range(done, share.changes):
        entry = pen.keep(_patiently(partial(pen.next, change)), change)
        if change % _LOST_ANSWERS == 0:
            anew = share.changes + change
            pen.keep(_patiently(partial(pen.next, anew)), anew)
        acknowledge([entry.id])
    return CLEAN
