"""The public: what stands in the outlet's own archive weighs less, since everybody may know it.

Three words in a row stand in any archive that is large enough, whoever said them. What was printed
is told by more words in a row, all of them in one paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from groundrules.matching.index.drafted import fingerprinted
from groundrules.matching.index.loops.shapes import PLACE_BITS
from groundrules.matching.index.shingles import RUN

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from groundrules.matching.index.drafted import Drafted
    from groundrules.matching.index.fingerprints import Fingerprints
    from groundrules.matching.index.store import Store
    from groundrules.matching.passages import Passages

    Keyed = tuple[Store, Fingerprints]
    """An index, and what makes its fingerprints."""

_LEFT = 0.25
"""What is left of the bits of words that stand in the archive in the same order."""

_ROW = 5
"""Words in a row that a paragraph of the archive has to have."""

_MOST = 3_000
"""Paragraphs that may have a run of three words. One that more of them have tells no paragraph."""


def shares_of(passages: Passages, archive: Keyed) -> NDArray[np.float64]:
    """Return what is left of what each plain word of a draft says.

    That is all of it, but for words that a paragraph of the archive has in a row.
    """
    return np.where(_is_public(passages, archive), _LEFT, 1.0)


def discounted(about: Drafted, shares: NDArray[np.float64]) -> Drafted:
    """Return a draft whose words say what is left of what they say."""
    return about._replace(
        alone=about.alone * shares,
        behind=about.behind * shares,
        strange=about.strange * shares,
    )


def _is_public(passages: Passages, archive: Keyed) -> NDArray[np.bool_]:
    """Tell for each plain word whether it stands in such a row."""
    store, fingerprints = archive
    runs = fingerprinted(passages, fingerprints).runs
    queries, paragraphs = store.sought(runs.fingerprints).find(_MOST)
    keys = np.sort(paragraphs.astype(np.int64) << PLACE_BITS | queries)
    run = keys & ((1 << PLACE_BITS) - 1)
    # Runs of stop words have no fingerprint, so that the next may begin behind the last.
    follows = (np.diff(keys) == 1) & (np.diff(runs.first[run]) <= RUN)
    first = runs.first[run[~np.concatenate([[False], follows])[: len(run)]]]
    behind = runs.last[run[~np.concatenate([follows, [False]])[: len(run)]]] + 1
    rows = np.flatnonzero(behind - first >= _ROW)
    level = np.zeros(len(passages.words.plain) + 1, dtype=np.int64)
    np.add.at(level, first[rows], 1)
    np.add.at(level, behind[rows], -1)
    public: NDArray[np.bool_] = np.cumsum(level)[:-1] > 0
    return public
