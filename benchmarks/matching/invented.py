"""The invented language: talks and published texts for a benchmark that is given none.

It has the stop words and the common words of English in about their frequencies, a long tail of
invented words, and set phrases that are said again and again, so that chance matches happen.
"""

from __future__ import annotations

import random
from itertools import accumulate
from typing import TYPE_CHECKING

from groundrules.matching.common_words import RARE, STOP_WORDS, WORD_BITS
from groundrules.matching.index.talks import Talk

if TYPE_CHECKING:
    from collections.abc import Iterator

_ONSETS = "b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sc sh sl sp st t tr v"
_NUCLEI = "a ai e ea ee i o oa oo ou u"
_CODAS = "b ck d ft g l ld ll m mp n nd nt p r rd rk rm rn s sh ss st t th"
_ENDINGS = ("", "", "", "s", "ed", "er", "ing", "ly", "ment", "tion")
_RARE_WORDS, _PHRASES = 30_000, 6_000
_IN_PHRASES = 100
"""How many words of the tail stand in set phrases; the rest of these are common words."""

_PHRASE_SHARE = 0.35
"""How much of what is said is set phrases, counted in turns at choosing."""


class Language:
    """A language of words and set phrases, each as likely as its rank allows."""

    def __init__(self, seed: int) -> None:
        """Make the words and the phrases. A seed is a topic: phrases and rare words differ."""
        chance = random.Random(seed)
        self._words = [*WORD_BITS, *(_invented(chance) for _ in range(_RARE_WORDS))]
        tail = (2.0 ** (3 - RARE) / (1 + at / 300) for at in range(_RARE_WORDS))
        weights = [*(2.0**-bits for bits in WORD_BITS.values()), *tail]
        self._heavy = list(accumulate(weights))
        self._phrases = [self._phrase(chance) for _ in range(_PHRASES)]
        self._phrase_weights = list(accumulate(1 / (rank + 60) for rank in range(_PHRASES)))

    def sentence(self, chance: random.Random, words: int) -> str:
        """Return a sentence of about so many words."""
        said: list[str] = []
        while len(said) < words:
            if chance.random() < _PHRASE_SHARE:
                said += chance.choices(self._phrases, cum_weights=self._phrase_weights)[0]
            else:
                said += chance.choices(self._words, cum_weights=self._heavy, k=2)
            if len(said) > 5 and chance.random() < 0.08:  # noqa: PLR2004 - a comma now and then
                said[-1] = said[-1].rstrip(",") + ","
        text = " ".join(said).rstrip(",")
        return text[:1].upper() + text[1:] + "."

    def _phrase(self, chance: random.Random) -> list[str]:
        length = chance.choices((2, 3, 4, 5), (8, 8, 3, 1))[0]
        common = len(WORD_BITS) + _IN_PHRASES
        words = chance.choices(self._words[:common], cum_weights=self._heavy[:common], k=length)
        return [*words, chance.choice(sorted(STOP_WORDS))] if chance.random() < 0.5 else words  # noqa: PLR2004 - a half


def _invented(chance: random.Random) -> str:
    syllables = (
        chance.choice(_ONSETS.split()) + chance.choice(_NUCLEI.split())
        for _ in range(chance.choice((1, 1, 2)))
    )
    return "".join(syllables) + chance.choice(_CODAS.split()) + chance.choice(_ENDINGS)


def invented_talks(statements: int, seed: int = 17) -> Iterator[Talk]:
    """Yield talks of 60 to 400 statements, of about so many statements all told."""
    chance, language = random.Random(seed), Language(seed)
    number = 0
    while statements > 0:
        number += 1
        length = min(statements, chance.randint(60, 400))
        statements -= length
        name = f"talk-{number}"
        texts = tuple(
            language.sentence(chance, max(2, round(chance.lognormvariate(2.75, 0.65))))
            for _ in range(length)
        )
        speakers = tuple(chance.choice(("R1", "S1", "S1")) for _ in range(length))
        ids = tuple(f"{name}#{turn}" for turn in range(1, length + 1))
        yield Talk(name, "1", "desk", ids, speakers, texts)


def invented_texts(texts: int, seed: int = 23) -> dict[str, str]:
    """Return published texts by name, in the words of the talks but on another topic."""
    chance, language = random.Random(seed), Language(17)
    names = Language(seed)
    return {
        f"text-{number}.txt": "\n\n".join(
            " ".join(
                (language if chance.random() < 0.3 else names).sentence(  # noqa: PLR2004 - a third of the talk is shared
                    chance, chance.randint(12, 32)
                )
                for _ in range(3)
            )
            for _ in range(chance.randint(6, 16))
        )
        for number in range(1, texts + 1)
    }
