"""Sets of words, written as text."""

from __future__ import annotations


def listed(text: str) -> frozenset[str]:
    """Return the words of a text, divided by white space, as a set."""
    return frozenset(text.split())
