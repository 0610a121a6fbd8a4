"""The same fault again and again, and what it left each time."""

from __future__ import annotations

import sys
import time
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from faults_entries import Held, held, tag_of
from faults_figures import Control, Figure, Progress
from faults_grounds import A_MOMENT, MOST_BEFORE, Ground, ground
from faults_ways import RIGHT, append_on, opened
from faults_writers import BROKEN, Ended, Writer, begin_writer
from groundrules.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

_RENEW = 25  # cycles on one ledger: what an earlier fault left must bear the next
_SECONDS = 30.0
_THOROUGH = 5  # in each of so many cycles, every signature and every page is looked at


class Tally(NamedTuple):
    """What came of some cycles.

    Attributes:
        acknowledged: how many entries the ledger said were kept.
        lost: how many of them were not.
        wrong: what was wrong otherwise, a line for each.
    """

    acknowledged: int
    lost: int
    wrong: list[str]


class Plan(NamedTuple):
    """How one campaign is made.

    Attributes:
        cycles: how many faults.
        way: of writing; `faults_ways.RIGHT`, or one that must lose.
        pages: see `faults_ways.spoil`.
    """

    cycles: int
    way: str = RIGHT
    pages: int = 25


def tally(where: Ground, plan: Plan, random: Random) -> Tally:
    """Make the fault `plan.cycles` times on one ground."""
    total, lost, wrong = 0, 0, list[str]()
    kept: set[bytes] = set()
    progress = Progress(f"{where.backend}, {plan.way}", plan.cycles)
    renew = True
    for cycle in range(plan.cycles):
        if renew or cycle % _RENEW == 0:
            where.renew()
            kept = set()
        said, troubles = _one(where, plan, random)
        kept |= said
        found = found_in(where, kept, thorough=cycle % _THOROUGH == _THOROUGH - 1)
        total, lost = total + len(said), lost + found.lost
        wrong += troubles + found.wrong
        renew = bool(found.lost or found.wrong)
        progress.step()
    return Tally(total, lost, wrong)


def _one(where: Ground, plan: Plan, random: Random) -> tuple[set[bytes], list[str]]:
    jobs = [
        partial(append_on, place=where.place, number=number, way=plan.way, pages=plan.pages)
        for number in range(where.writers)
    ]
    writers = [begin_writer(job) for job in jobs]
    for writer in writers:
        writer.wait_until_ready()
    _wait_for_some(writers, random)
    where.strike(writers, random)
    ended = [writer.ended() for writer in writers]
    where.recover()
    said = {identity for one in ended for identity in one.acknowledged}
    return said, [line for one in ended for line in troubles(one)]


def _wait_for_some(writers: Sequence[Writer], random: Random) -> None:
    """Wait until a few entries are acknowledged, however fast the machine is, and a moment more."""
    wanted, end = random.randint(1, MOST_BEFORE), time.monotonic() + _SECONDS
    while sum(writer.waiting for writer in writers) < wanted and time.monotonic() < end:
        time.sleep(0.001)
    time.sleep(random.uniform(0, A_MOMENT))


def troubles(ended: Ended) -> list[str]:
    """Return what a writer should not have done: fail without words, or write on to a dead disk."""
    broken = ["a writer was not told in plain words"] * (ended.status == BROKEN)
    on_the_way = {tag_of(identity) for identity in ended.late}
    return broken + ["a writer wrote on when the disk had failed"] * (len(on_the_way) > 1)


def found_in(where: Ground, kept: set[bytes], *, thorough: bool) -> Held:
    """Open the ledger as the next process would, and compare it with what was acknowledged."""
    try:
        ledger = opened(where.place)
        try:
            return held(ledger, kept, thorough=thorough)
        finally:
            ledger.close()
    except BadInput as refused:
        return Held(len(kept), [f"it cannot be opened: {refused}"])


def figure(
    fault: str,
    kind: type[Ground],
    cycles: int,
    controls: Sequence[tuple[type[Ground], Plan]],
    random: Random,
) -> Figure:
    """Make a fault on one kind of ground, and on its controls, and return the report's line."""
    with ground(kind) as where:
        result = tally(where, Plan(cycles), random)
    for line in result.wrong[:20]:
        sys.stderr.write(f"{fault}, {kind.backend}: {line}\n")
    shown = []
    for other, plan in controls:
        with ground(other) as where:
            told = tally(where, plan, random)
        shown.append(Control(plan.way, told.acknowledged, told.lost))
    return Figure(
        fault,
        kind.backend,
        cycles,
        result.acknowledged,
        result.lost,
        len(result.wrong),
        tuple(shown),
    )
