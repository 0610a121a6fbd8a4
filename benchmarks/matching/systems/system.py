"""What every system can be asked, and what the baselines share."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, Protocol

from benchmarks.matching.lexicon import bare, has_content

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from benchmarks.matching.measures import Reported

    from groundrules.matching.index.talks import Talk

TOP = 50
"""Statements that a baseline names for each sentence."""

_PLAIN = str.maketrans("’‘“”–—İ", "''\"\"--I")
"""The last is the one letter that is two when it is made small."""

_BY_CHANCE = 0.5
"""How much of two texts in one language agrees by chance, or so, by rapidfuzz's ratio."""

_SENTENCE = re.compile(r"\S.*?(?:(?<=[a-z0-9]{3})[.!?][\"”’)]*(?=\s)|$)", re.MULTILINE)
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")


class System(Protocol):
    """A system that is given talks and then asked about drafts."""

    @property
    def name(self) -> str:
        """Return what it is called in the tables."""

    @property
    def scaled(self) -> Scaled:
        """Return by how much its times are to be multiplied, where it did only a part."""

    def build(self, talks: Sequence[Talk], folder: Path) -> None:
        """Take talks in; what it keeps on disk is in the folder."""

    def search(self, draft: str) -> list[Reported]:
        """Return what of a draft's text rests on which statement."""


class Scaled(NamedTuple):
    """By how much measured times are multiplied.

    Attributes:
        build: of the building.
        search: of the search.
        note: why, in a few words; "" where nothing is scaled.
    """

    build: float = 1.0
    search: float = 1.0
    note: str = ""


class Sentence(NamedTuple):
    """A sentence of a draft, and where it stands."""

    start: int
    end: int
    text: str


def sentences(draft: str) -> list[Sentence]:
    """Return the sentences of a draft that have at least two content words."""
    found = (Sentence(*match.span(), match[0]) for match in _SENTENCE.finditer(draft))
    return [one for one in found if sum(map(has_content, one.text.split())) > 1]


def content_words(text: str) -> list[str]:
    """Return the distinct content words of a text, in order, letters and digits only."""
    said = _WORD.findall(text.replace("’", "'"))
    return list(dict.fromkeys(bare(word).split("'")[0] for word in said if has_content(word)))


def folded(text: str) -> str:
    """Return a text in small letters and plain signs, each character in its place."""
    return text.translate(_PLAIN).lower()


def surplus(ratio: float, length: int) -> float:
    """Return how many characters of an alignment agree beyond what chance makes agree.

    The ratio alone is 1 for any word that is a statement, such as `Right.`, and would have to be
    0.95 for few false alarms.

    Args:
        ratio: how much of two stretches is the same, from 0 to 1.
        length: characters of the stretch of the draft.
    """
    return (ratio - _BY_CHANCE) * length


def numbered(talks: Sequence[Talk]) -> list[str]:
    """Return the ids of all statements; their places are the numbers that baselines know."""
    return [name for talk in talks for name in talk.ids]


def texts(talks: Sequence[Talk]) -> Iterator[str]:
    """Yield the words of all statements, in the order of `numbered`."""
    return (text for talk in talks for text in talk.texts)


def sample(talks: Sequence[Talk], size: int) -> tuple[list[str], list[str]]:
    """Return the ids and texts of the first talks and the last one.

    The passages of a trial come from the first 10,000 statements and from the talk of pairs,
    which is the last, so they are all in a sample of that size or more.
    """
    last = talks[-1:]
    names = [*islice(numbered(talks[:-1]), size), *numbered(last)]
    return names, [*islice(texts(talks[:-1]), size), *texts(last)]
