"""Many conversations as one page for the terminal: a line for each, with its rail.

No word of any talk is on it: only ids, dates, letters, marks and counts.
"""

from __future__ import annotations

from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from groundrules.reporters.display_width import one_line
from groundrules.reporters.lines import EMPTY, Piece, plain
from groundrules.reporters.picture.rail import Rail, Scale, rail
from groundrules.reporters.picture.rail_marks import Mark, open_points
from groundrules.reporters.plain_words import counted
from groundrules.reporters.talk import LETTERS, in_words
from groundrules.reporters.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from groundrules.record.timeline import Timeline
    from groundrules.record.transcript import Conversation
    from groundrules.reporters.lines import Line

MARKS = {
    Mark.AGREED: "agreed from here on",
    Mark.RETURNED: "back on the record",
    Mark.OPENED: "something open begins",
    Mark.SEVERAL: "several of these",
}
"""Mark to what it says."""

_DATE = len("2026-11-03")
_UNDATED = "no date"
_HEADS = ("date", "conversation", "the talk, from its beginning to its end", "open")
_NARROW = 60
"""Columns of a terminal below which everything stands closer together."""
_SHORTEST_RAIL = 8
_CUT = "…"


class Row(NamedTuple):
    """What one line shows.

    Attributes:
        open: how many things are open about the terms of the talk.
    """

    conversation: Conversation
    rail: Rail
    open: int


class Columns(NamedTuple):
    """How wide each column is, and how far the columns stand apart."""

    id: int
    rail: int
    open: int
    gap: int


def lines(
    timelines: Iterable[Timeline], width: int, sealed: int = 0, closed: int = 0
) -> Iterator[Line]:
    """Yield a line for each conversation, in the order of their dates, and what it all means.

    Args:
        timelines: of the conversations.
        width: columns of the page.
        sealed: how many of them are of the terms alone.
        closed: how many conversations are not among them, since nothing of them may be read.
    """
    rows = [Row(one.conversation, rail(one), len(open_points(one))) for one in timelines]
    rows.sort(key=lambda row: began(row.conversation))
    columns = _columns(rows, width)
    heads = [cut(head, to) for head, to in zip(_HEADS, _widths(columns), strict=True)]
    yield plain(_joined(heads, columns), "label")
    drawings = [row.rail.drawn(columns.rail) for row in rows]
    for row, drawing in zip(rows, drawings, strict=True):
        yield tuple(_row(row, drawing, columns))
    yield EMPTY
    shown = {cell for drawing in drawings for cell in drawing}
    for legend in (_letters(shown), _marks(shown)):
        yield from _in_columns(legend, width)
    for sentence in (*_sentences(rows), *unread(sealed, closed)):
        yield from (plain(text) for text in wrapped(sentence, "", width))


def unread(sealed: int, closed: int) -> Iterator[str]:
    """Yield what is said of conversations in a vault whose terms or words may not be read."""
    if sealed:
        many = counted(sealed, "conversation")
        yield f"{many} shown by the terms alone: you may not read the words."
    if closed:
        many = counted(closed, "other conversation")
        yield f"{many} not shown: you may not read the terms."


def cut(text: str, width: int) -> str:
    """Return a text that is no wider than a column, its end cut off where it is."""
    shown = one_line(text)
    return shown if len(shown) <= width else shown[: width - 1] + _CUT


def day_of(conversation: Conversation) -> str:
    """Return the day of a conversation as the record has it, or that it has none."""
    return conversation.date.isoformat()[:_DATE] if conversation.date else _UNDATED


def began(conversation: Conversation) -> tuple[bool, str, float, str]:
    """Return what sorts conversations by the day and then the instant; undated ones come last."""
    date = conversation.date
    instant = date.timestamp() if isinstance(date, datetime) else float("-inf")
    return date is None, day_of(conversation), instant, conversation.id


def _columns(rows: Sequence[Row], width: int) -> Columns:
    gap = 1 if width < _NARROW else 2
    counts = max((len(str(row.open)) for row in rows), default=0)
    of_open = max(counts, len(_HEADS[-1]))
    longest = max((len(row.conversation.id) for row in rows), default=0)
    of_id = max(width // 5, len(_HEADS[1]) if gap > 1 else 0)
    of_id = min(of_id, max(longest, len(_HEADS[1])))
    of_rail = max(_SHORTEST_RAIL, width - _DATE - of_id - of_open - 3 * gap)
    return Columns(of_id, of_rail, of_open, gap)


def _widths(columns: Columns) -> tuple[int, int, int, int]:
    return _DATE, columns.id, columns.rail, columns.open


def _joined(cells: Sequence[str], columns: Columns) -> str:
    padded = (cell.ljust(width) for cell, width in zip(cells, _widths(columns), strict=True))
    return (" " * columns.gap).join(padded).rstrip()


def _row(row: Row, drawing: Sequence[str], columns: Columns) -> Iterator[Piece]:
    gap = " " * columns.gap
    name = cut(row.conversation.id, columns.id).ljust(columns.id)
    yield Piece(f"{day_of(row.conversation):{_DATE}}{gap}{name}{gap}")
    for status, run in groupby(drawing):
        letter = status.value if isinstance(status, Mark) else LETTERS[status]
        yield Piece(letter * len(list(run)), "label" if isinstance(status, Mark) else status)
    yield Piece(" " * (columns.rail - len(drawing)) + gap)
    yield Piece(f"{row.open:>{columns.open}}", "open" if row.open else "aside")


def _letters(shown: set[str]) -> Iterator[tuple[Piece, str]]:
    """Yield each letter that is on the page, with what it means."""
    for status, letter in LETTERS.items():
        if status in shown:
            yield Piece(letter, status), in_words(status)


def _marks(shown: set[str]) -> Iterator[tuple[Piece, str]]:
    for mark, meaning in MARKS.items():
        if mark in shown:
            yield Piece(mark.value, "label"), meaning


def _in_columns(legend: Iterable[tuple[Piece, str]], width: int) -> Iterator[Line]:
    """Yield the entries of a legend, as many on a line as fit."""
    line: list[Piece] = []
    taken = 0
    for sign, meaning in legend:
        entry = 2 + len(meaning)
        if line and taken + 3 + entry > width:
            yield tuple(line)
            line, taken = [], 0
        line += [Piece("   ")] if line else []
        line += [sign, Piece(f" {meaning}")]
        taken += entry + (3 if taken else 0)
    if line:
        yield tuple(line)


def _sentences(rows: Sequence[Row]) -> Iterator[str]:
    by_words = sum(row.rail.scale is Scale.WORDS for row in rows)
    if rows and by_words == len(rows):
        yield "Each rail is as long as the words of its talk: no talk has a time for every turn."
    elif by_words:
        yield (
            "Each rail is as long as its talk, by the clock; "
            f"{by_words:,} of {counted(len(rows), 'rail')} by words, for want of times."
        )
    unsettled = sum(bool(row.open) for row in rows)
    points = counted(sum(row.open for row in rows), "open point")
    found = f"{unsettled:,} with {points}" if unsettled else "nothing is open"
    yield f"{counted(len(rows), 'conversation')}; {found}"
