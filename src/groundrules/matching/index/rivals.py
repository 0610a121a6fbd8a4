"""The rivals: how does a place stand beside what other statements share with its sentence?

A turn of phrase is shared with many statements, each a little more or less of it. What was taken
stands out: the next best statement has far less. So much can be told without a word of either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from groundrules.matching.index.narrowing import Columns

_BELOW = 0.95
"""The share of its own that a rival has at most. What has as much may be the same words."""

_NEAR = 0.75
"""The share of its own that a rival has at least to count as near."""


class Field(NamedTuple):
    """Places with what each shares, in some measure.

    Attributes:
        sentences: the sentence of each.
        statements: its statement.
        values: what it shares, never below 0.
    """

    sentences: NDArray[np.int64]
    statements: NDArray[np.int64]
    values: NDArray[np.float64]

    def where(self, kept: NDArray[np.intp]) -> Field:
        """Return some of the places."""
        return Field(self.sentences[kept], self.statements[kept], self.values[kept])


def standing(field: Field, sentences: NDArray[np.int64], values: NDArray[np.float64]) -> Columns:
    """Return how places stand among those of a field in their sentence, a row for each.

    The columns are its share of the best; what the next below has, as a share of its own; and how
    many are near it or above, as a logarithm.

    Args:
        field: the places it stands among, itself one of them.
        sentences: the sentence of each place.
        values: what it shares.
    """
    ordered = _best_of_statements(field)
    scale = float(ordered.values.max(initial=0.0)) + 1.0
    keys = ordered.sentences * scale + ordered.values
    ends = np.searchsorted(ordered.sentences, sentences, side="right")
    starts = np.searchsorted(ordered.sentences, sentences)
    best = ordered.values[ends - 1]
    below = np.searchsorted(keys, sentences * scale + values * _BELOW, side="right")
    next_best = np.where(below > starts, ordered.values[below - 1], 0.0)
    near = np.searchsorted(keys, sentences * scale + values * _NEAR)
    own = np.maximum(values, 1.0)
    return np.stack([values / np.maximum(best, 1.0), next_best / own, np.log(ends - near + 1.0)], 1)


def standing_in_each(
    sentences: NDArray[np.int64], statements: NDArray[np.int64], measures: Columns
) -> Columns:
    """Return how places stand among each other in several measures: what `standing` has, for each.

    Args:
        sentences: the sentence of each place.
        statements: its statement.
        measures: what it shares, a column for each measure.
    """
    many = measures.shape[1]
    # All measures are gone through at once, as if each had sentences of its own.
    beyond = int(sentences.max(initial=0)) + 1
    own = (sentences + beyond * np.arange(many)[:, None]).ravel()
    values = measures.T.ravel()
    found = standing(Field(own, np.tile(statements, many), values), own, values)
    each = found.reshape(many, len(sentences), found.shape[1])
    beside: Columns = np.concatenate(list(each), axis=1)
    return beside


def _best_of_statements(field: Field) -> Field:
    """Return the most that each statement shares with each sentence; the least first in each."""
    order = np.lexsort((field.values, field.statements, field.sentences))
    ordered = field.where(order)
    sentences, statements, _ = ordered
    last = np.ones(len(order), dtype=bool)
    last[:-1] = (sentences[1:] != sentences[:-1]) | (statements[1:] != statements[:-1])
    best = ordered.where(np.flatnonzero(last))
    return best.where(np.lexsort((best.values, best.sentences)))
