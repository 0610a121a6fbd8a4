"""The sayings of a draft: which of its words stand in a set phrase that everybody has heard?"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from groundrules.matching.alphabet import UNKNOWN
from groundrules.matching.set_phrases import SET_PHRASES
from groundrules.matching.variants import VARIANTS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from groundrules.matching.passages import Passages


def set_phrases_in(passages: Passages) -> NDArray[np.bool_]:
    """Tell for each plain word of a draft whether it stands in a set phrase."""
    plain, spell = passages.words.plain, passages.alphabet.spell
    known = set(map(passages.alphabet.words.__getitem__, set(map(ord, plain))))
    found = np.zeros(len(plain), dtype=bool)
    for phrase in _phrases():
        if known.issuperset(phrase):
            letters = spell(phrase)
            at = -1 if UNKNOWN in letters else plain.find(letters)
            while at >= 0:
                found[at : at + len(letters)] = True
                at = plain.find(letters, at + 1)
    return found


@cache
def _phrases() -> tuple[tuple[str, ...], ...]:
    """Return the words of each set phrase, in the one form in which texts are compared."""
    return tuple(
        tuple(same for word in phrase.split() for same in VARIANTS.get(word, (word,)))
        for phrase in SET_PHRASES
    )
