"""Drafts for tests, written as text, and the cases that stand in the files beside the tests.

A case is a line of copy (`\n` in it ends a line) with what is expected below it, indented. A line
that begins with `##` is a heading.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from groundrules.draft.document import Draft, Span


class Case(NamedTuple):
    """A text and the lines below it, without two spaces of their indent."""

    text: str
    expected: tuple[str, ...]


def draft_of(text: str) -> Draft:
    """Return a draft all of which is copy."""
    return Draft("-", text, (Span(0, len(text)),) if text else ())


def cut(draft: Draft, span: Span | None) -> str:
    """Return the words of a span; "" for None."""
    return draft.text[span.start : span.end] if span else ""


def cases(name: str) -> list[Case]:
    """Return the cases of a file beside the tests."""
    written = (Path(__file__).parent / name).read_text(encoding="utf-8")
    blocks = [block.splitlines() for block in written.strip().split("\n\n")]
    return [
        Case(text.replace("\\n", "\n"), tuple(line[2:] for line in lines))
        for text, *lines in blocks
        if not text.startswith("##")
    ]
