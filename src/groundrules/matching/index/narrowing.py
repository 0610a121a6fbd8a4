"""The narrowing: of all places that share a shingle, which are worth the next, dearer look?

Thousands of places share a little with a draft by chance. Two quick looks leave the few hundred,
then the few dozen, that may be more: by what the lookup has told, and then by the words that the
statement has in common with the whole sentence of the draft. What each sign counts was fitted
on edits and texts other than those that are reported; see `benchmarks/matching`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from groundrules.matching.index.drafted import Drafted
    from groundrules.matching.index.lookup import Shared

    Columns = NDArray[np.float64]

OF_EACH = 3
"""Places of each sentence that are looked at, however many better ones there are elsewhere."""

_MOST_COVERED = 1.2
_STRONG, _STRONGER = 35.0, 60.0

_ROOM = 1 << 23
"""Numbers for which a quick look-up may take memory; a draft as long as a book sorts instead."""


def signs_of_lookup(shared: Shared, drafted: Drafted) -> Columns:
    """Return the signs that the lookup gives, a row for each place."""
    content = np.concatenate([[0.0], np.cumsum(np.where(drafted.content, drafted.alone, 0.0))])
    first, last = drafted.starts[shared.first], drafted.ends[shared.last]
    told, words = content[last + 1] - content[first], (last - first + 1).astype(np.float64)
    covered = np.minimum(shared.bits / np.maximum(told, 8.0), _MOST_COVERED)
    span = shared.last - shared.first + 1.0
    return np.stack(
        [
            shared.bits,
            covered,
            np.log1p(shared.runs),
            np.log1p(shared.hits),
            np.log(span),
            drafted.quotes[shared.first] >= 0,
            covered * shared.bits,
            np.log(words + 1),
            shared.bits / span,
            np.minimum(shared.runs, 10),
            np.minimum(shared.hits, 20),
            np.maximum(shared.bits - _STRONG, 0),
            np.maximum(shared.bits - _STRONGER, 0),
            words / 20,
            covered**2,
            shared.runs / (words + 2),
            shared.bits / np.sqrt(words + 3),
        ],
        axis=1,
    )


class Words(NamedTuple):
    """The words of some statements, as the codes of their stems.

    Attributes:
        codes: of all of them, one statement behind the other.
        starts: where each begins.
        sizes: how many words each has.
    """

    codes: NDArray[np.uint16]
    starts: NDArray[np.int64]
    sizes: NDArray[np.int64]

    def where(self, kept: NDArray[np.intp]) -> Words:
        """Return the words of some of the statements."""
        return Words(self.codes, self.starts[kept], self.sizes[kept])

    @property
    def every(self) -> NDArray[np.uint16]:
        """Return the words of these statements alone, in their order."""
        ahead = np.cumsum(self.sizes) - self.sizes
        return self.codes[
            np.repeat(self.starts - ahead, self.sizes) + np.arange(int(self.sizes.sum()))
        ]


def signs_of_overlap(shared: Shared, drafted: Drafted, words: Words) -> Columns:
    """Return the signs that the words in common give, a row for each place.

    Args:
        shared: the places.
        drafted: the draft.
        words: the words of the statement of each place.
    """
    owner = np.repeat(np.arange(len(words.sizes)), words.sizes)
    stems = drafted.numbers[words.every]
    size = int(drafted.stems.max(initial=0)) + 1
    content = np.zeros(size, dtype=bool)
    content[drafted.stems[drafted.content]] = True
    strange = np.zeros(size)
    np.maximum.at(strange, np.maximum(drafted.stems, 0), drafted.strange)
    matters = content[stems] | (stems == 0)
    once = _first_of_each(owner, stems, size)
    first, last = drafted.starts[shared.first], drafted.ends[shared.last]
    has = _stands(drafted, stems, first[owner], last[owner])
    rows = len(words.sizes)
    both = has & once & content[stems]
    in_common = np.bincount(owner, np.where(both, strange[stems], 0.0), rows)
    number = np.bincount(owner, both, rows)
    all_words = np.bincount(owner, has & once, rows)
    told = np.bincount(owner, matters & once, rows)
    sums = np.concatenate([[0.0], np.cumsum(np.where(drafted.content, drafted.strange, 0.0))])
    sentence = np.maximum(sums[last + 1] - sums[first], 8.0)
    return np.stack(
        [
            in_common,
            number,
            all_words,
            in_common / sentence,
            number / np.maximum(told, 1),
            in_common * number / np.maximum(told, 1),
            all_words / (last - first + 1.0),
            np.log1p(told),
        ],
        axis=1,
    )


def _first_of_each(
    owner: NDArray[np.int64], stems: NDArray[np.int32], size: int
) -> NDArray[np.bool_]:
    """Tell which words are the first of their stem in their statement; the unknown are all."""
    key, number = owner * size + stems, np.arange(len(owner))
    first: NDArray[np.bool_] = stems == 0
    room = (int(owner.max(initial=-1)) + 1) * size
    if room > _ROOM:
        first[np.unique(key, return_index=True)[1]] = True
        return first
    earliest = np.empty(room, dtype=np.int64)
    earliest[key[::-1]] = number[::-1]  # of several, the last that is written stays
    first |= earliest[key] == number
    return first


def _stands(
    drafted: Drafted,
    stems: NDArray[np.int32],
    first: NDArray[np.int64],
    last: NDArray[np.int64],
) -> NDArray[np.bool_]:
    """Tell which stems stand in a stretch of the draft, each given with its stretch."""
    span = len(drafted.stems) + 1
    places = np.flatnonzero(drafted.stems > 0)
    keys = np.sort(drafted.stems[places].astype(np.int64) * span + places)
    at = np.searchsorted(keys, stems.astype(np.int64) * span + first)
    found = keys[np.minimum(at, len(keys) - 1)] if len(keys) else np.zeros(len(at), dtype=np.int64)
    inside: NDArray[np.bool_] = found <= stems.astype(np.int64) * span + last
    return inside & (at < len(keys)) & (stems > 0)


def best(weight: NDArray[np.float64], most: int) -> NDArray[np.intp]:
    """Return which rows weigh the most, in their order."""
    if len(weight) <= most:
        return np.arange(len(weight))
    return np.sort(np.argpartition(-weight, most)[:most])


def best_of_each(weight: NDArray[np.float64], group: NDArray[np.int64]) -> NDArray[np.intp]:
    """Return which rows are among the `OF_EACH` of their group that weigh the most."""
    order = np.lexsort((-weight, group))
    ordered, number = group[order], np.arange(len(group))
    begins = np.concatenate([[True], ordered[1:] != ordered[:-1]])[: len(group)]
    rank = number - np.maximum.accumulate(np.where(begins, number, 0))
    return np.sort(order[rank < OF_EACH])


def parts(shared: Shared, width: int) -> tuple[NDArray[np.intp], Shared]:
    """Return places with the parts of those that are longer than what can be looked at at once.

    Args:
        shared: the places.
        width: how many words can be looked at at once; the parts begin half as far apart.

    Returns:
        Which place each is or is a part of; and each place, with its parts behind it.
    """
    step = width // 2
    beyond = np.maximum(shared.last - shared.first + 1 - width, 0)
    owner = np.repeat(np.arange(len(beyond)), 1 + -(-beyond // step))
    part = np.arange(len(owner)) - np.searchsorted(owner, owner)
    every = shared.where(owner)
    first = every.first + part * step
    last = np.where(part > 0, np.minimum(every.last, first + width - 1), every.last)
    return owner, every._replace(first=first, last=last)
