"""How wide a text is on a terminal, and what is shown in place of what cannot be shown."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAB = 4
_HIDDEN = "\N{REPLACEMENT CHARACTER}"
_CONTROL_PICTURES = 0x2400
_DELETE = 0x7F
_DELETE_PICTURE = "\N{SYMBOL FOR DELETE}"
_JAMO_VOWELS_AND_FINALS = range(0x1160, 0x1200)


class Cell(NamedTuple):
    """One character of a draft as it is shown.

    Attributes:
        offset: where in the draft it stands.
        shown: what is printed for it; "" for a character that has no look of its own.
        width: how many columns of a terminal that takes: 0, 1, 2, or a tab's.
    """

    offset: int
    shown: str
    width: int


def cells(text: str, start: int, end: int) -> Iterator[Cell]:
    """Yield the characters of a line as a terminal may safely show them.

    Control characters become their pictures, so that a draft cannot steer the terminal;
    invisible formatting characters, the bidirectional controls among them, are left out.
    Widths follow Unicode Standard Annex #11, East Asian Width.
    """
    column = 0
    for offset in range(start, end):
        shown, width = _shown(text[offset], column)
        column += width
        yield Cell(offset, shown, width)


def _shown(char: str, column: int) -> tuple[str, int]:
    if " " <= char <= "~":
        return char, 1
    if char == "\t":
        width = _TAB - column % _TAB
        return " " * width, width
    category = unicodedata.category(char)
    if category == "Cf":
        return "", 0
    if category in {"Mn", "Me"} or ord(char) in _JAMO_VOWELS_AND_FINALS:
        return char, 0
    if category in {"Cc", "Cs", "Zl", "Zp"}:
        return _picture(char), 1
    return char, 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _picture(char: str) -> str:
    code = ord(char)
    if code < ord(" "):
        return chr(_CONTROL_PICTURES + code)
    return _DELETE_PICTURE if code == _DELETE else _HIDDEN


def one_line(text: str) -> str:
    """Return a text as one line that cannot steer the terminal: a path, or a fault's message."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(char, 0)[0] for char in text.replace("\t", " "))
