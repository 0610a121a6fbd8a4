"""A sheet on a terminal: as wide as it is, down to forty columns, and as plain as it need be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.reporters.lines import EMPTY, Piece, plain
from groundrules.reporters.sheets.sheet import Blanks, Heading, Items, Paragraph, Rows
from groundrules.reporters.sheets.sheet_wrapping import padded, rows, widest_word, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.reporters.lines import Line
    from groundrules.reporters.sheets.sheet import Block, Sheet

_WIDEST = 88
"""More columns than that are hard to read, and are left empty."""

_GAP = "  "
_NARROWEST_COLUMN = 16
_SHORTEST_BLANK = 12
_UNDERLINES = {0: "=", 1: "-"}

_BEFORE = {"": "", "note": "  ", "warning": "! ", "spoken": "  | "}
"""What stands before every row of a paragraph, by its role; a warning has it before its first."""

_COLOURS = {"note": "aside", "warning": "warning"}
"""The role of a paragraph to the role of its pieces, for those that are coloured."""


def lines(sheet: Sheet, columns: int) -> Iterator[Line]:
    """Yield a sheet as lines for a terminal.

    Args:
        sheet: the sheet; every text in it is shown with its control characters made harmless.
        columns: how many a line may take. Only a word that is longer takes more.
    """
    columns = min(columns, _WIDEST)
    yield from _heading(Heading(sheet.title, 0), columns)
    for block in sheet.blocks:
        yield EMPTY
        yield from _block(block, columns)


def _block(block: Block, columns: int) -> Iterator[Line]:
    match block:
        case Heading():
            return _heading(block, columns)
        case Paragraph():
            return _paragraph(block, columns)
        case Items():
            return _items(block, columns)
        case Rows():
            return _rows(block, columns)
        case Blanks():
            return _blanks(block, columns)


def _heading(heading: Heading, columns: int) -> Iterator[Line]:
    broken = rows(heading.text, columns)
    for row in broken:
        yield plain(row, "label")
    if heading.level in _UNDERLINES:
        longest = min(columns, max(map(width_of, broken)))
        yield plain(_UNDERLINES[heading.level] * longest, "gutter")


def _paragraph(paragraph: Paragraph, columns: int) -> Iterator[Line]:
    before = _BEFORE.get(paragraph.role, "")
    role = _COLOURS.get(paragraph.role, "")
    again = "  " if paragraph.role == "warning" else before
    for number, row in enumerate(rows(paragraph.text, columns - len(before))):
        yield (Piece(again if number else before, role or "gutter"), Piece(row, role))


def _items(items: Items, columns: int) -> Iterator[Line]:
    widest = len(str(len(items.items)))
    for number, item in enumerate(items.items, 1):
        mark = {"steps": f"{number:>{widest}}. ", "boxes": "[ ] "}.get(items.kind, "- ")
        yield from _hanging(item, mark, columns)


def _hanging(text: str, mark: str, columns: int, role: str = "gutter") -> Iterator[Line]:
    for number, row in enumerate(rows(text, columns - len(mark))):
        yield (Piece(" " * len(mark) if number else mark, role), Piece(row))


def _rows(table: Rows, columns: int) -> Iterator[Line]:
    widths = _widths(table, columns)
    if widths is None:
        return _stacked(table, columns)
    return _side_by_side(table, widths)


def _widths(table: Rows, columns: int) -> list[int] | None:
    """Return how wide each column becomes, or None where they do not fit side by side."""
    cells = list(zip(table.head, *table.rows, strict=True))
    widths = [max(map(width_of, column)) for column in cells]
    least = [
        min(natural, max(_NARROWEST_COLUMN, *map(widest_word, column)))
        for natural, column in zip(widths, cells, strict=True)
    ]
    room = columns - len(_GAP) * (len(widths) - 1)
    if sum(least) > room:
        return None
    while sum(widths) > room:
        spare = [width if width > low else 0 for width, low in zip(widths, least, strict=True)]
        widths[spare.index(max(spare))] -= 1
    return widths


def _side_by_side(table: Rows, widths: Sequence[int]) -> Iterator[Line]:
    yield from _row(table.head, widths, "label")
    yield plain(_GAP.join("-" * width for width in widths), "gutter")
    for row in table.rows:
        yield from _row(row, widths, "")


def _row(row: Sequence[str], widths: Sequence[int], role: str) -> Iterator[Line]:
    broken = [rows(cell, width) for cell, width in zip(row, widths, strict=True)]
    for number in range(max(map(len, broken))):
        parts = [cell[number] if number < len(cell) else "" for cell in broken]
        shown = (padded(part, width) for part, width in zip(parts, widths, strict=True))
        yield plain(_GAP.join(shown).rstrip(), role)


def _stacked(table: Rows, columns: int) -> Iterator[Line]:
    for label in () if table.rows else table.head:
        yield from _labelled(label, "", "", columns)
    for number, row in enumerate(table.rows):
        if number:
            yield EMPTY
        for place, (label, cell) in enumerate(zip(table.head, row, strict=True)):
            indent = _GAP if place else ""
            yield from _labelled(label, cell, indent, columns)


def _labelled(label: str, cell: str, indent: str, columns: int) -> Iterator[Line]:
    text = f"{label}: {cell}" if label else cell
    role = "" if indent else "label"
    for number, row in enumerate(rows(text, columns - 2 * len(_GAP))):
        yield (Piece(indent + _GAP if number else indent), Piece(row, role))


def _blanks(blanks: Blanks, columns: int) -> Iterator[Line]:
    for label in blanks.labels:
        *before, last = rows(f"{label}:", columns)
        for row in before:
            yield plain(row)
        room = columns - width_of(last) - 1
        if room < _SHORTEST_BLANK:
            yield plain(last)
            yield plain("_" * columns, "gutter")
        else:
            yield (Piece(last + " "), Piece("_" * room, "gutter"))
