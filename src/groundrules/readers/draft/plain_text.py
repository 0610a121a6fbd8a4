"""Drafts in plain text: all of it is copy.

Paragraphs are told by blank lines, by indented first lines, or, where lines are not wrapped, by
the ends of lines.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from groundrules.draft.document import Draft, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNWRAPPED = 100
"""A longer line was not wrapped by hand, so that it is a paragraph of its own."""

_INDENT = ("  ", "\t", "\u3000")


def plain_draft(path: str, text: str) -> Draft:
    """Return the draft that a plain text is.

    Args:
        path: the file as the caller named it.
        text: its text without a byte-order mark.
    """
    whole = (Span(0, len(text)),) if text else ()
    return Draft(path, text, whole, blocks=tuple(Span(at, at) for at in _starts(text)))


@cache
def _line() -> re.Pattern[str]:
    return re.compile(r"[^\r\n]+")


def _starts(text: str) -> Iterator[int]:
    """Yield where paragraphs start that no blank line tells."""
    length, indented = 0, False
    for match in _line().finditer(text):
        line = match[0]
        was_long, was_indented = length > _UNWRAPPED, indented
        length, indented = len(line.rstrip()), line.startswith(_INDENT)
        if length and (was_long or (indented and not was_indented)):
            yield match.start()
