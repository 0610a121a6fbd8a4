"""The store: an index on disk as it was when it was opened, however it is changed meanwhile.

It answers for all its segments together. A statement's number is the number of its segment's first
statement, and its place in that segment; it holds for this store, and not for one opened later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from groundrules.errors import BadInput, Fault
from groundrules.matching.index.catalogue import Kept
from groundrules.matching.index.damage import Damaged, refused, shown
from groundrules.matching.index.layout import key_check_of
from groundrules.matching.index.lock import Lock
from groundrules.matching.index.manifest import NAME, Manifest, read_manifest, write_manifest
from groundrules.matching.index.narrowing import Words
from groundrules.matching.index.opened import close_all, open_newest
from groundrules.matching.index.proof import prove
from groundrules.matching.index.shelf import Shelf
from groundrules.matching.index.sought import Sought

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import Self

    from numpy.typing import NDArray

    from groundrules.matching.index.merge import Part
    from groundrules.matching.index.sealed_words import Sealing

_PATIENCE = 5.0
"""Seconds to wait for another writer."""


class Store:
    """An index on disk, as it was when it was opened. It takes no lock and alters nothing."""

    def __init__(
        self, folder: Path, key_check: bytes, manifest: Manifest, parts: list[Part]
    ) -> None:
        """Take what `open` has read."""
        self._folder = folder
        self._key_check = key_check
        self._manifest = manifest
        self._parts = parts
        self._shelves: list[Shelf] = []
        self.span = 0
        for part in parts:
            self._shelves.append(Shelf(part, self.span))
            self.span += part.segment.size
        self._bases = np.array([shelf.base for shelf in self._shelves], dtype=np.int64)

    @classmethod
    def create(cls, folder: Path, key_check: bytes) -> Store:
        """Make an empty index, and open it.

        Args:
            folder: where it shall be; it is made if it is not there.
            key_check: what `key_check` in `keys` says of the key.

        Raises:
            BadInput: there is an index in the folder, or it cannot be written to.
        """
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise refused(folder, error) from None
        lock = Lock(folder, _PATIENCE)
        try:
            if cls.is_at(folder):
                remedy = "name another folder, or use the index that is there"
                raise BadInput(Fault(shown(folder), "there is an index here already", remedy))
            write_manifest(folder, Manifest(key_check_of(key_check)))
        except OSError as error:
            raise refused(folder, error) from None
        finally:
            lock.release()
        return cls.open(folder, key_check)

    @classmethod
    def open(cls, folder: Path, key_check: bytes) -> Store:
        """Open an index.

        Args:
            folder: the folder of the index.
            key_check: what `key_check` in `keys` says of the key.

        Raises:
            Damaged: the manifest or a segment is missing, cut off or changed.
            WrongKey: the index was written with another key.
            BadInput: a file cannot be read.
        """
        return cls(folder, key_check, *open_newest(folder, key_check))

    @staticmethod
    def is_at(folder: Path) -> bool:
        """Tell whether there is an index in a folder, sound or not."""
        return (folder / NAME).exists()

    def is_current(self) -> bool:
        """Tell whether the index on disk is still the one that this store shows.

        Raises:
            Damaged: the manifest is missing, cut off or changed.
            BadInput: it cannot be read.
        """
        return read_manifest(self._folder, self._key_check) == self._manifest

    @property
    def size(self) -> int:
        """Return how many statements there are; numbers may be higher, since the dead have some."""
        return self.span - sum(shelf.dead for shelf in self._shelves)

    @property
    def words(self) -> int:
        """Return how many words the statements have, all told."""
        return sum(
            int(shelf.segment.lengths[shelf.alive].sum(dtype=np.int64))
            if shelf.dead
            else shelf.segment.words
            for shelf in self._shelves
        )

    @property
    def bytes(self) -> int:
        """Return how many bytes the segments have."""
        return sum(part.segment.bytes for part in self._parts)

    @property
    def segments(self) -> int:
        """Return how many segments there are."""
        return len(self._parts)

    def sought(self, fingerprints: NDArray[np.uint32]) -> Sought:
        """Return where fingerprints are in the store.

        Raises:
            Damaged: a segment leads nowhere.
        """
        return Sought(self._shelves, fingerprints)

    def counts(self, fingerprints: NDArray[np.uint32]) -> NDArray[np.uint32]:
        """Return how often the word or the pair of words of each fingerprint was said.

        It is an estimate where talks were removed: what was said in them counts until their
        segment is merged, and from then on by the segment's average.
        """
        sums = np.zeros(len(fingerprints), dtype=np.uint64)
        for shelf in self._shelves:
            sums += shelf.segment.counts(fingerprints)
        return np.minimum(sums, np.iinfo(np.uint32).max).astype(np.uint32)

    def lengths(self, numbers: NDArray[np.uint32]) -> NDArray[np.uint16]:
        """Return how many words each statement has; for more than 65,535 this is what it says."""
        lengths = np.empty(len(numbers), dtype=np.uint16)
        for shelf, asked in self._on_shelves(numbers):
            lengths[asked] = shelf.segment.lengths[numbers[asked] - np.uint32(shelf.base)]
        return lengths

    def words_of(self, numbers: NDArray[np.uint32], sealing: Sealing) -> Words:
        """Return the words of some statements, as the codes of their stems.

        Raises:
            Damaged: they are not what was written.
        """
        sizes = np.empty(len(numbers), dtype=np.int64)
        codes: list[NDArray[np.uint16]] = []
        starts = np.empty(len(numbers), dtype=np.int64)
        base = 0
        for shelf, asked in self._on_shelves(numbers):
            local = numbers[asked] - np.uint32(shelf.base)
            found, sizes[asked] = shelf.spoken(sealing).words(local)
            starts[asked] = base + np.cumsum(sizes[asked]) - sizes[asked]
            codes.append(found)
            base += len(found)
        return Words(np.concatenate([np.empty(0, dtype=np.uint16), *codes]), starts, sizes)

    def _on_shelves(self, numbers: NDArray[np.uint32]) -> Iterator[tuple[Shelf, NDArray[np.intp]]]:
        shelves = np.searchsorted(self._bases, numbers, side="right") - 1
        for place in np.unique(shelves):
            yield self._shelves[place], np.flatnonzero(shelves == place)

    def statement(self, number: int) -> tuple[str, str]:
        """Return the id of the talk that a statement is of, and its own.

        Raises:
            Damaged: the catalogue cannot be read.
            IndexError: no statement has this number.
        """
        if not 0 <= number < self.span:
            raise IndexError(f"no statement has the number {number}")
        shelf = self._shelves[int(np.searchsorted(self._bases, number, side="right")) - 1]
        catalogue = shelf.segment.catalogue
        local = number - shelf.base
        place = int(catalogue.places_of(np.array([local], dtype=np.uint32))[0])
        own = catalogue.id_of(place, local - int(catalogue.firsts[place]))
        return catalogue.talk(place)[0], own

    def talk(self, talk: str) -> Kept | None:
        """Return what is kept of a talk; None where it is not in the index.

        Raises:
            Damaged: the catalogue cannot be read.
        """
        for shelf in self._shelves:
            catalogue = shelf.segment.catalogue
            place = catalogue.places([talk]).get(talk)
            if place is not None and place not in shelf.part.dead:
                first = int(catalogue.firsts[place]) + shelf.base
                return Kept(*catalogue.talk(place), first, catalogue.ids_of(place))
        return None

    def talks(self) -> dict[str, str]:
        """Return the stamp of each talk, by its id.

        Raises:
            Damaged: a catalogue cannot be read.
        """
        found: dict[str, str] = {}
        for shelf in self._shelves:
            ids, stamps = (shelf.segment.catalogue.texts(field) for field in (0, 1))
            found |= {ids[place]: stamps[place] for place in shelf.part.kept()}
        return found

    def verify(self, progress: Callable[[int], None] | None = None) -> None:
        """Read everything and hold it to what was written.

        Args:
            progress: told how many more bytes have been read, of `bytes` about.

        Raises:
            Damaged: with the first thing that is not what was written.
        """
        for part in self._parts:
            prove(part.segment, progress)
        living = sum(len(part.kept()) for part in self._parts)
        if living != len(self.talks()):
            raise Damaged(self._folder / NAME, "a talk is in the index twice")

    def close(self) -> None:
        """Let go of the files."""
        close_all(self._parts)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
