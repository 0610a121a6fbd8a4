"""The bounds: a binary search for the postings of many fingerprints, all in the same few steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Bounds(NamedTuple):
    """Where the postings of fingerprints stand in a segment.

    Attributes:
        starts: the place of the first posting of each.
        counts: how many there are.
    """

    starts: NDArray[np.int64]
    counts: NDArray[np.int64]


def within(
    lows: NDArray[np.uint16],
    lower: NDArray[np.uint16],
    starts: NDArray[np.int64],
    stops: NDArray[np.int64],
) -> Bounds:
    """Return where in each of some ranges a value stands, and how often.

    Args:
        lows: values, in order within each range.
        lower: the value that is looked for in each range.
        starts: the first place of each range, which has at least one.
        stops: the place behind its last.
    """
    first = _placed(lows, lower, starts, stops - starts, strictly=False)
    counts = np.zeros(len(lower), dtype=np.int64)
    inside = np.minimum(first, len(lows) - 1)
    there = np.flatnonzero((first < stops) & (lows[inside] == lower))
    if len(there):
        begins = first[there]
        ends = _placed(lows, lower[there], begins, stops[there] - begins, strictly=True)
        counts[there] = ends - begins
    return Bounds(first, counts)


def _placed(
    lows: NDArray[np.uint16],
    lower: NDArray[np.uint16],
    starts: NDArray[np.int64],
    sizes: NDArray[np.int64],
    *,
    strictly: bool,
) -> NDArray[np.int64]:
    """Return the first place in each range whose value is not less, or strictly greater.

    Each round halves what is left of every range; one that is down to one place waits.
    """
    comes_before = np.less_equal if strictly else np.less
    starts, sizes = starts.copy(), sizes.copy()
    for _ in range(int(sizes.max() - 1).bit_length()):
        half = sizes >> 1
        starts += half * comes_before(lows[starts + half - 1], lower)
        sizes -= half
    placed: NDArray[np.int64] = starts + comes_before(lows[starts], lower)
    return placed
