"""Breaking a paragraph into rows of a given width, wide characters counted as two columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from unicodedata import category, east_asian_width

from groundrules.reporters.display_width import cells
from groundrules.reporters.sheets.sheet_characters import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOSING = frozenset({"Pe", "Pf", "Po"})
"""General categories of what never begins a row: brackets and full stops that end something."""

_OPENING = frozenset({"Ps", "Pi"})
"""General categories of what never ends a row."""


class _Chunk(NamedTuple):
    """What is never broken: a word, or one character of a script that has no blanks."""

    shown: str
    width: int
    follows_blank: bool


def rows(text: str, columns: int) -> list[str]:
    """Return a paragraph as rows that fit into so many columns of a terminal; at least one.

    Rows are broken at blanks, and on either side of a character that is two columns wide. A word
    longer than a row stays whole, so that it can be copied.
    """
    broken, taken = [""], 0
    for chunk in _chunks(text):
        gap = chunk.follows_blank and taken > 0
        if taken and taken + gap + chunk.width > columns:
            broken.append("")
            gap, taken = False, 0
        broken[-1] += " " * gap + chunk.shown
        taken += gap + chunk.width
    return broken


def width_of(text: str) -> int:
    """Return how many columns a text takes on one row."""
    chunks = list(_chunks(text))
    return sum(chunk.width + chunk.follows_blank for chunk in chunks)


def widest_word(text: str) -> int:
    """Return how many columns the widest part takes that is never broken."""
    return max((chunk.width for chunk in _chunks(text)), default=0)


def padded(text: str, columns: int) -> str:
    """Return a row filled with blanks to so many columns; a wider one as it is."""
    return text + " " * (columns - width_of(text))


def _chunks(text: str) -> Iterator[_Chunk]:
    for number, word in enumerate(printable(text).split(" ")):
        follows_blank = number > 0
        for shown, width in _parts(word):
            yield _Chunk(shown, width, follows_blank)
            follows_blank = False


def _parts(word: str) -> Iterator[tuple[str, int]]:
    if word.isascii():
        yield word, len(word)
        return
    shown, width, before = "", 0, ""
    for cell in cells(word, 0, len(word)):
        char = word[cell.offset]
        if before and cell.width and _may_part(before, char):
            yield shown, width
            shown, width = "", 0
        shown, width = shown + cell.shown, width + cell.width
        before = char if cell.width else before
    yield shown, width


def _may_part(before: str, after: str) -> bool:
    return (
        "W" in (east_asian_width(before), east_asian_width(after))
        and category(after) not in _CLOSING
        and category(before) not in _OPENING
    )
