"""The reading grade of a text, by a library: frightened people read what we write."""

from __future__ import annotations

import textstat

HARDEST = 8.0
"""The highest Flesch-Kincaid grade of a text that a frightened person reads."""


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade of a text; meaningful from about sixty words on."""
    return float(textstat.flesch_kincaid_grade(text))
