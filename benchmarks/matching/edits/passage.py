"""The passage: a sentence for a draft, in which words of a statement stand."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.matching.lexicon import has_content

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from benchmarks.matching.lexicon import Lexicon

_TOKEN = re.compile(r"\S+")
_FRAGMENT = 9
"""Words of the longest fragment."""

_EDGE = " \t,;:.!?-–—…\"'“”‘’()[]"


class Class(StrEnum):
    """What was done to the words. The pairs of sentences have classes of their own, by name."""

    VERBATIM = "verbatim"
    SEAM = "verbatim across two statements"
    FRAGMENT_7_9 = "fragment of 7-9 words"
    FRAGMENT_5_6 = "fragment of 5-6 words"
    TRIMMED = "filler and ellipsis"
    INDIRECT = "indirect speech"
    SUBSTITUTED_25 = "substitution 25 %"
    SUBSTITUTED_45 = "substitution 45 %"
    RANDOM = "random, as PAN"


class Cut(NamedTuple):
    """A run of tokens of a statement.

    Attributes:
        tokens: as the statement has them; the last without the punctuation behind it.
        start: where in the statement it starts, in characters.
        end: where it ends.
        ahead: how many words of the statement are ahead of it.
    """

    tokens: list[str]
    start: int
    end: int
    ahead: int = 0

    @property
    def text(self) -> str:
        """Return the tokens with a space between each."""
        return " ".join(self.tokens)


class Passage(NamedTuple):
    """A sentence for a draft.

    Attributes:
        before: what stands in it before the words taken.
        words: the words taken, as edited.
        after: what stands behind them.
        taken: the run of the statement that was taken.
        quoted: they stand within quotation marks.
    """

    before: str
    words: str
    after: str
    taken: Cut
    quoted: bool = False

    @property
    def sentence(self) -> str:
        """Return the whole sentence."""
        return self.before + self.words + self.after


class Around(NamedTuple):
    """What a set of generators puts around the words.

    Attributes:
        quotes: before and behind a quotation of whole clauses, marks included.
        scraps: before and behind a few words in quotation marks.
        plains: before and behind words that take up a sentence.
        carriers: before and behind a few words within a sentence.
    """

    quotes: Sequence[tuple[str, str]]
    scraps: Sequence[tuple[str, str]]
    plains: Sequence[tuple[str, str]]
    carriers: Sequence[tuple[str, str]]


class Told(NamedTuple):
    """A statement that a story tells again.

    Attributes:
        text: what was said.
        known: the words of the ledger.
        chance: the source of all choices.
        quoted: the story sets the words in quotation marks, where an edit leaves them quotable.
    """

    text: str
    known: Lexicon
    chance: Random
    quoted: bool


Generator = Callable[[Told], Passage | None]
"""Makes a passage of a statement; None where the statement does not lend itself to it."""


def cut(told: Told, least: int, most: int, content: int) -> Cut | None:
    """Return a run of `least` to `most` words of which `content` are no stop words, or None.

    A fragment lies within a sentence.
    """
    text, chance = told.text, told.chance
    places = [match.span() for match in _TOKEN.finditer(text) if any(map(str.isalnum, match[0]))]
    if len(places) < least:
        return None
    for _ in range(6):
        length = chance.randint(least, min(most, len(places)))
        first = chance.randint(0, len(places) - length)
        found = _trimmed(text, places[first : first + length])._replace(ahead=first)
        whole = most > _FRAGMENT or not any(token[-1] in ".!?…" for token in found.tokens[:-1])
        if whole and sum(map(has_content, found.tokens)) >= content:
            return found
    return None


def _trimmed(text: str, places: list[tuple[int, int]]) -> Cut:
    start, end = places[0][0], places[-1][1]
    while text[start] in _EDGE:
        start += 1
    while text[end - 1] in _EDGE:
        end -= 1
    places = [(max(start, first), min(end, last)) for first, last in places]
    return Cut([text[first:last] for first, last in places], start, end)


def framed(words: str, taken: Cut, frame: tuple[str, str], *, quoted: bool = False) -> Passage:
    """Return a passage; its first letter is a capital one, and quotation marks do not nest."""
    before, after = frame
    if quoted:
        words = re.sub('[“”"]', "", words)
    if not before.strip(' “"'):
        words = words[:1].upper() + words[1:]
    return Passage(before, words, after, taken, quoted)
