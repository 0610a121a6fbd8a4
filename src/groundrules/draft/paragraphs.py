"""The paragraphs of a draft: the runs of its print between blank lines or blocks."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from groundrules.draft.printed import Stretch, printed

if TYPE_CHECKING:
    from groundrules.draft.document import Draft, Span
    from groundrules.draft.printed import Printed


def paragraphs(draft: Draft) -> tuple[Span, ...]:
    """Return the paragraphs of a draft, headings and list items among them, in order."""
    shown = printed(draft)
    return tuple(shown.span(*one) for one in paragraph_stretches(draft))


def paragraph_stretches(draft: Draft) -> list[Stretch]:
    """Return the paragraphs as stretches of the print, without the space around them."""
    return draft.keep("paragraphs", lambda one: _paragraphs(printed(one).text))


def stretch(shown: Printed, span: Span) -> Stretch:
    """Return the stretch of the print that a span of the file is printed as; it may be empty."""
    start = bisect_left(shown.starts, span.start)
    while start < len(shown.starts) and shown.ends[start] == span.start:
        start += 1  # the break before a block stands where the block does
    return Stretch(start, max(start, bisect_left(shown.starts, span.end)))


def _paragraphs(text: str) -> list[Stretch]:
    found: list[Stretch] = []
    start = end = -1
    at = 0
    for line in _lines(text):
        if line and not line.isspace():
            if start < 0:
                start = at + len(line) - len(line.lstrip())
            end = at + len(line.rstrip())
        elif start >= 0:
            found.append(Stretch(start, end))
            start = -1
        at += len(line) + 1
    if start >= 0:
        found.append(Stretch(start, end))
    return found


def _lines(text: str) -> list[str]:
    """Return the lines, each without the one character that ends it."""
    return text.replace("\r\n", " \n").replace("\r", "\n").split("\n")
