"""Echoes: whether somebody says again what the other side has said."""

from __future__ import annotations

import re


def echoes(text: str, before: str) -> bool:
    """Tell whether nearly every word of weight in a text stands in what was said before.

    Both are plain text. A text without a word of weight echoes nothing.
    """
    said = weighty(text)
    if not said:
        return False
    heard = weighty(before)
    again = sum(word in heard for word in said)
    return again >= 1 and again >= _SHARE * len(said)


def weighty(text: str) -> list[str]:
    """Return the words of weight of a text, cut to their stems."""
    words = _WORD.findall(text.casefold())
    return [_stem(word) for word in words if word not in _LIGHT]


def _stem(word: str) -> str:
    word = word.removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + _KEPT:
            return word.removesuffix(ending)
    return word


_SHARE = 0.7
_KEPT = 2
_ENDINGS = ("ing", "ed", "es", "s", "d")
_WORD = re.compile(r"[a-z0-9][\w']*")
_LIGHT = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "it",
        "its",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "am",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "shall",
        "should",
        "must",
        "do",
        "does",
        "did",
        "have",
        "has",
        "had",
        "i",
        "you",
        "we",
        "he",
        "she",
        "they",
        "me",
        "us",
        "him",
        "her",
        "them",
        "my",
        "your",
        "our",
        "his",
        "their",
        "mine",
        "yours",
        "and",
        "or",
        "but",
        "so",
        "then",
        "to",
        "of",
        "in",
        "at",
        "by",
        "with",
        "as",
        "if",
        "for",
        "from",
        "yes",
        "ok",
        "sure",
        "fine",
        "all",
        "right",
        "good",
        "great",
        "well",
        "oh",
        "um",
        "uh",
        "ah",
        "please",
        "thanks",
        "thank",
        "agreed",
        "deal",
        "certainly",
        "course",
        "absolutely",
        "gladly",
        "indeed",
        "there",
        "here",
        "now",
        "just",
        "only",
        "not",
        "no",
        "nothing",
        "nobody",
        "never",
        "none",
        "too",
        "also",
        "still",
        "say",
        "said",
        "tell",
        "told",
        "mean",
        "what",
        "how",
        "who",
        "which",
        "some",
        "any",
        "go",
        "on",
        "ahead",
        "got",
        "one",
        "thing",
        "things",
        "bit",
        "part",
        "sir",
        "madam",
        "mate",
        "love",
        "sorry",
        "let",
        "make",
        "put",
        "use",
        "word",
        "promise",
        "accept",
        "accepted",
        "confirmed",
        "understood",
        "clear",
        "happy",
        "glad",
        "i'm",
        "it's",
        "you're",
    ]
)
