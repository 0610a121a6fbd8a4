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
    by_word = _phrases()
    for phrase in (one for word in known for one in by_word.get(word, ())):
        if known.issuperset(phrase):
            letters = spell(phrase)
            at = -1 if UNKNOWN in letters else plain.find(letters)
            while at >= 0:
                found[at : at + len(letters)] = True
                at = plain.find(letters, at + 1)
    return found


@cache
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    """Return the words of each set phrase by the longest, which most drafts have not.

    They are in the one form in which texts are compared.
    """
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in SET_PHRASES:
        words = tuple(same for word in phrase.split() for same in VARIANTS.get(word, (word,)))
        found.setdefault(max(words, key=len), []).append(words)
    return found
