"""The reading grade of a text, by a library: frightened people read what we write."""

from __future__ import annotations

import textstat
from textstat.backend.selections._list_words import list_words
from textstat.backend.utils._get_cmudict import get_cmudict

HARDEST = 8.0
"""The highest Flesch-Kincaid grade of a text that a frightened person reads."""

_LANGUAGE = "en_US"


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade of a text; meaningful from about sixty words on."""
    _note_unknown_words(text)
    return float(textstat.flesch_kincaid_grade(text))


def _note_unknown_words(text: str) -> None:
    """Give each word that the dictionary of sounds lacks an empty entry.

    The library then counts its syllables by hyphenation, as it is meant to; with the dictionary of
    today, which is no `defaultdict` any more, it would stop there instead.
    """
    dictionary = get_cmudict(_LANGUAGE)
    if dictionary is not None:
        for word in list_words(text, lowercase=True):
            dictionary.setdefault(word, [])
