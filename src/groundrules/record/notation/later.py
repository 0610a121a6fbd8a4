"""Reading what came afterwards: one act to a line, with its instant and the party in front."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from groundrules.record.early import TOO_EARLY, is_early
from groundrules.record.notation.acts import read_act
from groundrules.record.notation.faults import Unreadable
from groundrules.record.notation.keys import Setting, declared
from groundrules.record.notation.values import read_instant
from groundrules.record.notation.verbs import ACT_MARK, AFTERWARDS_KEY
from groundrules.record.notation.words import ID, margin
from groundrules.record.transcript import AFTERWARDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from groundrules.record.facts import Fact
    from groundrules.record.notation.faults import Faults
    from groundrules.record.notation.turns import Talk

_ACT = re.compile(rf"\s+(\d\S*(?: \d\d:\S*)?)\s+({ID}|\?)\s*{ACT_MARK}")

_WRONG_YEAR = "check day and year here, and date: in the head"


def read_later(
    lines: list[str], talk: Talk, began: datetime | date | None, faults: Faults
) -> Iterator[Fact]:
    """Yield the facts below `afterwards:`, if the record has it.

    Args:
        lines: those of the whole record.
        talk: what stands above.
        began: when the talk began; None where the record does not say.
        faults: to which those of these lines are added.
    """
    for number, line in enumerate(lines[talk.lines :], talk.lines + 1):
        if number == talk.lines + 1:
            _refuse_text(line, number, faults)
        elif line and not line.isspace() and line[0] != "#":
            for column, fact in _facts(line, number, talk, faults):
                if is_early(fact, began):
                    faults.add(number, column, TOO_EARLY, _WRONG_YEAR)
                yield fact


def _refuse_text(line: str, number: int, faults: Faults) -> None:
    key, _, rest = line.partition(":")
    if rest.strip():
        column = len(key) + 1 + margin(rest)
        remedy = "write each act on a line of its own below it, indented"
        faults.add(number, column, f"nothing stands behind {AFTERWARDS_KEY}:", remedy)


def _facts(line: str, number: int, talk: Talk, faults: Faults) -> Iterator[tuple[int, Fact]]:
    """Yield the fact of one line and the column of its instant.

    There is none where the line has faults, which are added.
    """
    found = _ACT.match(line)
    if not found:
        remedy = f"write indented DATE ID {ACT_MARK} act; turns stand above {AFTERWARDS_KEY}:"
        faults.add(number, margin(line), "this is not an act from afterwards", remedy)
        return
    if found[2] not in talk.speakers:
        message = "this is not the id of a declared party"
        faults.add(number, found.start(2) + 1, message, declared(talk.speakers))
    try:
        when = read_instant(found[1])
    except Unreadable as reason:
        faults.add_unreadable(number, found.start(1) + 1, reason)
        when = None
    actor = talk.speakers.get(found[2], "")
    setting = Setting(AFTERWARDS, actor, len(talk.turns), talk.speakers, when)
    fact = read_act(line, found.end(), number, setting, faults)
    if fact:
        yield found.start(1) + 1, fact
