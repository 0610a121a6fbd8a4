"""The public: what stands in the outlet's own archive weighs less, since everybody may know it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from groundrules.matching.index.drafted import fingerprinted

if TYPE_CHECKING:
    from groundrules.matching.index.drafted import Drafted
    from groundrules.matching.index.fingerprints import Fingerprints
    from groundrules.matching.index.store import Store
    from groundrules.matching.passages import Passages

    Keyed = tuple[Store, Fingerprints]
    """An index, and what makes its fingerprints."""

_LEFT = 0.25
"""What is left of the bits of words that stand in the archive in the same order."""


def published(about: Drafted, passages: Passages, archive: Keyed) -> Drafted:
    """Return a draft whose words weigh less where the archive has them in runs of three."""
    store, fingerprints = archive
    runs = fingerprinted(passages, fingerprints).runs
    known = store.sought(runs.fingerprints).frequencies() > 0
    public = np.zeros(len(about.alone), dtype=bool)
    for step in range(3):
        public[runs.first[known] + step] = True
    share = np.where(public, _LEFT, 1.0)
    return about._replace(
        alone=about.alone * share, behind=about.behind * share, strange=about.strange * share
    )
