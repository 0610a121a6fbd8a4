"""Plain text: a turn's words in one spelling, with the way back to where each of them stood.

Capitals, apostrophes, contractions, hyphens and British spellings are evened out, so that a
pattern has one form to look for, whether a person typed the words or a machine heard them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import NamedTuple

from groundrules.record.cues.abbreviations import ABBREVIATION, ENDING
from groundrules.record.cues.spellings import (
    BEHIND,
    BRITISH,
    ENDINGS,
    IS,
    PAIRS,
    PARTED,
    SECONDS,
    SPELLINGS,
)

_TOKEN = re.compile(
    rf"(?P<ending>{ENDING})"
    rf"|(?P<word>[ap]\.\s?m\b\.?|{ABBREVIATION}|[^\W_]{{1,60}}(?:['’][^\W_]{{1,60}}){{0,3}})"
    r"|(?P<note>\[[^\]\n]{0,60}\]"
    r"|\(\W{0,3}(?:laugh|inaud|silence|pause|nod|cross|sigh|chuckl)[^)\n]{0,40}\))"
    r"|(?P<stop>[.?!…]+)"
    r"|(?P<comma>[,;:()–—]|--+|\n+)",
    re.IGNORECASE,
)

_HALF_OF_DAY = re.compile(r"[ap]\.\s?m\.?")
_QUOTES = frozenset("\"'“”‘’«»`")


class Plain(NamedTuple):
    """A text in one spelling.

    Attributes:
        text: the evened words, single blanks between them; `.`, `?` and `!` end a sentence, `,`
            stands for every lesser break, and `[` for a note such as `[inaudible]`.
        at: where in `text` each word begins.
        starts: where in the original each word begins.
        ends: where in the original each word ends.
        original: the text as it was.
    """

    text: str
    at: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    original: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the original the words from `start` to `end` of `text` stand.

        There must be a word: an empty text has no sentence to ask about.
        """
        first = max(bisect_right(self.at, start) - 1, 0)
        last = max(bisect_right(self.at, max(end - 1, start)) - 1, first)
        return (self.starts[first], self.ends[last])

    def place(self, original: int) -> int:
        """Return where in `text` the word ends that stands before a place of the original."""
        index = bisect_left(self.starts, original)
        return self.at[index] - 1 if index < len(self.at) else len(self.text)

    def sentence(self, start: int, end: int) -> str:
        """Return the original words as `words` does, with the quotation mark that opens them."""
        first, last = self.span(start, end)
        quoted = first > 0 and self.original[first - 1] in _QUOTES
        return " ".join(self.original[first - quoted : last + quoted].split())

    def words(self, start: int, end: int) -> str:
        """Return the original words that stand at `start` to `end` of `text`, in one line."""
        first, last = self.span(start, end)
        return " ".join(self.original[first:last].split())


@lru_cache(maxsize=32)
def plain(text: str) -> Plain:
    """Return a text in one spelling."""
    words: list[tuple[str, int, int]] = []
    last = ""
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        stop = (".",) if match["ending"] else ()
        for word in (*_forms(match.group()), *stop):
            words.append((word, start, end))
            if last in BEHIND or (last and word in SECONDS):
                _mend_pair(words)
            last = words[-1][0]
    return Plain(
        " ".join([word for word, _, _ in words]),
        tuple(_places(words)),
        tuple([start for _, start, _ in words]),
        tuple([end for _, _, end in words]),
        text,
    )


def _places(words: list[tuple[str, int, int]]) -> list[int]:
    """Return where each word begins when they stand with single blanks between them."""
    places, place = [], 0
    for word, _, _ in words:
        places.append(place)
        place += len(word) + 1
    return places


def _mend_pair(words: list[tuple[str, int, int]]) -> None:
    """Make one word of `no one` at the end of words; and two of `id` in `id like`."""
    joined = PAIRS.get((words[-2][0], words[-1][0]))
    if joined:
        words[-2:] = [(joined, words[-2][1], words[-1][2])]
    if len(words) > 1 and words[-1][0] in BEHIND.get(words[-2][0], ()):
        word, start, end = words[-2]
        words[-2:-1] = [(part, start, end) for part in PARTED[word]]


@lru_cache(maxsize=8192)
def _forms(token: str) -> tuple[str, ...]:
    """Return the words in one spelling that a word, a stop, a comma or a note stands for."""
    if token[0].isalnum():
        return _word(token.lower().replace("’", "'"))
    if token[0] == "[" or (token[0] == "(" and len(token) > 1):
        return (f"[{re.sub(r'[^a-z]+', '-', token.lower()).strip('-')}]",)
    if token[0] in ".?!…":
        return ("?" if "?" in token else "." if "." in token or "…" in token else "!",)
    return (",",)


def _word(word: str) -> tuple[str, ...]:
    if "." in word:
        halves = _HALF_OF_DAY.fullmatch(word)
        return (f"{word[0]}m",) if halves else (word.strip(".").replace(".", "_"),)
    known = SPELLINGS.get(word)
    if known:
        return known
    for ending, stands_for in ENDINGS.items():
        if word.endswith(ending):
            return (*_word(word.removesuffix(ending)), stands_for)
    if word.endswith("'s") and word[:-2] in IS:
        return (word[:-2], "is")
    return (BRITISH.sub(lambda found: f"{found[1]}iz{found[2]}", word),)


def quoted_from(text: str, start: int) -> int | None:
    """Return where the quotation that opens just before `start` ends; None where none opens."""
    before = text[:start].rstrip(" ")[-1:]
    if before not in _QUOTES or not before:
        return None
    return next((place for place in range(start, len(text)) if _closes(text, place)), None)


def _closes(text: str, place: int) -> bool:
    return text[place] in _QUOTES and not text[place + 1 : place + 2].isalnum()


def is_quoted(text: str, words: str) -> bool:
    """Tell whether words stand in quotation marks in a text."""
    return any(f"{mark}{words}" in text for mark in "\"“‘'«„")


def is_quotation(text: str) -> bool:
    """Tell whether a text holds words in quotation marks."""
    return bool(_QUOTATION.search(text))


_QUOTATION = re.compile(r"[\"“”‘«»][^\"“”«»]{3,60}[\"“”’«»]")
