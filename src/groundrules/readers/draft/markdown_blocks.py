"""The blocks of a Markdown file: which part of each line is copy, and which lines belong together.

As CommonMark 0.31 has it where readers would notice, with two differences for safety: a fence or a
comment that is never closed hides nothing, and indented code is copy.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from groundrules.draft.document import Omission, Span
from groundrules.readers.draft.markdown_fences import closing_fences

_DEEPEST = 20
"""How many block quotes and lists may contain each other; deeper marks are copy."""


class Blocks(NamedTuple):
    """What the lines of a file are.

    Attributes:
        lines: the copy of each line, its end included, in order; marks inside it still stand.
        starts: where each paragraph, heading, list item or row of a table starts.
        quotes: the block quotes, in order.
        omissions: code between fences and definitions of links.
        labels: what the definitions define, in lower case.
        heading: the first heading of the first level; an empty span where there is none.
    """

    lines: list[Span]
    starts: list[int]
    quotes: list[Span]
    omissions: list[Omission]
    labels: set[str]
    heading: Span


class Line(NamedTuple):
    """A line: where it and what it contains start, where it ends, and what contains it."""

    outer: int
    start: int
    end: int
    text: str
    is_quoted: bool
    is_item: bool


@cache
def _line_pattern() -> re.Pattern[str]:
    return re.compile(r"[^\r\n]+(?:\r\n|\r|\n|\Z)|\r\n|\r|\n")


@cache
def _container() -> re.Pattern[str]:
    return re.compile(
        r"[ \t]*(?:(>)|([-*+]|(\d{1,9})[.)])(?=[ \t\r\n]|\Z)([ \t]+\[[ xX]\](?=[ \t]))?)"
    )


@cache
def _rule() -> re.Pattern[str]:
    return re.compile(r"(?:\*[ \t]*){3,}\Z|(?:-[ \t]*){3,}\Z|(?:_[ \t]*){3,}\Z")


@cache
def _underline() -> re.Pattern[str]:
    return re.compile(r"(=|-)\1*[ \t]*\Z")


@cache
def _table_rule() -> re.Pattern[str]:
    return re.compile(r"[ \t|:-]*-[ \t|:-]*\Z")


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(r"(#{1,6})(?:[ \t]+|\Z)")


@cache
def _definition() -> re.Pattern[str]:
    return re.compile(
        r"""\[((?!\^)[^\[\]]+)\]:[ \t]*(?:<[^<>]*>|\S+)"""
        r"""(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\Z"""
    )


@cache
def _footnote() -> re.Pattern[str]:
    return re.compile(r"\[\^[^\[\]]+\]:[ \t]*")


def blocks(text: str, start: int) -> Blocks:
    """Return the blocks of a text from an offset on, the end of its front matter."""
    return _Scanner(text, start).scanned()


class _Scanner:
    """One walk through the lines."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.lines: list[Span] = []
        self.starts: list[int] = []
        self.quotes: list[Span] = []
        self.omissions: list[Omission] = []
        self.labels: set[str] = set()
        self.heading = Span(0, 0)
        self.in_paragraph = False
        self.in_quote = False
        self.in_item = False
        self.all = [match.span() for match in _line_pattern().finditer(text, start)]
        self.fences = closing_fences([_bare(text[slice(*one)]) for one in self.all])

    def scanned(self) -> Blocks:
        at = 0
        while at < len(self.all):
            at = self._take(at)
        return Blocks(
            self.lines, self.starts, self.quotes, self.omissions, self.labels, self.heading
        )

    def _take(self, at: int) -> int:
        """Take the line at a place, or the whole fenced code; return the place behind it."""
        line = self._line(*self.all[at])
        closing = self.fences.get(at)
        if closing:
            self._close(line)
            code = Span(line.outer, self.all[closing][1])
            self.omissions.append(Omission(code, "code between fences"))
            return closing + 1
        self._take_line(line)
        return at + 1

    def _take_line(self, line: Line) -> None:
        if (
            not line.text
            or self._is_underline(line)
            or _rule().match(line.text)
            or (line.text.count("|") and _table_rule().match(line.text))
        ):
            self._close(line)
        elif not self.in_paragraph and (definition := _definition().match(line.text)):
            self.labels.add(" ".join(definition[1].lower().split()))
            self.omissions.append(Omission(Span(line.start, line.end), "addresses of links"))
            self._close(line)
        elif heading := _heading().match(line.text):
            self._take_heading(line, heading)
        else:
            self._take_text(line)

    def _is_underline(self, line: Line) -> bool:
        """Tell whether a line makes a heading of the paragraph before it; if so, note it."""
        mark = _underline().match(line.text) if self.in_paragraph and not line.is_item else None
        if mark and mark[1] == "=" and not self.heading.end:
            self.heading = Span(self.starts[-1], line.outer)
        return bool(mark)

    def _take_heading(self, line: Line, heading: re.Match[str]) -> None:
        self._close(line)
        words = line.text[heading.end() :]
        bare = words.rstrip("#")
        if bare != words and (not bare or bare[-1] in " \t"):
            words = bare.rstrip()
        start = line.start + heading.end()
        span = Span(start, start + len(words))
        if words:
            self.starts.append(start)
            self.lines.append(span)
        if len(heading[1]) == 1 and not self.heading.end:
            self.heading = span

    def _take_text(self, line: Line) -> None:
        start = line.start
        note = _footnote().match(line.text)
        begins = line.is_item or note or line.text[0] == "|" or not self.in_paragraph
        if begins or (line.is_quoted and not self.in_quote):
            self._quote(line)
            self.in_item = line.is_item
            start += note.end() if note else 0
            self.starts.append(start)
        elif self.in_quote:  # with or without its mark, the paragraph goes on
            self.quotes[-1] = Span(self.quotes[-1].start, line.end)
        self.lines.append(Span(start, line.end))
        self.in_paragraph = True

    def _quote(self, line: Line) -> None:
        if line.is_quoted and self.in_quote:
            self.quotes[-1] = Span(self.quotes[-1].start, line.end)
        elif line.is_quoted:
            self.quotes.append(Span(line.start, line.end))
        self.in_quote = line.is_quoted

    def _close(self, line: Line) -> None:
        self.in_paragraph = False
        self.in_quote = self.in_quote and line.is_quoted

    def _line(self, outer: int, end: int) -> Line:
        at, quoted, item = outer, False, False
        for _ in range(_DEEPEST):
            match = _container().match(self.text, at, end)
            if not match:
                break
            if self.in_paragraph and not self.in_item and match[3] and match[3] != "1":
                break  # only a list that begins with 1 can break off a paragraph
            quoted = quoted or bool(match[1])
            item = item or bool(match[2])
            at = match.end()
        text = self.text[at:end]
        start = at + len(text) - len(text.lstrip())
        return Line(outer, start, end, text.strip(), quoted, item)


def _bare(line: str) -> str:
    """Return a line without the marks of what contains it, for the search of fences."""
    at = 0
    while match := _container().match(line, at):
        at = match.end()
    return line[at:].strip()
