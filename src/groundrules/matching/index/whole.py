"""The whole: which words in common are all of a sentence, or of a quotation?

Eight common words in a row stand in many texts by chance. Where they are all that a sentence says,
or all that is quoted, they are somebody's words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from groundrules.matching.index.drafted import Drafted

_FRAME = 3
"""Words that may stand about them: *Put simply,* or *he said*."""

FEWEST = 5
"""Words in a row that are worth a look if they are the whole; fillers are not counted."""


def are_whole(
    drafted: Drafted, first: NDArray[np.int64], words: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Tell which words are all, but for a few, of the sentence or the quotation they stand in.

    Args:
        drafted: the draft.
        first: a word of each sentence.
        words: how many words in a row of it are in common.
    """
    sentence = drafted.ends[first] - drafted.starts[first] + 1
    quote = drafted.quotes[first]
    told = np.where(quote >= 0, np.minimum(drafted.quoted[quote], sentence), sentence)
    whole: NDArray[np.bool_] = words >= np.maximum(told - _FRAME, FEWEST)
    return whole
