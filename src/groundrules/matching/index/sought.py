"""The sought: some fingerprints in all segments of a store, found once for all that is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from groundrules.matching.index.lookup import Hits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from groundrules.matching.index.shelf import Shelf


class Sought:
    """Fingerprints that were sought in a store."""

    def __init__(self, shelves: Sequence[Shelf], fingerprints: NDArray[np.uint32]) -> None:
        """Find where the postings of each stand.

        Raises:
            Damaged: a segment leads nowhere.
        """
        self._size = len(fingerprints)
        self._shelves = shelves
        self._found = [shelf.segment.bounds(fingerprints) for shelf in shelves]

    def frequencies(self, first: int | None = None) -> NDArray[np.uint32]:
        """Return how many living statements have each of the first fingerprints, or of all.

        Where talks are dead, every posting of each has to be looked at.

        Raises:
            Damaged: a segment leads nowhere.
        """
        every, queries = self._every(), np.arange(self._size)[:first]
        return (every - self._dead_among(queries))[:first].astype(np.uint32)

    def find(self, most: int) -> Hits:
        """Return which statements have which, less those that more than `most` have.

        Raises:
            Damaged: a segment leads nowhere.
        """
        wanted = np.flatnonzero(self._within(most))
        hits = [
            shelf.hits(bounds, wanted[bounds.counts[wanted] > 0])
            for shelf, bounds in zip(self._shelves, self._found, strict=True)
        ]
        return Hits(
            np.concatenate([np.empty(0, dtype=np.intp), *(one.queries for one in hits)]),
            np.concatenate([np.empty(0, dtype=np.uint32), *(one.statements for one in hits)]),
        )

    def _within(self, most: int) -> NDArray[np.bool_]:
        """Return whether at most `most` living statements have each.

        The dead are counted only where that may turn the scale.
        """
        every, dead_at_most = self._every(), np.zeros(self._size, dtype=np.int64)
        for shelf, bounds in zip(self._shelves, self._found, strict=True):
            dead_at_most += np.minimum(bounds.counts, shelf.dead)
        unclear = np.flatnonzero((every > most) & (every - dead_at_most <= most))
        if len(unclear):
            every -= self._dead_among(unclear)
        return every <= most

    def _every(self) -> NDArray[np.int64]:
        every = np.zeros(self._size, dtype=np.int64)
        for bounds in self._found:
            every += bounds.counts
        return every

    def _dead_among(self, queries: NDArray[np.intp]) -> NDArray[np.int64]:
        dead = np.zeros(self._size, dtype=np.int64)
        for shelf, bounds in zip(self._shelves, self._found, strict=True):
            dead += shelf.dead_among(bounds, queries)
        return dead
