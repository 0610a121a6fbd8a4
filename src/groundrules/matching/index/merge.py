"""The merge: several segments made one, without what is dead, a few million postings at a time."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from groundrules.matching.index.catalogue import joined
from groundrules.matching.index.layout import BUCKETS, Section
from groundrules.matching.index.segment_writer import Contents, write_contents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from groundrules.matching.index.segment import Segment

    Progress = Callable[[int], None]

_AT_ONCE = 1 << 22
"""Postings that are in memory at once: about a hundred megabytes of arrays."""

_DEAD = np.uint32(0xFFFFFFFF)


class Part(NamedTuple):
    """A segment, and which of its talks are dead.

    Attributes:
        segment: the segment.
        dead: the places of the talks that were removed or replaced, in order.
    """

    segment: Segment
    dead: tuple[int, ...]

    def alive(self) -> NDArray[np.bool_]:
        """Return whether each statement is of a talk that is alive."""
        firsts = self.segment.catalogue.firsts
        alive = np.ones(self.segment.size, dtype=bool)
        for place in self.dead:
            alive[firsts[place] : firsts[place + 1]] = False
        return alive

    def kept(self) -> list[int]:
        """Return the places of the talks that are alive."""
        return sorted(set(range(len(self.segment.catalogue))).difference(self.dead))

    @property
    def dead_size(self) -> int:
        """Return how many statements are dead."""
        return sum(map(self.segment.catalogue.size_of, self.dead))


def merge_segments(
    path: Path,
    parts: Sequence[Part],
    key_check: bytes,
    *,
    least: int = 1,
    progress: Progress | None = None,
) -> bytes:
    """Write one segment of what is alive in several, and return when it is on the disk.

    The statements are numbered anew, one part behind the other.

    Args:
        path: where it shall stand.
        parts: the segments.
        key_check: what `key_check` in `keys` says of the key.
        least: counts below this are left out of the table of counts.
        progress: told how many more postings have been read.

    Returns:
        The digest of the new segment's header.

    Raises:
        BadInput: it cannot be written.
        Damaged: a segment leads nowhere.
        ValueError: there is more than one segment holds.
    """
    alive = [part.alive() for part in parts]
    lengths = np.concatenate(
        [part.segment.lengths[living] for part, living in zip(parts, alive, strict=True)]
    )
    counted, counts = _counts(parts, alive, least)
    size = sum(_surviving(part, living) for part, living in zip(parts, alive, strict=True))
    contents = Contents(
        size,
        _runs(parts, _numbered(alive), progress),
        counted,
        counts,
        lengths,
        joined([(part.segment.catalogue, part.kept()) for part in parts]),
    )
    return write_contents(path, contents, key_check)


def _surviving(part: Part, alive: NDArray[np.bool_]) -> int:
    """Return how many postings are of statements that are alive."""
    size = part.segment.postings_size
    if not part.dead:
        return size
    steps = range(0, size, _AT_ONCE)
    pieces = (part.segment.numbers(at, min(at + _AT_ONCE, size)) for at in steps)
    return sum(int(np.count_nonzero(alive[numbers])) for numbers in pieces)


def _numbered(alive: Sequence[NDArray[np.bool_]]) -> list[NDArray[np.uint32]]:
    """Return the new number of each statement of each part."""
    found, base = [], 0
    for living in alive:
        numbers = (np.cumsum(living) - 1 + base).astype(np.uint32)
        numbers[~living] = _DEAD
        found.append(numbers)
        base += int(np.count_nonzero(living))
    return found


def _runs(
    parts: Sequence[Part], numbered: Sequence[NDArray[np.uint32]], progress: Progress | None
) -> Iterator[tuple[NDArray[np.uint32], NDArray[np.uint32]]]:
    for first, last in _ranges(parts):
        keys = []
        for part, numbers in zip(parts, numbered, strict=True):
            keys.append(_keys(part, numbers, first, last))
        every = np.concatenate(keys)
        every.sort(kind="stable")  # what is in order already is only merged
        yield (every >> np.uint64(32)).astype(np.uint32), every.astype(np.uint32)
        if progress:
            progress(sum(map(len, keys)))


def _keys(part: Part, numbers: NDArray[np.uint32], first: int, last: int) -> NDArray[np.uint64]:
    """Return the fingerprint (the upper half) and the new number of each living posting."""
    directory = part.segment.section(Section.DIRECTORY)
    fingerprints = part.segment.fingerprints(first, last)
    new = numbers[part.segment.numbers(int(directory[first]), int(directory[last]))]
    keys = (fingerprints.astype(np.uint64) << np.uint64(32)) | new
    return keys[new != _DEAD] if part.dead else keys


def _ranges(parts: Sequence[Part]) -> list[tuple[int, int]]:
    """Return ranges of buckets that hold about as many postings each as may be in memory."""
    total = np.zeros(BUCKETS + 1, dtype=np.int64)
    for part in parts:
        total += part.segment.section(Section.DIRECTORY).astype(np.int64)
    steps = np.arange(_AT_ONCE, int(total[-1]), _AT_ONCE)
    edges = np.unique(np.concatenate([[0], np.searchsorted(total, steps), [BUCKETS]]))
    return [(int(first), int(last)) for first, last in pairwise(edges)]


def _counts(
    parts: Sequence[Part], alive: Sequence[NDArray[np.bool_]], least: int
) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Return the table of counts of what is alive: an estimate, where some of it is dead.

    Nobody knows which of the words that a segment has counted were said in which talk; so the
    counts of a segment shrink as its words do.
    """
    fingerprints, counts = [np.empty(0, dtype=np.uint32)], [np.empty(0, dtype=np.float64)]
    for part, living in zip(parts, alive, strict=True):
        segment = part.segment
        words = int(segment.lengths[living].sum(dtype=np.int64))
        share = words / segment.words if segment.words else 0.0
        fingerprints.append(segment.section(Section.COUNTED).astype(np.uint32))
        counts.append(segment.section(Section.COUNTS) * share)
    keys, places = np.unique(np.concatenate(fingerprints), return_inverse=True)
    sums = np.bincount(places, np.concatenate(counts), minlength=len(keys))
    whole = np.minimum(np.rint(sums), np.iinfo(np.uint32).max).astype(np.uint32)
    kept = whole >= least
    return keys[kept], whole[kept]
