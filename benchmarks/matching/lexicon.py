"""The lexicon: how common each word of a ledger is, so that one can stand in for another."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from groundrules.matching.common_words import FILLERS, STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

_EDGES = ".,;:!?\"'()[]“”‘’…–—-"
_WORD = re.compile(r"[a-z]{3,}")
_COMMON = 20_000
"""Ranks beyond this one are all of one rarity."""


def bare(token: str) -> str:
    """Return a token as it is compared: small letters, no punctuation around it."""
    return token.strip(_EDGES).lower().replace("’", "'")


def has_content(token: str) -> bool:
    """Tell whether a token says something: neither a stop word nor a filler, nor made of one."""
    stem = bare(token).split("'")[0]
    return any(map(str.isalnum, stem)) and stem not in STOP_WORDS and stem not in FILLERS


class Lexicon(NamedTuple):
    """The content words of a ledger.

    Attributes:
        ranked: commonest first.
        rank: the place of each.
        alike: the words with each pair of last letters, commonest first.
    """

    ranked: list[str]
    rank: dict[str, int]
    alike: dict[str, list[str]]

    def stand_in(self, word: str, chance: Random) -> str:
        """Return another word that is about as common."""
        return self._near(word, self.ranked, self.rank.get(word, len(self.ranked) // 2), chance)

    def rhyming_stand_in(self, word: str, chance: Random) -> str:
        """Return another word with the same ending, such as `ing`, of like frequency if there is.

        It looks more like the language than `stand_in` does: a plural stays a plural.
        """
        family = self.alike.get(word[-2:], [])
        if len(family) < 3:  # noqa: PLR2004 - the word, and a choice of two
            return self.stand_in(word, chance)
        share = self.rank.get(word, len(self.ranked) // 2) / len(self.ranked)
        return self._near(word, family, int(share * len(family)), chance)

    def _near(self, word: str, words: list[str], rank: int, chance: Random) -> str:
        low = min(int(rank * 0.6), len(words) - 2)
        high = min(int(rank * 1.5) + 20, len(words) - 1)
        while (found := words[chance.randint(max(0, low), high)]) == word:
            pass
        return found


def lexicon(texts: Iterable[str]) -> Lexicon:
    """Return the lexicon of some texts. At least two content words must be in them."""
    counted = Counter(word for text in texts for word in _WORD.findall(text.lower()))
    ranked = [word for word, _ in counted.most_common(_COMMON) if has_content(word)]
    alike = defaultdict(list)
    for word in ranked:
        alike[word[-2:]].append(word)
    return Lexicon(ranked, {word: at for at, word in enumerate(ranked)}, dict(alike))
