"""The changes that edits make to the words of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.matching.edits.wordings import FILLER_PHRASES, FILLER_WORDS, SYNONYMS
from benchmarks.matching.lexicon import bare, has_content

from groundrules.matching.common_words import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from random import Random

    StandIn = Callable[[str, Random], str]


def put(token: str, other: str) -> str:
    """Return a token with another word in the place of its own, and its punctuation kept."""
    word = token.strip(".,;:!?\"'()[]“”‘’…–—-")
    if word[:1].isupper() and word != word.upper():
        other = other[:1].upper() + other[1:]
    return token.replace(word, other, 1)


def mapped(tokens: Sequence[str], wordings: Mapping[str, str]) -> list[str]:
    """Return the tokens with those words replaced that the wordings name."""
    return [
        put(token, wordings[bare(token)]) if bare(token) in wordings else token for token in tokens
    ]


def replaced(tokens: list[str], at: set[int], stand_in: StandIn, chance: Random) -> list[str]:
    """Return the tokens with the words at some places replaced, by a synonym where one is known."""
    return [
        put(token, _other(bare(token), stand_in, chance)) if place in at else token
        for place, token in enumerate(tokens)
    ]


def _other(word: str, stand_in: StandIn, chance: Random) -> str:
    return chance.choice(SYNONYMS[word]) if word in SYNONYMS else stand_in(word, chance)


def content_places(tokens: Sequence[str]) -> list[int]:
    """Return which tokens are content words."""
    return [at for at, token in enumerate(tokens) if has_content(token)]


def without_stop_words(tokens: Sequence[str], share: float, chance: Random) -> list[str]:
    """Return the tokens with a share of the stop words dropped."""
    return [token for token in tokens if bare(token) not in STOP_WORDS or chance.random() >= share]


def without_fillers(tokens: Sequence[str]) -> list[str]:
    """Return the tokens without what people say while they think."""
    kept = [token for token in tokens if bare(token) not in FILLER_WORDS]
    return FILLER_PHRASES.sub("", " ".join(kept)).split()


def shuffled_in_threes(tokens: Sequence[str], first: int, chance: Random) -> list[str]:
    """Return the tokens, each three of them shuffled; the first threes ends before `first`."""
    mixed: list[str] = []
    for at in range(first - 3, len(tokens), 3):
        three = list(tokens[max(0, at) : at + 3])
        chance.shuffle(three)
        mixed += three
    return mixed
