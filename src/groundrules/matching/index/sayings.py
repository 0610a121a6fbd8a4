"""The sayings of a draft: which of its words stand in a set phrase that everybody has heard?"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from groundrules.matching.set_phrases import SET_PHRASES
from groundrules.matching.variants import VARIANTS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from groundrules.matching.passages import Passages


def set_phrases_in(passages: Passages) -> NDArray[np.bool_]:
    """Tell for each plain word of a draft whether it stands in a set phrase."""
    words = passages.alphabet.run(passages.words.plain)
    found = np.zeros(len(words), dtype=bool)
    by_pair = _phrases()
    met = [(at, pair) for at, pair in enumerate(pairwise(words)) if pair in by_pair]
    for at, pair in met:
        for ahead, phrase in by_pair[pair]:
            first = at - ahead
            if first >= 0 and words[first : first + len(phrase)] == phrase:
                found[first : first + len(phrase)] = True
    return found


@cache
def _phrases() -> dict[tuple[str, str], list[tuple[int, list[str]]]]:
    """Return each set phrase by two words of it, with how many words are ahead of these.

    One of the two is the longest, which most drafts have not. They are in the one form in which
    texts are compared.
    """
    found: dict[tuple[str, str], list[tuple[int, list[str]]]] = {}
    for phrase in SET_PHRASES:
        words = [same for word in phrase.split() for same in VARIANTS.get(word, (word,))]
        longest = words.index(max(words, key=len))
        ahead = min(longest, len(words) - 2)
        found.setdefault((words[ahead], words[ahead + 1]), []).append((ahead, words))
    return found
