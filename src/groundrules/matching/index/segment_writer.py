"""The segment writer: how a segment comes onto the disk, in pieces, so that none need be whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from groundrules.matching.index import catalogue as catalogues
from groundrules.matching.index import files
from groundrules.matching.index.damage import refused
from groundrules.matching.index.layout import (
    BUCKETS,
    MOST_POSTINGS,
    MOST_STATEMENTS,
    Extent,
    Header,
    Section,
    Sizes,
    digest,
    header_digest,
    key_check_of,
    offsets,
    packed_header,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from numpy.typing import NDArray

    from groundrules.matching.index.catalogue import Entry, Packed
    from groundrules.matching.index.postings import Postings

    Run = tuple[NDArray[np.uint32], NDArray[np.uint32]]
    """Fingerprints, sorted, and the statement of each, sorted where the fingerprint is the same."""


class Contents(NamedTuple):
    """What a segment is made of.

    Attributes:
        size: how many postings the runs come to.
        runs: the postings, in order, each run going on after the last.
        counted: the fingerprints of the table of counts, sorted.
        counts: the counts.
        lengths: how many words each statement has.
        catalogue: which talks and statements they are.
    """

    size: int
    runs: Iterable[Run]
    counted: NDArray[np.uint32]
    counts: NDArray[np.uint32]
    lengths: NDArray[np.uint16]
    catalogue: Packed

    @property
    def sizes(self) -> Sizes:
        """Return how much that is."""
        return Sizes(
            statements=len(self.lengths),
            talks=len(self.catalogue.firsts) - 1,
            postings=self.size,
            counted=len(self.counted),
            words=int(self.lengths.sum(dtype=np.int64)),
        )


def write_segment(
    path: Path, postings: Postings, entries: Sequence[Entry], key_check: bytes
) -> bytes:
    """Write a new segment, and return when it is on the disk.

    Args:
        path: where it shall stand; nothing may stand there.
        postings: the postings of all statements.
        entries: the talks that the statements are of, in the order of their numbers.
        key_check: what `key_check` in `keys` says of the key.

    Returns:
        The digest of the header, which stands for the whole segment.

    Raises:
        BadInput: it cannot be written.
        ValueError: the talks have more or fewer statements than the postings, or there are more
            than a segment holds.
    """
    if sum(len(entry.ids) for entry in entries) != len(postings.lengths):
        raise ValueError("the talks have more or fewer statements than the postings")
    run = (postings.fingerprints, postings.statements)
    rest = (postings.counted, postings.counts, postings.lengths, catalogues.packed(entries))
    return write_contents(path, Contents(len(run[0]), [run], *rest), key_check)


def write_contents(path: Path, contents: Contents, key_check: bytes) -> bytes:
    """Write a new segment out of runs of postings, and return when it is on the disk.

    Returns:
        The digest of the header, which stands for the whole segment.

    Raises:
        BadInput: it cannot be written.
        ValueError: there is more than a segment holds.
    """
    sizes = contents.sizes
    if sizes.statements > MOST_STATEMENTS or sizes.postings > MOST_POSTINGS:
        raise ValueError("there is more than one segment holds")
    try:
        with files.make(path) as stream:
            sheet = _Sheet(stream, contents)
            sheet.postings(contents.runs)
            sheet.rest(contents)
            raw = packed_header(Header(key_check_of(key_check), sizes, sheet.extents()))
            files.put(stream, 0, raw)
            files.flush(stream)
    except OSError as error:
        raise refused(path, error) from None
    return header_digest(raw)


class _Sheet:
    """A file in which several sections grow at once."""

    def __init__(self, stream: BinaryIO, contents: Contents) -> None:
        catalogue = contents.catalogue
        self._fixed = {
            Section.TALKS: catalogue.talks,
            Section.STAMPS: catalogue.stamps,
            Section.CONTACTS: catalogue.contacts,
            Section.STATEMENTS: catalogue.statements,
            Section.WORDS: catalogue.words,
        }
        sizes = contents.sizes.fixed() | {at: len(raw) for at, raw in self._fixed.items()}
        self._stream = stream
        self._sizes = [sizes[section] for section in Section]
        self._offsets = offsets(self._sizes)
        self._written = [0] * len(Section)
        self._digests = [digest() for _ in Section]
        self._high_bits = contents.sizes.high_bits
        self._odd = np.empty(0, dtype=np.uint8)

    def postings(self, runs: Iterable[Run]) -> None:
        """Write the sections that grow with every run, then the directory."""
        buckets = np.zeros(BUCKETS + 1, dtype=np.int64)
        for fingerprints, statements in runs:
            upper = (fingerprints >> np.uint32(16)).astype(np.intp)
            buckets[1:] += np.bincount(upper, minlength=BUCKETS)
            self._put(Section.LOWS, fingerprints.astype("<u2"))
            self._put(Section.NUMBERS, statements.astype("<u2"))
            self._put_highs((statements >> np.uint32(16)).astype(np.uint8))
        if self._high_bits == 4 and len(self._odd):  # noqa: PLR2004 - half a byte
            self._put(Section.HIGHS, self._odd)
        self._put(Section.DIRECTORY, np.cumsum(buckets).astype("<u4"))

    def _put_highs(self, highs: NDArray[np.uint8]) -> None:
        if self._high_bits == 4:  # noqa: PLR2004 - half a byte
            # Two to a byte, the earlier one below; one that is over waits for the next run.
            highs = np.concatenate([self._odd, highs])
            even = len(highs) & ~1
            self._odd = highs[even:].copy()
            self._put(Section.HIGHS, highs[0:even:2] | (highs[1:even:2] << np.uint8(4)))
        elif self._high_bits:
            self._put(Section.HIGHS, highs)

    def rest(self, contents: Contents) -> None:
        """Write the sections that come in one piece."""
        self._put(Section.COUNTED, contents.counted.astype("<u4"))
        self._put(Section.COUNTS, contents.counts.astype("<u4"))
        self._put(Section.LENGTHS, contents.lengths.astype("<u2"))
        self._put(Section.FIRSTS, contents.catalogue.firsts.astype("<u4"))
        for section, raw in self._fixed.items():
            self._put(section, np.frombuffer(raw, dtype=np.uint8))

    def _put(self, section: Section, values: NDArray[Any]) -> None:
        if not len(values):
            return
        raw = np.ascontiguousarray(values).data.cast("B")
        if self._written[section] + len(raw) > self._sizes[section]:
            raise ValueError(f"the section {section.name} is longer than it was to be")
        self._digests[section].update(raw)
        files.put(self._stream, self._offsets[section] + self._written[section], raw)
        self._written[section] += len(raw)

    def extents(self) -> tuple[Extent, ...]:
        """Return where the sections stand, and their digests, once all is written."""
        if self._written != self._sizes:
            raise ValueError("a section is shorter than it was to be")
        rows = zip(self._offsets, self._sizes, self._digests, strict=True)
        return tuple(Extent(offset, size, one.digest()) for offset, size, one in rows)
