"""The bodies of drafts: published texts joined, and where in them a passage can stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from groundrules.draft.document import Draft, Span
from groundrules.draft.quotation import find_quotations

if TYPE_CHECKING:
    import random

DRAFT_WORDS = 1500
PASSAGES = 6
"""Passages in a draft."""

_SENTENCE_END = re.compile(r"(?<=[a-z0-9]{3})[.!?][\"”’)]*(?=\s+[“\"A-Z]|$)")
"""No abbreviation of a title or a state: those begin with a capital letter and are short."""

_APART = 200
"""The fewest characters between two passages of a draft."""


class Bodies:
    """The bodies of drafts: whole texts joined, in ever new orders."""

    def __init__(self, texts: dict[str, str], chance: random.Random) -> None:
        """Begin with no order drawn."""
        self._texts = texts
        self._chance = chance
        self._left: list[str] = []

    def next(self) -> str:
        """Return a body."""
        if not self._left:
            names = list(self._texts)
            self._chance.shuffle(names)
            self._left = joined({name: self._texts[name] for name in names})
        return self._left.pop()


def joined(texts: dict[str, str]) -> list[str]:
    """Return texts of at least so many words, each made of whole ones; every text is in one."""
    bodies: list[str] = []
    parts: list[str] = []
    words = 0
    for text in texts.values():
        parts.append(text)
        words += len(text.split())
        if words >= DRAFT_WORDS * 0.9:
            bodies.append("\n\n".join(parts))
            parts, words = [], 0
    return bodies or ["\n\n".join(parts)]


def openings(text: str, chance: random.Random) -> list[int]:
    """Return where passages can stand: behind sentences outside quotations, well apart."""
    quotations = find_quotations(Draft("draft", text, (Span(0, len(text)),)))
    inside = [one.span for one in quotations]
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    ends = [end for end in ends if not any(span.start < end < span.end for span in inside)]
    chance.shuffle(ends)
    places: list[int] = []
    for end in ends:
        if all(abs(end - other) >= _APART for other in places):
            places.append(end)
            if len(places) == PASSAGES:
                break
    return sorted(places) or [len(text)]
