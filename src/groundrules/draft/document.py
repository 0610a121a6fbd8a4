"""The draft: its text exactly as the file has it, and where in it everything stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\n|\r")


class Span(NamedTuple):
    """A run of characters, `start` included and `end` not, counted in code points from 0."""

    start: int
    end: int

    def within(self, other: Span) -> bool:
        """Tell whether this span lies wholly in the other one."""
        return other.start <= self.start and self.end <= other.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


class Position(NamedTuple):
    """A place as people count it: line and column, both from 1, columns in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that is about to be published, or has been.

    Attributes:
        path: the file as the caller named it; `-` is standard input.
        text: every character of the file but a byte-order mark, line endings as they are.
        copy: the spans that readers will see, in order: no front matter, no comments.
        title: the headline, where the format tells it; "" otherwise.
    """

    path: str
    text: str
    copy: tuple[Span, ...]
    title: str = ""
    _line_starts: list[int] = field(default_factory=list, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note where each line starts: behind a line feed, a carriage return, or both."""
        ends = (match.end() for match in _LINE_END.finditer(self.text))
        object.__setattr__(self, "_line_starts", [0, *ends])

    def position(self, offset: int) -> Position:
        """Return the line and column of an offset into the text."""
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)
