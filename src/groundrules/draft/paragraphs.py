"""The paragraphs of a draft: the runs of its print between blank lines or blocks."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
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


@cache
def _line() -> re.Pattern[str]:
    return re.compile(r"[^\r\n]+(?:\r\n|\r|\n|\Z)|\r\n|\r|\n")


def _paragraphs(text: str) -> list[Stretch]:
    found: list[Stretch] = []
    start = end = -1
    for match in _line().finditer(text):
        line = match[0]
        if not line.strip():
            if start >= 0:
                found.append(Stretch(start, end))
            start = -1
            continue
        if start < 0:
            start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
    if start >= 0:
        found.append(Stretch(start, end))
    return found
