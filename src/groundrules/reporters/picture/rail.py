"""The rail of a whole conversation: on which terms it was, from its beginning to its end.

A rail is as long as the talk: by the clock where its turns have times, and by its words otherwise.
It can be drawn at any width; then each letter stands for a stretch of the talk, and where a stretch
holds several terms, the strictest has the letter, so that nothing is shown as freer than it is.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import groupby, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from groundrules.reporters.picture.rail_marks import Mark, marks
from groundrules.reporters.talk import LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.record.standing import Standing
    from groundrules.record.timeline import Timeline
    from groundrules.record.transcript import Place, Statement
    from groundrules.reporters.picture.rail_marks import Marked

SPOKEN_WORD = 400
"""Milliseconds of a word, at 150 words a minute: how long a last turn without an end is."""


class Scale(StrEnum):
    """What a rail is measured by."""

    TIME = "time"
    WORDS = "words"


class Stretch(NamedTuple):
    """A run of statements on the same terms.

    Attributes:
        status: a level's name, or `open`.
        first: where its first statement stands.
        last: where its last one stands.
        begin: how far from the beginning of the rail, in the unit of its scale.
        end: likewise; always after `begin`.
    """

    status: str
    first: Place
    last: Place
    begin: int
    end: int


class Rail(NamedTuple):
    """The terms of one conversation from its beginning to its end.

    Attributes:
        scale: what it is measured by.
        length: milliseconds or words; 0 where nothing was said.
        stretches: one behind the other, from 0 to the length.
        marks: in the order of the talk.
    """

    scale: Scale
    length: int
    stretches: tuple[Stretch, ...]
    marks: tuple[Marked, ...]

    def drawn(self, columns: int) -> list[str]:
        """Return the rail at a width, as statuses and marks: at least half of it are statuses.

        Args:
            columns: how many there are to fill; at least two.
        """
        if not self.length:
            return []
        letters = columns
        while letters + len(before := self._marks_before(letters)) > columns:
            letters -= 1
        cells = self.cells(letters)
        return [
            drawn
            for number, status in enumerate(cells)
            for drawn in ((before[number], status) if number in before else (status,))
        ]

    def cells(self, count: int) -> list[str]:
        """Return the strictest status of each of so many stretches of the same length."""
        cells = [""] * count
        for stretch in self.stretches:
            first = stretch.begin * count // self.length
            behind = -(-stretch.end * count // self.length)
            for number in range(first, behind):
                cells[number] = max(cells[number], stretch.status, key=_RANKS.__getitem__)
        return cells

    def _marks_before(self, count: int) -> dict[int, Mark]:
        """Return cell to the mark before it, where there are so many cells."""
        found: dict[int, Mark] = {}
        for marked in self.marks:
            cell = marked.at * count // self.length
            same = found.get(cell, marked.mark) is marked.mark
            found[cell] = marked.mark if same else Mark.SEVERAL
        return found


def rail(timeline: Timeline) -> Rail:
    """Return the rail of a conversation."""
    standings = timeline.standings
    scale, lengths = _lengths(timeline)
    begins = [0]
    for length in lengths:
        begins.append(begins[-1] + length)
    stretches = tuple(_stretches(standings, begins))
    return Rail(scale, begins[-1], stretches, tuple(marks(timeline, begins)))


def _lengths(timeline: Timeline) -> tuple[Scale, list[int]]:
    """Return how long each statement is, never less than one, and in which unit."""
    statements = [standing.statement for standing in timeline.standings]
    starts = [one.start for one in statements if one.start is not None]
    if len(starts) < len(statements) or not _rise(starts):
        return Scale.WORDS, [_words(one) for one in statements]
    last = timeline.conversation.turns[statements[-1].place.turn - 1]
    return Scale.TIME, _by_time(statements, starts, last.end or 0)


def _words(statement: Statement) -> int:
    return len(statement.text.split()) or 1


def _rise(starts: Sequence[int]) -> bool:
    """Tell whether times say anything: none goes back, and the last is after the first."""
    return len(starts) > 1 and starts[-1] > starts[0] and all(a <= b for a, b in pairwise(starts))


def _by_time(statements: Sequence[Statement], starts: Sequence[int], end: int) -> list[int]:
    """Return the milliseconds of each statement: a turn lasts until the next one begins."""
    lengths: list[int] = []
    at = 0
    for _, parts in groupby(statements, key=_turn):
        said = list(parts)
        behind = at + len(said)
        lasts = (starts[behind] if behind < len(starts) else end) - starts[at]
        if behind == len(starts) and lasts <= 0:
            lasts = sum(map(_words, said)) * SPOKEN_WORD
        lengths += _shared(lasts, said)
        at = behind
    return lengths


def _turn(statement: Statement) -> int:
    return statement.place.turn


def _shared(lasts: int, said: Sequence[Statement]) -> Iterator[int]:
    """Yield how long each part of a turn is: as its words are to those of the turn."""
    if len(said) == 1:
        yield lasts or 1
        return
    words = list(map(_words, said))
    yield from (lasts * one // sum(words) or 1 for one in words)


def _stretches(standings: Sequence[Standing], begins: Sequence[int]) -> Iterator[Stretch]:
    at = 0
    for status, run in groupby(standings, key=_status):
        behind = at + sum(1 for _ in run)
        first, last = standings[at].statement, standings[behind - 1].statement
        yield Stretch(status, first.place, last.place, begins[at], begins[behind])
        at = behind


_status = attrgetter("status")

_RANKS = {"": -1, **{status: rank for rank, status in enumerate(LETTERS)}}
"""Status to how strict it is; what is open comes last."""
