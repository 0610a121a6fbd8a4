"""The draft: its text exactly as the file has it, and where in it everything stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

Value = TypeVar("Value")

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


class Omission(NamedTuple):
    """A part of the file that is not copy, and what it is: `front matter`, `comments`.

    Attributes:
        span: where it stands; empty where the text has nothing of it.
        what: what it is called, in the plural or as a mass.
        seen: readers see it all the same, such as pictures; it is not copy because it is not read.
    """

    span: Span
    what: str
    seen: bool = False


class Substitution(NamedTuple):
    """A run of the file in the place of which readers see other characters: `&amp;` for `&`."""

    span: Span
    shown: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that is about to be published, or has been.

    Attributes:
        path: the file as the caller named it; `-` is standard input.
        text: every character of the file but a byte-order mark, line endings as they are.
        copy: the spans that readers will see, in order: no front matter, no comments, no marks
            of emphasis, no addresses of links.
        title: the headline, where the format tells it; "" otherwise.
        blocks: the paragraphs, headings and list items, in order, where the reader tells them;
            none where blank lines do.
        block_quotes: those parts of the copy that are set off as quoted, in order.
        left_out: what of the file is no copy though it holds words, so that a tally can name it.
        substitutions: the parts of the copy that readers see as other characters, in order.
    """

    path: str
    text: str
    copy: tuple[Span, ...]
    title: str = ""
    _line_starts: list[int] = field(default_factory=list, repr=False, compare=False)
    blocks: tuple[Span, ...] = ()
    block_quotes: tuple[Span, ...] = ()
    left_out: tuple[Omission, ...] = ()
    substitutions: tuple[Substitution, ...] = ()
    _kept: dict[str, object] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note where each line starts: behind a line feed, a carriage return, or both."""
        ends = (match.end() for match in _LINE_END.finditer(self.text))
        object.__setattr__(self, "_line_starts", [0, *ends])

    def position(self, offset: int) -> Position:
        """Return the line and column of an offset into the text."""
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def keep(self, name: str, make: Callable[[Draft], Value]) -> Value:
        """Return what was made of this draft under a name; it is made the first time only.

        A draft never changes, so what follows from it need not be worked out twice.
        """
        if name not in self._kept:
            self._kept[name] = make(self)
        return cast("Value", self._kept[name])
