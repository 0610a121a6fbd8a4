"""The indexed ledger: an index on disk with its key, as the rest of the program uses it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from groundrules.matching.index.catalogue import entries_of
from groundrules.matching.index.damage import Damaged
from groundrules.matching.index.fingerprints import Fingerprints
from groundrules.matching.index.keys import key_check
from groundrules.matching.index.on_disk import OnDisk
from groundrules.matching.index.postings import postings_of
from groundrules.matching.index.sealed_names import SealedNames
from groundrules.matching.index.sealed_words import Sealing
from groundrules.matching.index.store import Store
from groundrules.matching.index.talks import portions
from groundrules.matching.index.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from pathlib import Path
    from typing import Self

    from groundrules.draft.document import Draft
    from groundrules.matching.index.catalogue import Entry
    from groundrules.matching.index.postings import Postings
    from groundrules.matching.index.talks import Talk
    from groundrules.matching.passages import Passages

    Progress = Callable[[int], None]

_AT_ONCE = 1_000_000
"""Statements that go into one segment before the next is begun: some two gigabytes of arrays."""


class IndexedLedger:
    """An index on disk, as it was when it was opened, or last changed through this object."""

    def __init__(self, folder: Path, secret: bytes, store: Store) -> None:
        """Take an index that is open."""
        self._folder = folder
        self._check = key_check(secret)
        self._fingerprints = Fingerprints(secret)
        self._sealing = Sealing(secret)
        self._names = SealedNames(secret)
        self._store = store

    @classmethod
    def build(
        cls,
        folder: Path,
        talks: Iterable[Talk],
        secret: bytes,
        progress: Progress | None = None,
    ) -> Self:
        """Make an index of talks, in the place of the one that may be there, and open it.

        Whoever has the old one open goes on with it; it is gone when the new one is whole.

        Args:
            folder: where it shall be.
            talks: what was said.
            secret: the key of the index; see `keys`.
            progress: told how many more statements are done.

        Raises:
            BadInput: the folder cannot be written to.
        """
        check = key_check(secret)
        if not Store.is_at(folder):
            Store.create(folder, check).close()
        keyed = Fingerprints(secret), Sealing(secret), SealedNames(secret)
        with Writing(folder, check, anew=True) as writing:
            for some in portions(talks, _AT_ONCE):
                writing.append(*_taken(some, *keyed, progress))
            writing.merge()
            writing.commit()
        return cls.open(folder, secret)

    @classmethod
    def open(cls, folder: Path, secret: bytes) -> Self:
        """Open an index.

        Raises:
            Damaged: it is not what was written.
            WrongKey: it was written with another key.
            BadInput: a file cannot be read.
        """
        return cls(folder, secret, Store.open(folder, key_check(secret)))

    @property
    def size(self) -> int:
        """Return how many statements there are."""
        return self._store.size

    @property
    def words(self) -> int:
        """Return how many words they have, without fillers."""
        return self._store.words

    @property
    def bytes(self) -> int:
        """Return how many bytes the index has on the disk."""
        return self._store.bytes

    @property
    def segments(self) -> int:
        """Return in how many files it is."""
        return self._store.segments

    def talks(self) -> dict[str, str]:
        """Return the stamp of each talk, by its id."""
        return {self._named(seal): stamp for seal, stamp in self._store.talks().items()}

    def statement(self, number: int) -> str:
        """Return the id of a statement."""
        return self._read(self._names.open_statement, self._store.statement(number)[1])

    def contact(self, number: int) -> str:
        """Return whom to ask about a statement."""
        talk = self._store.talk(self._store.statement(number)[0])
        return self._named(talk.contact) if talk else ""

    def asked_about(
        self, draft: Draft, passages: Passages, archive: IndexedLedger | None = None
    ) -> OnDisk:
        """Return the index as one draft asks it.

        Args:
            draft: the draft.
            passages: its words.
            archive: what is public already.
        """
        public = (archive._store, archive._fingerprints) if archive else None  # noqa: SLF001 - its own kind
        return OnDisk((self._store, self._fingerprints), self._sealing, draft, passages, public)

    def append(self, talks: Sequence[Talk], progress: Progress | None = None) -> None:
        """Take in talks, each in the place of the one with its id.

        Raises:
            BadInput: the index cannot be written to, or somebody else is writing.
            Damaged: it is not what was written.
        """
        with Writing(self._folder, self._check) as writing:
            there = writing.talks()
            seals = self._sealed(talk.id for talk in talks)
            writing.remove([seal for seal in seals if seal in there])
            for some in portions(talks, _AT_ONCE):
                keyed = self._fingerprints, self._sealing, self._names
                taken = _taken(some, *keyed, progress)
                writing.append(*taken)
            writing.commit()
        self._reopen()

    def remove(self, talks: Collection[str]) -> None:
        """Take talks out of what is found, by their ids; their traces go with a later merge."""
        with Writing(self._folder, self._check) as writing:
            writing.remove(self._sealed(talks))
            writing.commit()
        self._reopen()

    def erase(self, talks: Collection[str]) -> None:
        """Take talks out of the files, by their ids."""
        with Writing(self._folder, self._check) as writing:
            writing.erase(self._sealed(talks))
            writing.commit()
        self._reopen()

    def merge(self, progress: Progress | None = None) -> None:
        """Make one file of all."""
        with Writing(self._folder, self._check) as writing:
            writing.merge(progress)
            writing.commit()
        self._reopen()

    def verify(self, progress: Progress | None = None) -> None:
        """Read all of the index and hold it to its digests.

        Raises:
            Damaged: it is not what was written.
        """
        self._store.verify(progress)

    def is_current(self) -> bool:
        """Tell whether the index on disk is still the one that this object shows."""
        return self._store.is_current()

    def close(self) -> None:
        """Let go of the files."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _sealed(self, talks: Iterable[str]) -> list[str]:
        return [self._names.seal(talk) for talk in talks]

    def _named(self, seal: str) -> str:
        return self._read(self._names.open, seal)

    def _read(self, opening: Callable[[str], str], seal: str) -> str:
        try:
            return opening(seal)
        except ValueError:
            raise Damaged(self._folder, "a name in it cannot be opened") from None

    def _reopen(self) -> None:
        before, self._store = self._store, Store.open(self._folder, self._check)
        before.close()


def _taken(
    talks: Sequence[Talk],
    fingerprints: Fingerprints,
    sealing: Sealing,
    names: SealedNames,
    progress: Progress | None,
) -> tuple[Postings, list[Entry]]:
    """Return what the index keeps of talks."""
    taken = postings_of(talks, fingerprints, progress)
    ends = np.cumsum(taken.postings.lengths, dtype=np.int64)
    sizes = np.cumsum([0, *(len(talk.texts) for talk in talks)])
    edges = np.concatenate([[0], ends])[sizes]
    words = [sealing.seal(taken.stems[start:end]) for start, end in pairwise(edges)]
    return taken.postings, entries_of(map(names.seal_talk, talks), words)
