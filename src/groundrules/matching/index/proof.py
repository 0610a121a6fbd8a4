"""The proof: whether a segment is still what was written, byte by byte and rule by rule."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from groundrules.matching.index.damage import Damaged
from groundrules.matching.index.layout import BUCKETS, Section, digest, offsets

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from groundrules.matching.index.segment import Segment

    Progress = Callable[[int], None]

_AT_ONCE = 1 << 24
"""Bytes, and buckets' worth of postings, that are looked at in one step."""

_BUCKETS_AT_ONCE = 1 << 12


def prove(segment: Segment, progress: Progress | None = None) -> None:
    """Read a whole segment and hold it to its digests and to the rules of the format.

    Args:
        segment: the segment.
        progress: told how many more bytes have been read.

    Raises:
        Damaged: with the first section that is not what was written.
    """
    _prove_extents(segment)
    for section in Section:
        _prove_digest(segment, section, progress)
    _prove_directory(segment)
    _prove_postings(segment)
    _prove_counts(segment)
    _prove_catalogue(segment)


def _prove_extents(segment: Segment) -> None:
    sizes = [extent.size for extent in segment.header.extents]
    places = [extent.offset for extent in segment.header.extents]
    fixed = segment.header.sizes.fixed()
    wrong = [section for section, size in fixed.items() if sizes[section] != size]
    if wrong or places != offsets(sizes):
        raise Damaged(segment.path, "the header does not fit what it describes")
    for extent, then in pairwise(segment.header.extents):
        if segment.raw(extent.offset + extent.size, then.offset).strip(b"\0"):
            raise Damaged(segment.path, "there is something between two sections")


def _prove_digest(segment: Segment, section: Section, progress: Progress | None) -> None:
    raw = segment.section(section).view(np.uint8)
    found = digest()
    for at in range(0, len(raw), _AT_ONCE):
        piece = raw[at : at + _AT_ONCE]
        found.update(piece.data)
        if progress:
            progress(len(piece))
    if found.digest() != segment.header.extents[section].digest:
        raise _wrong(segment, section, "its bytes are not those that were written")


def _prove_directory(segment: Segment) -> None:
    directory = segment.section(Section.DIRECTORY).astype(np.int64)
    if directory[0] or directory[-1] != segment.postings_size or (np.diff(directory) < 0).any():
        raise _wrong(segment, Section.DIRECTORY, "its offsets are not in order")


def _prove_postings(segment: Segment) -> None:
    directory = segment.section(Section.DIRECTORY)
    for first in range(0, BUCKETS, _BUCKETS_AT_ONCE):
        last = first + _BUCKETS_AT_ONCE
        numbers = segment.numbers(int(directory[first]), int(directory[last]))
        fingerprints = segment.fingerprints(first, last)
        if len(numbers) and int(numbers.max()) >= segment.size:
            raise _wrong(segment, Section.NUMBERS, "a posting is of no statement")
        if not _rises((fingerprints.astype(np.uint64) << np.uint64(32)) | numbers):
            raise _wrong(segment, Section.LOWS, "its postings are not in order")


def _prove_counts(segment: Segment) -> None:
    if not _rises(segment.section(Section.COUNTED)):
        raise _wrong(segment, Section.COUNTED, "its fingerprints are not in order")
    if int(segment.lengths.sum(dtype=np.int64)) != segment.words:
        raise _wrong(segment, Section.LENGTHS, "they add up to another number of words")


def _prove_catalogue(segment: Segment) -> None:
    catalogue = segment.catalogue
    firsts = catalogue.firsts.tolist()
    if firsts[0] or firsts[-1] != segment.size or any(b < a for a, b in pairwise(firsts)):
        raise _wrong(segment, Section.FIRSTS, "its numbers are not in order")
    if len(set(catalogue.texts(0))) != len(catalogue):
        raise _wrong(segment, Section.TALKS, "two talks have one id")
    for place in range(len(catalogue)):
        catalogue.talk(place)
        catalogue.ids_of(place)


def _rises(values: NDArray[Any]) -> bool:
    """Tell whether each value is greater than the one before it."""
    return bool((values[1:] > values[:-1]).all())


def _wrong(segment: Segment, section: Section, what: str) -> Damaged:
    return Damaged(segment.path, f"the section `{section.name.lower()}` is damaged: {what}")
