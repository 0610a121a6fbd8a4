"""The narrowing: of all places that share a shingle, which are worth the next, dearer look?

Tens of thousands of places share a little with a draft by chance. At first sight some thousands are
left. Two quick looks leave the few hundred, then the few dozen, that may be more: by what the
lookup has told, and then by the words that the statement has in common with the whole sentence of
the draft. What each sign counts was fitted on edits and texts other than those that are reported;
see `benchmarks/matching`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from groundrules.matching.index.loops import loops
from groundrules.matching.index.loops.shapes import Stems, Stretches

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from numpy.typing import NDArray

    from groundrules.matching.index.drafted import Drafted
    from groundrules.matching.index.loops.shapes import Shared

    Columns = NDArray[np.float64]

OF_EACH = 3
"""Places of each sentence that are looked at, however many better ones there are elsewhere."""

_MOST_COVERED = 1.2
_SHARE = 20.0
"""Bits that a place weighs more, at first sight, if it has all that its sentences say."""

_STRONG, _STRONGER = 35.0, 60.0


def at_first_sight(shared: Shared, drafted: Drafted) -> Columns:
    """Return what each place weighs at first sight: by its bits, and its share of the sentence."""
    weight: Columns = shared.bits + _SHARE * _covered(shared, drafted)
    return weight


def _covered(shared: Shared, drafted: Drafted) -> Columns:
    """Return how much of what the sentences of each place say the place has."""
    content = np.concatenate([[0.0], np.cumsum(np.where(drafted.content, drafted.alone, 0.0))])
    ahead, up_to = content[drafted.starts], content[drafted.ends + 1]
    told = np.maximum(up_to[shared.last] - ahead[shared.first], 8.0)
    covered: Columns = np.minimum(shared.bits / told, _MOST_COVERED)
    return covered


def signs_of_lookup(shared: Shared, drafted: Drafted) -> Columns:
    """Return the signs that the lookup gives, a row for each place."""
    covered = _covered(shared, drafted)
    words = (drafted.ends[shared.last] - drafted.starts[shared.first] + 1).astype(np.float64)
    span = shared.last - shared.first + 1.0
    return _columns(
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
        ]
    )


def _columns(columns: Sequence[NDArray[Any]]) -> Columns:
    """Return columns side by side; one behind the other in memory, which takes half the time."""
    found = np.empty((len(columns), len(columns[0])))
    for row, column in zip(found, columns, strict=True):
        row[:] = column
    return found.T


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


def signs_of_overlap(shared: Shared, drafted: Drafted, words: Words) -> Columns:
    """Return the signs that the words in common give, a row for each place.

    Args:
        shared: the places.
        drafted: the draft.
        words: the words of the statement of each place.
    """
    first, last = drafted.starts[shared.first], drafted.ends[shared.last]
    stretches = Stretches(first, last, words.codes, words.starts, words.sizes)
    found = loops().in_common(stretches, _stems(drafted))
    sums = np.concatenate([[0.0], np.cumsum(np.where(drafted.content, drafted.strange, 0.0))])
    sentence = np.maximum(sums[last + 1] - sums[first], 8.0)
    told = np.maximum(found.told, 1)
    return np.stack(
        [
            found.strange,
            found.content,
            found.words,
            found.strange / sentence,
            found.content / told,
            found.strange * found.content / told,
            found.words / (last - first + 1.0),
            np.log1p(found.told),
        ],
        axis=1,
    )


def _stems(drafted: Drafted) -> Stems:
    content = drafted.matters
    strange = np.zeros(len(content))
    np.maximum.at(strange, np.maximum(drafted.stems, 0), drafted.strange)
    return Stems(drafted.stems, drafted.numbers, content, strange)


def are_best(weight: NDArray[np.float64], most: int) -> NDArray[np.bool_]:
    """Tell which rows weigh the most, and those that weigh as much as the last of these."""
    if len(weight) <= most:
        return np.ones(len(weight), dtype=bool)
    found: NDArray[np.bool_] = weight >= np.partition(weight, -most)[-most]
    return found


def heaviest(weight: NDArray[np.float64], most: int) -> NDArray[np.bool_]:
    """Tell which rows weigh the most; of those that weigh the same, any."""
    found = np.ones(len(weight), dtype=bool)
    if len(weight) > most:
        found[np.argpartition(-weight, most)[most:]] = False
    return found


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
