"""Positions: places of a text as the protocol counts them, and as offsets of characters.

The protocol counts lines from 0, ended by a line feed, a carriage return or both, and in a line the
units of an encoding that both sides agreed on (LSP 3.17, `Position` and `PositionEncodingKind`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from groundrules.draft.document import Span

_LINE_END = re.compile(r"\r\n|\n|\r")
_BEYOND = 0xFFFF
"""The last character that UTF-16 writes with one unit."""


class Lines:
    """The lines of a text, to go from offsets to positions and back."""

    def __init__(self, text: str, encoding: str) -> None:
        """Note where each line starts.

        Args:
            text: the text.
            encoding: `utf-8`, `utf-16` or `utf-32`.
        """
        self._text = text
        self._encoding = encoding
        ends = list(_LINE_END.finditer(text))
        self._starts = [0, *(end.end() for end in ends)]
        self._ends = [*(end.start() for end in ends), len(text)]

    def position(self, offset: int) -> types.Position:
        """Return the position of an offset."""
        line = bisect_right(self._starts, offset) - 1
        start = self._starts[line]
        return types.Position(line, self._units(self._text[start:offset]))

    def offset(self, position: types.Position) -> int:
        """Return the offset of a position; one behind the end of a line or text is that end."""
        if position.line >= len(self._starts):
            return len(self._text)
        start, end = self._starts[position.line], self._ends[position.line]
        at, units = start, 0
        while at < end and units < position.character:
            units += self._units(self._text[at])
            at += 1
        return at

    def range(self, span: Span) -> types.Range:
        """Return the range of a span."""
        return types.Range(self.position(span.start), self.position(span.end))

    def place(self, line: int, column: int) -> types.Range:
        """Return the range from a place to the end of its line.

        Args:
            line: from 1; 0 for the first one.
            column: in characters, from 1; 0 for the whole line.
        """
        row = min(max(line, 1), len(self._starts)) - 1
        start = min(self._starts[row] + max(column, 1) - 1, self._ends[row])
        return types.Range(self.position(start), self.position(self._ends[row]))

    def _units(self, text: str) -> int:
        if self._encoding == types.PositionEncodingKind.Utf32 or text.isascii():
            return len(text)
        if self._encoding == types.PositionEncodingKind.Utf8:
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text) + sum(char > chr(_BEYOND) for char in text)
