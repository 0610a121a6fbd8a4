"""Sixteen writers at once, some of them killed: is every change made, and made once?

`faults_pens` says what a writer does. Here they are started, killed and replaced, and what the
ledger holds in the end is compared with what they said.
"""

from __future__ import annotations

import os
import sys
import time
from functools import partial
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from faults_entries import audited
from faults_figures import Control, Figure
from faults_pens import (
    COUNTER,
    STREAMS,
    Note,
    Share,
    change_all,
    overwrite_all,
    repeat_all,
    sum_of,
)
from faults_ways import opened
from faults_writers import BROKEN, Writer, begin_writer

if TYPE_CHECKING:
    from collections.abc import Callable

    from faults_grounds import Ground
    from faults_writers import Acknowledge
    from groundrules.ledger.places import Place

WRITERS = 16
_PAUSE = 0.4  # seconds at most from one kill to the next
_CALM = Random(0)  # noqa: S311 - where nobody is killed


class _Seat:
    """A writer, and those who take its place when it is killed."""

    def __init__(self, job: Callable[[Acknowledge, Share, int], int], share: Share) -> None:
        self.job, self.share, self.done, self.broken = job, share, 0, 0
        self.writer: Writer | None = None

    def begin(self) -> None:
        self.writer = begin_writer(partial(self.job, share=self.share, done=self.done))

    def kill(self) -> None:
        """Kill the writer and let another take its place."""
        if self.writer is not None:
            self.writer.kill()
            self.settle()
            self.begin()

    def settle(self) -> None:
        """Wait for the writer's end and count what it has done."""
        if self.writer is not None:
            ended = self.writer.ended()
            self.done += len(ended.acknowledged)
            self.broken += ended.status == BROKEN
            self.writer = None

    @property
    def over(self) -> bool:
        """Whether the writer has ended by itself."""
        if self.writer is None:
            return True
        told = os.waitid(os.P_PID, self.writer.process, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        return told is not None


class Seats:
    """All writers of one run."""

    def __init__(self, seats: list[_Seat]) -> None:
        """Begin with nobody killed."""
        self.seats = seats
        self.kills = 0

    def run(self, random: Random, harm: Callable[[], None], *, kills: int) -> None:
        """Start all, kill one now and then until so many were killed, and wait for all."""
        for seat in self.seats:
            seat.begin()
        while self.kills < kills and not all(seat.over for seat in self.seats):
            time.sleep(random.uniform(0, _PAUSE))
            harm()
            busy = [seat for seat in self.seats if not seat.over]
            if busy:
                random.choice(busy).kill()
                self.kills += 1
        for seat in self.seats:
            seat.settle()

    @property
    def acknowledged(self) -> int:
        """How many changes were said to be kept."""
        return sum(seat.done for seat in self.seats)

    @property
    def broken(self) -> int:
        """How many writers ended by an error that nobody expects."""
        return sum(seat.broken for seat in self.seats)


def seats(job: Callable[..., int], place: Place, changes: int) -> Seats:
    """Share that many changes between the writers."""
    each = changes // WRITERS
    shares = [Share(place, at, each, Note()) for at in range(WRITERS)]
    return Seats([_Seat(job, share) for share in shares])


class _Kept(NamedTuple):
    """What the streams hold of the changes."""

    lost: int
    unasked: int
    wrong: list[str]


def _look(where: Ground, writers: Seats) -> _Kept:
    expected = {seat.share.id_of(at) for seat in writers.seats for at in range(seat.share.changes)}
    ledger, present, wrong = opened(where.place), list[bytes](), list[str]()
    for stream in STREAMS:
        entries = list(ledger.entries(stream))
        present += [entry.id for entry in entries]
        if [sum_of(entry) for entry in entries] != list(range(1, len(entries) + 1)):
            wrong.append("a change was made to what was not the latest")
    wrong += audited(ledger, thorough=True)
    ledger.close()
    unasked = len(present) - len(expected & set(present))
    wrong += ["a change was made twice"] * unasked + ["a writer failed"] * writers.broken
    return _Kept(len(expected - set(present)), unasked, wrong)


def changes_figure(
    where: Ground, counts: tuple[int, int], random: Random, harm: Callable[[], None]
) -> Figure:
    """Let sixteen writers change twelve streams, and two controls; return the report's line.

    Args:
        where: the ground, on which a new ledger is begun for each.
        counts: how many changes, and how many in each control.
        random: who is killed, and when.
        harm: what else is done every now and then.
    """
    where.renew()
    right = seats(change_all, where.place, counts[0])
    right.run(random, harm, kills=max(20, counts[0] // 500))
    found = _look(where, right)
    for line in found.wrong[:20]:
        sys.stderr.write(f"16 writers, {where.backend}: {line}\n")
    controls = _last_wins(where, counts[1]), _anew(where, counts[1])
    told = right.acknowledged, found.lost, len(found.wrong)
    return Figure("16 writers", where.backend, right.kills, *told, controls, "kills")


def _last_wins(where: Ground, changes: int) -> Control:
    where.renew()
    naive = seats(overwrite_all, where.place, changes)
    naive.run(_CALM, lambda: None, kills=0)
    ledger = opened(where.place)
    value = int(ledger.kept(COUNTER) or b"0")
    ledger.close()
    return Control("last writer wins", naive.acknowledged, naive.acknowledged - value)


def _anew(where: Ground, changes: int) -> Control:
    where.renew()
    naive = seats(repeat_all, where.place, changes)
    naive.run(_CALM, lambda: None, kills=0)
    unasked = _look(where, naive).unasked
    return Control("tried again under a new id", naive.acknowledged, unasked, "doubled")
