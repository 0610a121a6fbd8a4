"""The lookup: which statements share so much with one place of a draft that they want a look?

Every fingerprint of the draft is looked up, and what one statement shares is added up place by
place: the bits of the draft's words that shared shingles cover, each word once. It takes no
word of a statement, so that it can be done by somebody who may open none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from groundrules.matching.index.shingles import Shingles

MOST = 300
"""Statements that may share a shingle. One that more of them have is a turn of phrase."""

_APART = 40
"""Words of the draft between two shared shingles that no longer are of one passage."""

_NEXT_SENTENCE = 3
"""The same where a sentence ends between the two."""

_FEWEST = 1 << 16
"""Statements. In a smaller index a shingle says no less: a rare one is rare anywhere."""

_SPAN_BITS, _PLACE_BITS, _SAYS_BITS = 6, 22, 6
_MOST_SAYS = (1 << _SAYS_BITS) - 1
_LONGEST_SPAN = (1 << _SPAN_BITS) - 1
_STATEMENT = _PLACE_BITS + _SPAN_BITS + 1 + _SAYS_BITS
MOST_WORDS = (1 << _PLACE_BITS) - 1
"""Words of the longest draft that can be looked up at once."""


class Hits(NamedTuple):
    """What of a query stands in which statement.

    Attributes:
        queries: which of the fingerprints that were asked for.
        statements: the number of a statement that has it.
    """

    queries: NDArray[np.intp]
    statements: NDArray[np.uint32]


class PostingLists(Protocol):
    """Which statements have which fingerprints, however that is kept."""

    @property
    def size(self) -> int:
        """Return how many statements there are."""

    @property
    def words(self) -> int:
        """Return how many words they have, without fillers."""

    def find(self, fingerprints: NDArray[np.uint32], most: int) -> Hits:
        """Return which statements have each, but for those that more than `most` have."""

    def frequencies(self, fingerprints: NDArray[np.uint32]) -> NDArray[np.uint32]:
        """Return how many statements have each."""

    def counts(self, fingerprints: NDArray[np.uint32]) -> NDArray[np.uint32]:
        """Return how often each word, and each pair of words in a row, was said."""


class Shared(NamedTuple):
    """Places of a draft at which statements share something with it, one row for each.

    Attributes:
        statements: the number of the statement.
        first: the first word of the draft that is covered, numbered as in `plain`.
        last: the last one.
        bits: what the covered words say.
        hits: how many shingles are shared.
        runs: how many of them are runs of three words.
    """

    statements: NDArray[np.int64]
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    bits: NDArray[np.float64]
    hits: NDArray[np.int64]
    runs: NDArray[np.int64]

    def where(self, kept: NDArray[np.bool_] | NDArray[np.intp]) -> Shared:
        """Return some of the rows."""
        statements, first, last, bits, hits, runs = self
        return Shared(statements[kept], first[kept], last[kept], bits[kept], hits[kept], runs[kept])


class Asked(NamedTuple):
    """What is looked up.

    Attributes:
        runs: the draft's runs of three words.
        pairs: its pairs of content words.
        bits: what each of its words says.
        sentence: the number of the sentence that each stands in.
    """

    runs: Shingles
    pairs: Shingles
    bits: NDArray[np.float64]
    sentence: NDArray[np.int64]


def shared(postings: PostingLists, asked: Asked, least: float) -> Shared:
    """Return what statements share with a draft.

    Args:
        postings: the index.
        asked: what is looked up.
        least: bits below which a place is left out, if it can be told early.
    """
    runs, pairs = asked.runs, asked.pairs
    first = np.concatenate([runs.first, pairs.first])
    span = np.concatenate([runs.last, pairs.last]) - first
    fingerprints = np.concatenate([runs.fingerprints, pairs.fingerprints])
    found = postings.find(fingerprints, MOST)
    often = np.bincount(found.queries, minlength=len(fingerprints))
    size = max(postings.size, _FEWEST)
    says = (2 * np.log2(size / np.maximum(1, often))).astype(np.int64)
    near = (span <= _LONGEST_SPAN)[found.queries]
    queries, statements = found.queries[near], found.statements[near].astype(np.int64)
    place = (first << (_SPAN_BITS + 1)) | (span << 1) | (np.arange(len(first)) < len(runs.first))
    place = (place << _SAYS_BITS) | says.clip(0, _MOST_SAYS)
    key = (statements << _STATEMENT) | place[queries]
    key.sort()
    return _added_up(_promising(key, least), asked)


def _promising(key: NDArray[np.int64], least: float) -> NDArray[np.int64]:
    """Return the shingles of statements that may come to enough, which few of them do."""
    if not len(key):
        return key
    statement = key >> _STATEMENT
    starts = np.flatnonzero(np.concatenate([[True], statement[1:] != statement[:-1]]))
    sizes = np.diff(np.concatenate([starts, [len(key)]]))
    enough = np.add.reduceat(key & _MOST_SAYS, starts) >= 2 * least
    return key[np.repeat(enough, sizes)]


def _added_up(key: NDArray[np.int64], asked: Asked) -> Shared:
    bits, sentence = asked.bits, asked.sentence
    says = (key & _MOST_SAYS) / 2
    key = key >> _SAYS_BITS
    statement = key >> (_PLACE_BITS + _SPAN_BITS + 1)
    first = (key >> (_SPAN_BITS + 1)) & MOST_WORDS
    last = first + ((key >> 1) & _LONGEST_SPAN)
    is_run = (key & 1).astype(bool)
    if not len(key):
        none = np.empty(0, dtype=np.int64)
        return Shared(none, none, none, np.empty(0), none, none)
    # Within a statement, how far the shingles so far reach: statements are told apart by
    # adding more than any place to each.
    number = np.cumsum(np.concatenate([[0], statement[1:] != statement[:-1]]))
    apart = number * (2 * MOST_WORDS)
    reach = np.maximum.accumulate(last + apart) - apart
    before = np.concatenate([[-1], reach[:-1]])
    before[np.flatnonzero(np.concatenate([[True], number[1:] != number[:-1]]))] = -_APART * 2
    far = np.where(sentence[first] == sentence[np.maximum(before, 0)], _APART, _NEXT_SENTENCE)
    starts = np.flatnonzero(first > before + far)
    before[starts] = -1
    sums = np.concatenate([[0.0], np.cumsum(bits)])
    as_run = sums[last + 1] - sums[np.minimum(np.maximum(first, before + 1), last + 1)]
    as_pair = np.where(first > before, bits[first], 0.0) + np.where(last > before, bits[last], 0.0)
    new = np.minimum(np.where(is_run, as_run, as_pair), says)
    ends = np.concatenate([starts[1:], [len(key)]])
    return Shared(
        statement[starts],
        first[starts],
        reach[ends - 1],
        np.add.reduceat(new, starts),
        ends - starts,
        np.add.reduceat(is_run.astype(np.int64), starts),
    )
