"""The shelf: one segment of a store, which of its statements are alive, and their numbers there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from groundrules.matching.index.lookup import Hits
from groundrules.matching.index.spoken import Spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from groundrules.matching.index.loops.shapes import Bounds
    from groundrules.matching.index.merge import Part
    from groundrules.matching.index.sealed_words import Sealing
    from groundrules.matching.index.segment import Segment

_AT_ONCE = 1 << 20
"""Postings that are looked through at once where the dead among them are counted."""


class Shelf:
    """A segment of a store.

    Attributes:
        part: the segment, and what in it is dead.
        segment: the segment.
        base: the number of its first statement in the store.
        dead: how many of its statements are dead.
    """

    def __init__(self, part: Part, base: int) -> None:
        """Put a segment behind those that are there."""
        self.part = part
        self.segment: Segment = part.segment
        self.base = base
        self.dead = part.dead_size if part.dead else 0
        self._alive: NDArray[np.bool_] | None = None
        self._spoken: Spoken | None = None

    @property
    def alive(self) -> NDArray[np.bool_]:
        """Return whether each statement is alive."""
        if self._alive is None:
            self._alive = self.part.alive()
        return self._alive

    def spoken(self, sealing: Sealing) -> Spoken:
        """Return the words of the segment."""
        if self._spoken is None:
            self._spoken = Spoken(self.segment, sealing)
        return self._spoken

    def hits(self, bounds: Bounds, queries: NDArray[np.intp]) -> Hits:
        """Return the living statements that have fingerprints, numbered as in the store."""
        found = self.segment.hits(bounds, queries)
        if self.dead:
            living = self.alive[found.statements]
            found = Hits(found.queries[living], found.statements[living])
        return Hits(found.queries, found.statements + np.uint32(self.base))

    def dead_among(self, bounds: Bounds, queries: NDArray[np.intp]) -> NDArray[np.int64]:
        """Return how many dead statements have each of some fingerprints; 0 for the others."""
        dead = np.zeros(len(bounds.counts), dtype=np.int64)
        queries = queries[bounds.counts[queries] > 0] if self.dead else queries[:0]
        for some in _in_portions(queries, bounds.counts):
            found = self.segment.hits(bounds, some)
            gone = found.queries[~self.alive[found.statements]]
            dead += np.bincount(gone, minlength=len(dead))
        return dead


def _in_portions(
    queries: NDArray[np.intp], counts: NDArray[np.int64]
) -> Iterator[NDArray[np.intp]]:
    """Yield queries in order, as many at a time as have about `_AT_ONCE` postings together."""
    portions = np.cumsum(counts[queries]) // _AT_ONCE
    yield from np.split(queries, np.flatnonzero(np.diff(portions)) + 1)
