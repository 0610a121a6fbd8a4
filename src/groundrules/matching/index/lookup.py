"""The lookup: which statements share so much with one place of a draft that they want a look?

Every fingerprint of the draft is looked up, and what one statement shares is added up place by
place: the bits of the draft's words that shared shingles cover, each word once. It takes no
word of a statement, so that it can be done by somebody who may open none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from groundrules.matching.index.loops import loops
from groundrules.matching.index.loops.shapes import (
    LONGEST_SPAN,
    MOST_SAYS,
    PLACE_BITS,
    SAYS_BITS,
    SPAN_BITS,
    Limits,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from groundrules.matching.index.loops.shapes import Shared
    from groundrules.matching.index.shingles import Shingles

MOST = 300
"""Statements that may share a shingle. One that more of them have is a turn of phrase."""

_APART = 40
"""Words of the draft between two shared shingles that no longer are of one passage."""

_NEXT_SENTENCE = 3
"""The same where a sentence ends between the two."""

ROW_OF_RUNS = 4
"""Runs of three words that a place must share to be looked at, however common they are: as many as
six words in a row have."""

_FEWEST = 1 << 16
"""Statements. In a smaller index a shingle says no less: a rare one is rare anywhere."""


class Hits(NamedTuple):
    """What of a query stands in which statement.

    Attributes:
        queries: which of the fingerprints that were asked for.
        statements: the number of a statement that has it.
    """

    queries: NDArray[np.intp]
    statements: NDArray[np.uint32]


class Lists(Protocol):
    """Which statements have which of the fingerprints that are looked up."""

    def find(self, most: int) -> Hits:
        """Return which statements have each, but for those that more than `most` have."""


class Asked(NamedTuple):
    """What is looked up.

    Attributes:
        runs: the draft's runs of three words.
        pairs: its pairs of content words.
        bits: what each of its words says.
        sentence: the number of the sentence that each stands in.
        size: how many statements there are.
    """

    runs: Shingles
    pairs: Shingles
    bits: NDArray[np.float64]
    sentence: NDArray[np.int64]
    size: int


def shared(lists: Lists, asked: Asked, least: float) -> Shared:
    """Return what statements share with a draft.

    Args:
        lists: who has the runs, and behind these the pairs.
        asked: what is looked up.
        least: bits below which a place is left out, unless it has a row of runs.
    """
    runs, pairs = asked.runs, asked.pairs
    first = np.concatenate([runs.first, pairs.first])
    span = np.concatenate([runs.last, pairs.last]) - first
    found = lists.find(MOST)
    often = np.bincount(found.queries, minlength=len(first))
    size = max(asked.size, _FEWEST)
    says = (2 * np.log2(size / np.maximum(1, often))).astype(np.int64)
    rest = (span << 1 | (np.arange(len(first)) < len(runs.first))) << SAYS_BITS
    place = first << (SPAN_BITS + 1 + SAYS_BITS) | rest | says.clip(0, MOST_SAYS)
    queries, statements = found
    if span.max(initial=0) > LONGEST_SPAN:  # stop words without end between two words
        near = span[queries] <= LONGEST_SPAN
        queries, statements = queries[near], statements[near]
    keys = statements.astype(np.int64) << (PLACE_BITS + SPAN_BITS + 1 + SAYS_BITS) | place[queries]
    keys.sort()
    limits = Limits(_APART, _NEXT_SENTENCE, least, ROW_OF_RUNS)
    return loops().added_up(keys, asked.bits, asked.sentence, limits)
