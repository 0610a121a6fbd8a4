"""The index on disk, as one draft asks it: what is likely taken from which statement?

Nothing is opened for it. It is an `Index`, so that what is likely can be judged on the opened text
by the same rules as what a scan has found.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from groundrules.matching.index.alike import signs_of_likeness
from groundrules.matching.index.drafted import drafted, fingerprinted, said
from groundrules.matching.index.forest import weights
from groundrules.matching.index.lookup import Asked, shared
from groundrules.matching.index.narrowing import best, signs_of_lookup, signs_of_overlap
from groundrules.matching.index.public import published
from groundrules.matching.rarity import Rarity

if TYPE_CHECKING:
    from groundrules.draft.document import Draft
    from groundrules.matching.index.drafted import Drafted
    from groundrules.matching.index.fingerprints import Fingerprints
    from groundrules.matching.index.lookup import Shared
    from groundrules.matching.index.sealed_words import Sealing
    from groundrules.matching.index.store import Store
    from groundrules.matching.passages import Passages

    Keyed = tuple[Store, Fingerprints]
    """An index, and what makes its fingerprints."""

LEAST = 13.0
"""Bits that a place must share with a statement to be looked at."""

_AFTER_LOOKUP = 800
_AFTER_OVERLAP = 150
"""How many places are left after each of the two quick looks."""


class Suspect(NamedTuple):
    """A place of a draft that may be taken from a statement.

    Attributes:
        statement: the number of the statement.
        first: the first word of the draft, numbered as in `plain`.
        last: the last one.
        likelihood: how likely it is taken; from 0 to 1.
        bits: what the alignment says.
        run: what the longest run of words in common says.
    """

    statement: int
    first: int
    last: int
    likelihood: float
    bits: float
    run: float


class OnDisk:
    """An index on disk, asked for one draft.

    Attributes:
        size: how many words the statements have, all told.
        rarity: how much each word of the draft says.
    """

    def __init__(
        self,
        keyed: Keyed,
        sealing: Sealing,
        draft: Draft,
        passages: Passages,
        archive: Keyed | None = None,
    ) -> None:
        """Look up how often the draft's words were said.

        Args:
            keyed: the index.
            sealing: what opens the words in it.
            draft: the draft.
            passages: its words.
            archive: an index of what is public already.
        """
        store, fingerprints = keyed
        self.size = store.words
        self._store = store
        self._sealing = sealing
        self._asked = fingerprinted(passages, fingerprints)
        self._said = said(self._asked, store, fingerprints)
        self._plain = passages.words.plain
        self.rarity = Rarity(passages.alphabet, self)
        about = drafted(draft, passages, self._asked, self._said, self.rarity)
        self._drafted: Drafted = published(about, passages, archive) if archive else about

    def frequency(self, letters: str) -> int:
        """Return how often a run of words was said; of three, by how many statements."""
        if len(letters) == 1:
            return int(self._said.words[ord(letters)])
        return self._runs.get(letters, 0)

    @cached_property
    def _runs(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for length, often in ((2, self._said.rows), (3, self._said.runs)):
            for at in np.flatnonzero(often).tolist():
                found[self._plain[at - length + 1 : at + 1]] = int(often[at])
        return found

    def suspects(self) -> list[Suspect]:
        """Return the places that may be taken, the likeliest first."""
        found, signs = self._narrowed()
        likelihood = weights().forest.likelihood(signs)
        order = np.argsort(-likelihood, kind="stable")
        columns = (found.statements, found.first, found.last, likelihood, signs[:, 0], signs[:, 1])
        rows = zip(*(column[order].tolist() for column in columns), strict=True)
        return [Suspect(*row) for row in rows]

    def _narrowed(self) -> tuple[Shared, np.ndarray[tuple[int, int], np.dtype[np.float64]]]:
        """Return the places worth the dearest look, and all the signs of each."""
        about, counted = self._drafted, weights()
        asked = self._asked
        places = Asked(asked.runs, asked.pairs, about.alone, about.sentence)
        found = shared(self._store, places, LEAST)
        found = found.where(found.bits >= LEAST)
        looked_up = signs_of_lookup(found, about)
        kept = best(looked_up, counted.lookup, _AFTER_LOOKUP)
        found, looked_up = found.where(kept), looked_up[kept]
        words = self._store.words_of(found.statements.astype(np.uint32), self._sealing)
        signs = np.concatenate([looked_up, signs_of_overlap(found, about, words)], axis=1)
        kept = best(signs, counted.overlap, _AFTER_OVERLAP)
        found, signs = found.where(kept), signs[kept]
        alike = signs_of_likeness(found, about, words.where(kept), self.size)
        return found, np.concatenate([alike, signs], axis=1)
