"""What the loops look up is what a search of everything finds, in both forms."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from groundrules.matching.index.loops import arrays, compiled

SEEDS = st.integers(0, 2**32 - 1)
FORMS = [arrays, compiled]


def kept(values):
    """Return values that cannot be written to, as those of a file in memory."""
    values.flags.writeable = False
    return values


def packed(fingerprints):
    """Return the directory of sorted fingerprints, and their lower halves."""
    upper = fingerprints >> np.uint32(16)
    directory = np.searchsorted(upper, np.arange((1 << 16) + 1)).astype(np.uint32)
    return kept(directory), kept((fingerprints & np.uint32(0xFFFF)).astype(np.uint16))


def some(chance, size, uppers, lowers):
    """Return fingerprints, so many halves apart."""
    halves = chance.choice(1 << 16, uppers, replace=False)
    upper = chance.choice(halves, size)
    lower = chance.integers(0, 1 << 16, lowers)
    return ((upper << 16) | chance.choice(lower, size)).astype(np.uint32)


@settings(max_examples=80)
@given(
    SEEDS,
    st.sampled_from([0, 1, 40, 511, 513, 3_000]),
    st.sampled_from([1, 3, 200]),
    st.sampled_from([1, 5, 60_000]),
)
def test_postings_are_found_where_they_stand(
    seed: int, size: int, uppers: int, lowers: int
) -> None:
    chance = np.random.default_rng(seed)
    there = np.sort(some(chance, size, uppers, lowers))
    asked = np.concatenate([chance.permutation(there)[:60], some(chance, 60, uppers, lowers)])
    asked = np.concatenate([asked, np.array([0, 2**32 - 1], dtype=np.uint32)])
    often = [np.count_nonzero(there == one) for one in asked]

    for form in FORMS:
        found = form.bounded(*packed(there), asked)
        assert often == found.counts.tolist()
        met = [at for at, many in enumerate(often) if many]
        assert np.searchsorted(there, asked[met]).tolist() == found.starts[met].tolist()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("wrong", [(5, 3), (6, 900)], ids=["back", "beyond"])
def test_a_directory_that_leads_nowhere_is_not_followed(form, wrong):
    there = np.sort(some(np.random.default_rng(1), 100, 10, 100))
    directory, lows = packed(there)
    bad = directory.copy()
    bad[7], bad[8] = wrong

    assert form.bounded(kept(bad), lows, np.array([6 << 16], dtype=np.uint32)) is not None
    assert form.bounded(kept(bad), lows, np.array([7 << 16], dtype=np.uint32)) is None


@settings(max_examples=80)
@given(SEEDS, st.sampled_from([0, 1, 2, 70, 5_000]), st.sampled_from([1, 300, 60_000]))
@example(0, 0, 1)
def test_a_fingerprint_has_its_count(seed: int, size: int, apart: int) -> None:
    chance = np.random.default_rng(seed)
    counted = np.unique(some(chance, size, min(apart, 50), apart))
    counts = chance.integers(1, 2**32, len(counted), dtype=np.uint32)
    known = dict(zip(counted.tolist(), counts.tolist(), strict=True))
    asked = np.concatenate([chance.permutation(counted)[:60], some(chance, 60, 50, apart)])

    for form in FORMS:
        found = form.told(kept(counted), kept(counts), asked)
        assert [known.get(one, 0) for one in asked.tolist()] == found.tolist()
