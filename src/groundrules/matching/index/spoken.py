"""The spoken: the words of statements, as codes of their stems, opened talk by talk when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from groundrules.matching.index.damage import Damaged
from groundrules.matching.index.sealed_words import NONCE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from groundrules.matching.index.sealed_words import Sealing
    from groundrules.matching.index.segment import Segment


class Spoken:
    """The words of one segment. What was opened once stays open as long as the index does."""

    def __init__(self, segment: Segment, sealing: Sealing) -> None:
        """Open nothing yet."""
        self._segment = segment
        self._sealing = sealing
        lengths = segment.lengths.astype(np.int64)
        self._starts = np.concatenate([[0], np.cumsum(lengths)])
        self._codes = np.empty(int(self._starts[-1]), dtype=np.uint16)
        self._is_open = np.zeros(len(segment.catalogue), dtype=bool)

    def words(self, numbers: NDArray[np.uint32]) -> tuple[NDArray[np.uint16], NDArray[np.int64]]:
        """Return the codes of some statements, one behind the other, and how many each has.

        Raises:
            Damaged: the words are not those of the statements.
        """
        catalogue = self._segment.catalogue
        places = catalogue.places_of(numbers)
        for place in set(places[~self._is_open[places]].tolist()):
            self._open(place)
        starts = self._starts[numbers]
        sizes = self._starts[numbers.astype(np.int64) + 1] - starts
        ahead = np.cumsum(sizes) - sizes
        return self._codes[np.repeat(starts - ahead, sizes) + np.arange(int(sizes.sum()))], sizes

    def _open(self, place: int) -> None:
        first, last = self._segment.catalogue.firsts[place : place + 2].tolist()
        sealed = self._segment.catalogue.words_of(place)
        start, end = self._starts[first], self._starts[last]
        if len(sealed) != NONCE + self._codes.itemsize * (end - start):
            raise Damaged(self._segment.path, "a talk has more or fewer words than its statements")
        self._codes[start:end] = self._sealing.open(sealed)
        self._is_open[place] = True
