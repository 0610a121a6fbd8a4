"""An excerpt: the passage of the draft that a finding is about, with carets below it.

A paragraph of prose is often one long line, so a line is shown in rows that fit the terminal.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.document import Span
from groundrules.reporters.display_width import Cell, cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.draft.document import Draft

COVER = "█"
"""What stands in place of each column of a passage that is not to be shown."""

_LINE_END = re.compile(r"[\r\n]")
_CONTEXT = 30
_MOST_ROWS = 3
_GAP = "…"


class Row(NamedTuple):
    """One row of an excerpt.

    Attributes:
        line: the number of the line that begins in this row, or 0.
        source: what the draft has there.
        carets: the carets below it, with the spaces before them.
    """

    line: int
    source: str
    carets: str


ELISION = Row(0, "⋮", "")
"""The row that stands for all between the first and the last."""


def excerpt(draft: Draft, span: Span, covered: Sequence[Span], width: int) -> tuple[Row, ...]:
    """Return the rows that show a span, each at most `width` columns, covered spans masked."""
    touched = Span(span.start, max(span.end, span.start + 1))
    lines = _lines(draft.text, touched)
    strips = [strip for line in lines for strip in _strips(draft, line, touched, width)]
    rows = tuple(_row(strip, touched, covered) for strip in strips)
    return (rows[0], ELISION, rows[-1]) if len(rows) > _MOST_ROWS else rows


class _Strip(NamedTuple):
    """A row before it is drawn: its line's number or 0, its cells, and where the line goes on."""

    line: int
    cells: list[Cell]
    end: int
    cut_before: bool
    cut_behind: bool


def _lines(text: str, touched: Span) -> Iterator[Span]:
    """Yield each line that the span touches, without its ending."""
    start = max(text.rfind("\n", 0, touched.start), text.rfind("\r", 0, touched.start)) + 1
    while start < touched.end:
        found = _LINE_END.search(text, start)
        yield Span(start, found.start() if found else len(text))
        if not found:
            return
        start = found.end()


def _strips(draft: Draft, line: Span, touched: Span, width: int) -> Iterator[_Strip]:
    """Cut what is to be shown of a line into strips; stop behind the one that ends the span."""
    begin = _window(draft.text, line, touched.start)
    cut = begin > line.start
    number = draft.position(line.start).line
    strip: list[Cell] = []
    room = width - 2
    for cell in cells(draft.text, begin, line.end):
        if room < cell.width:
            rest = _broken(strip)
            end = rest[0].offset if rest else cell.offset
            yield _Strip(number, strip, end, cut, cut_behind=end >= touched.end)
            if end >= touched.end:
                return
            number, cut, strip = 0, False, rest
            room = width - 2 - sum(one.width for one in rest)
        strip.append(cell)
        room -= cell.width
    yield _Strip(number, strip, line.end, cut, cut_behind=False)


def _window(text: str, line: Span, wanted: int) -> int:
    """Return where to begin showing a line so that a place in it comes soon."""
    if wanted - line.start <= _CONTEXT:
        return line.start
    space = text.find(" ", wanted - _CONTEXT, wanted)
    return space + 1 if space >= 0 else wanted - _CONTEXT


def _broken(strip: list[Cell]) -> list[Cell]:
    """Cut a full strip behind its last space; return what goes on the next one."""
    behind = (place for place in range(len(strip), 0, -1) if strip[place - 1].shown == " ")
    at = next(behind, len(strip))
    rest = strip[at:]
    del strip[at:]
    return rest


def _row(strip: _Strip, touched: Span, covered: Sequence[Span]) -> Row:
    start = strip.cells[0].offset if strip.cells else strip.end
    hidden = _offsets(covered, Span(start, strip.end))
    source = _GAP if strip.cut_before else ""
    carets = " " * len(source)
    here: str | None = None
    for offset, shown, width in strip.cells:
        if offset == touched.start:
            here = carets
        source += COVER * width if offset in hidden else shown
        carets += ("^" if touched.start <= offset < touched.end else " ") * width
    if strip.end == touched.start:
        here = carets
    bare = source.rstrip(" ")
    carets = carets[: len(carets) - len(source) + len(bare)]  # no carets below a row's last spaces
    if "^" not in carets and here is not None:  # the end of a line, or a character of no width
        carets = f"{here}^"
    return Row(strip.line, bare + (_GAP if strip.cut_behind else ""), carets.rstrip())


def _offsets(spans: Sequence[Span], within: Span) -> set[int]:
    """Return every offset of a run that lies in one of the spans."""
    return {
        offset
        for span in spans
        if span.overlaps(within)
        for offset in range(max(span.start, within.start), min(span.end, within.end))
    }
