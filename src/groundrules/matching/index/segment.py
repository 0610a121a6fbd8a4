"""The segment: one packed file of the postings of some conversations, read where it lies.

A fingerprint's upper half leads through a directory to its bucket; within the bucket the lower
halves stand in order, and a search, one for all that is asked at once, finds its postings.
Five bytes a posting at most: two for the lower half, two to three for the statement's number. A
segment is never altered; `segment_writer` is how it is made, and `proof` how it is verified.
"""

from __future__ import annotations

import contextlib
import mmap
import os
from typing import TYPE_CHECKING, Any

import numpy as np

from groundrules.matching.index.catalogue import Catalogue
from groundrules.matching.index.damage import Damaged, refused
from groundrules.matching.index.layout import (
    BUCKETS,
    HEADER,
    Header,
    Section,
    header_digest,
    key_check_of,
    read_header,
)
from groundrules.matching.index.lookup import Hits
from groundrules.matching.index.loops import loops
from groundrules.matching.index.loops.shapes import Bounds, Numbered
from groundrules.matching.index.postings import Postings

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Self

    from numpy.typing import NDArray

_HALF = np.uint32(16)

_TYPES = {
    Section.DIRECTORY: "<u4",
    Section.LOWS: "<u2",
    Section.NUMBERS: "<u2",
    Section.COUNTED: "<u4",
    Section.COUNTS: "<u4",
    Section.LENGTHS: "<u2",
    Section.FIRSTS: "<u4",
}


class Segment:
    """A segment that is open. Opening it reads its header and nothing else.

    Attributes:
        path: the file.
        size: how many statements there are.
        words: how many words they have.
        postings_size: how many postings there are.
        bytes: how many bytes the file has.
        digest: the digest of the header, which has those of all sections.
    """

    def __init__(self, path: Path, key_check: bytes) -> None:
        """Open a segment.

        Args:
            path: the file.
            key_check: what `key_check` in `keys` says of the key.

        Raises:
            FileNotFoundError: there is no such file.
            Damaged: it is cut off, no segment, or in another version of the format.
            WrongKey: it was written with another key.
            BadInput: it cannot be opened.
        """
        self.path = path
        raw, self._map = _mapped(path)
        self.header: Header = read_header(raw, path, key_check_of(key_check))
        self.digest = header_digest(raw)
        self.bytes = len(self._map)
        if self.bytes != self.header.end:
            self._map.close()
            raise Damaged(path, f"it should have {self.header.end} bytes and has {self.bytes}")
        self.size = self.header.sizes.statements
        self.words = self.header.sizes.words
        self.postings_size = self.header.sizes.postings
        self._sections = {section: self._section(section) for section in Section}
        self._catalogue: Catalogue | None = None

    def _section(self, section: Section) -> NDArray[Any]:
        extent = self.header.extents[section]
        kind = np.dtype(_TYPES.get(section, "u1"))
        return np.frombuffer(self._map, kind, extent.size // kind.itemsize, extent.offset)

    def section(self, section: Section) -> NDArray[Any]:
        """Return the values of a section as they lie in the file."""
        return self._sections[section]

    def raw(self, first: int, last: int) -> bytes:
        """Return the bytes of the file from `first` up to `last`."""
        return self._map[first:last]

    @property
    def catalogue(self) -> Catalogue:
        """Return which conversation and which statement has which number.

        Raises:
            Damaged: it cannot be read.
        """
        if self._catalogue is None:
            fields = list(Section)[Section.TALKS :]
            columns = [self._sections[field].view(np.uint8) for field in fields]
            firsts = self._sections[Section.FIRSTS]
            self._catalogue = Catalogue(self.path, firsts, columns)
        return self._catalogue

    @property
    def lengths(self) -> NDArray[np.uint16]:
        """Return how many words each statement has."""
        return self._sections[Section.LENGTHS]

    def counts(self, fingerprints: NDArray[np.uint32]) -> NDArray[np.uint32]:
        """Return how often the word or the pair of words of each fingerprint was said."""
        counted, counts = self._sections[Section.COUNTED], self._sections[Section.COUNTS]
        return loops().told(counted, counts, fingerprints)

    def bounds(self, fingerprints: NDArray[np.uint32]) -> Bounds:
        """Return where the postings of each fingerprint stand.

        Raises:
            Damaged: the directory leads nowhere.
        """
        directory, lows = self._sections[Section.DIRECTORY], self._sections[Section.LOWS]
        found = loops().bounded(directory, lows, fingerprints)
        if found is None:
            raise self._leads_nowhere()
        return found

    def hits(self, bounds: Bounds, queries: NDArray[np.intp]) -> Hits:
        """Return all postings of some of the fingerprints whose bounds these are.

        Args:
            bounds: where the postings of each fingerprint stand.
            queries: the places of those that are wanted.

        Raises:
            Damaged: a number is of no statement.
        """
        counts = bounds.counts[queries]
        numbers = loops().gathered(self._numbered(), bounds.starts[queries], counts)
        if len(numbers) and int(numbers.max()) >= self.size:
            raise Damaged(self.path, "a posting is of no statement")
        return Hits(np.repeat(queries, counts), numbers)

    def numbers(self, first: int, last: int) -> NDArray[np.uint32]:
        """Return the numbers of the statements of the postings from `first` up to `last`."""
        return loops().gathered(self._numbered(), np.array([first]), np.array([last - first]))

    def _numbered(self) -> Numbered:
        bits = self.header.sizes.high_bits
        return Numbered(self._sections[Section.NUMBERS], self._sections[Section.HIGHS], bits)

    def fingerprints(self, first: int, last: int) -> NDArray[np.uint32]:
        """Return the fingerprints of the postings in buckets from `first` up to `last`.

        Raises:
            Damaged: the directory leads nowhere.
        """
        directory = self._sections[Section.DIRECTORY]
        offsets = directory[first : last + 1].astype(np.int64)
        if (np.diff(offsets) < 0).any() or offsets[-1] > self.postings_size:
            raise self._leads_nowhere()
        upper = np.repeat(np.arange(first, last, dtype=np.uint32), np.diff(offsets))
        lows: NDArray[np.uint16] = self._sections[Section.LOWS][offsets[0] : offsets[-1]]
        return (upper << _HALF) | lows

    def _leads_nowhere(self) -> Damaged:
        return Damaged(self.path, "the directory leads nowhere")

    def postings(self) -> Postings:
        """Return everything that the segment was packed from, but its catalogue.

        Raises:
            Damaged: the file leads nowhere.
        """
        return Postings(
            self.fingerprints(0, BUCKETS),
            self.numbers(0, self.postings_size),
            self._sections[Section.COUNTED].astype(np.uint32),
            self._sections[Section.COUNTS].astype(np.uint32),
            self.lengths.copy(),
        )

    def close(self) -> None:
        """Let go of the file. What was found in it stays; nothing more can be looked up."""
        self._sections.clear()
        self._catalogue = None
        # Where somebody still holds a view of the file, the system closes it after them.
        with contextlib.suppress(BufferError):
            self._map.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _mapped(path: Path) -> tuple[bytes, mmap.mmap]:
    """Return the header of a file, and the whole of it as memory."""
    try:
        with path.open("rb", buffering=0) as stream:
            raw = stream.read(HEADER)
            if len(raw) < HEADER:
                raise Damaged(path, "the file is cut off in its header")
            size = os.fstat(stream.fileno()).st_size
            return raw, mmap.mmap(stream.fileno(), size, access=mmap.ACCESS_READ)
    except FileNotFoundError:
        raise
    except (OSError, ValueError) as error:
        raise refused(path, OSError(*error.args)) from None
