"""The writing: how an index on disk is changed, by one writer at a time and all at once.

New segments stand on the disk before the manifest names them, and old ones until it no longer
does. Whoever is stopped on the way leaves the index as it was, and files that no manifest names,
which the next writer takes away.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from groundrules.matching.index import files
from groundrules.matching.index.damage import refused
from groundrules.matching.index.layout import key_check_of
from groundrules.matching.index.lock import Lock
from groundrules.matching.index.manifest import (
    NEXT,
    Listed,
    Manifest,
    is_segment,
    write_manifest,
)
from groundrules.matching.index.merge import Part, merge_segments
from groundrules.matching.index.opened import close_all, open_newest
from groundrules.matching.index.segment import Segment
from groundrules.matching.index.segment_writer import write_segment
from groundrules.matching.index.tiers import Weight, fitting, to_merge

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from pathlib import Path
    from typing import Self

    from groundrules.matching.index.catalogue import Entry
    from groundrules.matching.index.postings import Postings

    Progress = Callable[[int], None]

PATIENCE = 5.0
"""Seconds to wait for another writer."""

_SAID_AGAIN = 2
"""What an erased talk alone has said may not stay in the counts: what was said once goes."""


class Writing:
    """The exclusive right to change an index, and what is to be changed. Use it in a `with`."""

    def __init__(
        self, folder: Path, key_check: bytes, *, anew: bool = False, patience: float = PATIENCE
    ) -> None:
        """Say what is to be written to.

        Args:
            folder: the folder of an index.
            key_check: what `key_check` in `keys` says of the key.
            anew: leave out all that is there, which may be damaged or of another key.
            patience: seconds to wait for another writer.
        """
        self._folder = folder
        self._key_check = key_check
        self._anew = anew
        self._patience = patience
        self._parts: list[Part] = []
        self._made: set[str] = set()
        self._to_erase: set[str] = set()
        self._must_be_gone = False
        self._committed = Manifest(key_check_of(key_check))

    def __enter__(self) -> Self:
        """Take the lock, read what is there and take away what an earlier writer left.

        Raises:
            BadInput: somebody else is writing, or the folder cannot be written to.
            Damaged: the index is not what was written.
            WrongKey: it was written with another key.
        """
        self._lock = Lock(self._folder, self._patience)
        try:
            if not self._anew:
                self._committed, self._parts = open_newest(self._folder, self._key_check)
                self._sweep()
        except BaseException:
            self._let_go()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Take away what was not committed, and give the lock back."""
        close_all(self._parts)
        self._parts = []
        try:
            self._sweep()
        finally:
            self._let_go()

    def _let_go(self) -> None:
        close_all(self._parts)
        self._lock.release()

    def talks(self) -> dict[str, str]:
        """Return the stamp of each talk, by its id, as it will be.

        Raises:
            Damaged: a catalogue cannot be read.
        """
        found: dict[str, str] = {}
        for part in self._parts:
            ids, stamps = (part.segment.catalogue.texts(field) for field in (0, 1))
            found |= {ids[place]: stamps[place] for place in part.kept()}
        return found

    def append(self, postings: Postings, entries: Sequence[Entry]) -> None:
        """Add talks, none of which may be in the index; remove a talk first to replace it.

        Args:
            postings: what their statements hold.
            entries: the talks, in the order in which their statements are numbered.

        Raises:
            BadInput: it cannot be written.
            ValueError: a talk is in the index already, or twice among these.
        """
        ids = {entry.id for entry in entries}
        if len(ids) < len(entries) or any(self._alive(part, ids) for part in self._parts):
            raise ValueError("a talk would be in the index twice")
        if entries:
            path = self._new_path()
            write_segment(path, postings, entries, self._key_check)
            self._parts.append(Part(Segment(path, self._key_check), ()))

    def remove(self, talks: Iterable[str]) -> frozenset[str]:
        """Take talks out: nothing of them is found any more, but their postings stay on the disk.

        Returns:
            Those that were in the index.

        Raises:
            Damaged: a catalogue cannot be read.
        """
        asked = frozenset(talks)
        found: set[str] = set()
        for at, part in enumerate(self._parts):
            alive = self._alive(part, asked)
            if alive:
                found.update(alive)
                self._parts[at] = part._replace(dead=tuple(sorted({*part.dead, *alive.values()})))
        return frozenset(found)

    @staticmethod
    def _alive(part: Part, talks: Collection[str]) -> dict[str, int]:
        """Return the places of those talks of some that are in a part and alive."""
        found, dead = part.segment.catalogue.places(talks), frozenset(part.dead)
        return {talk: place for talk, place in found.items() if place not in dead}

    def erase(self, talks: Iterable[str]) -> frozenset[str]:
        """Take talks out so that no file of the index has anything of them once it is committed.

        Also what was removed earlier is erased. The segments that hold any of it are written anew,
        and the files that were in their place are deleted. The disk may keep their bytes until it
        needs the room: only encryption of the disk helps against somebody who reads it raw.

        Returns:
            Those that were in the index.

        Raises:
            Damaged: a catalogue cannot be read.
        """
        asked = frozenset(talks)
        self._to_erase |= asked
        return self.remove(asked)

    def merge(self, progress: Progress | None = None) -> None:
        """Make all segments one, without what is dead.

        Args:
            progress: told how many more postings have been read.

        Raises:
            BadInput: it cannot be written.
            Damaged: a segment leads nowhere.
        """
        self._erase_marked()
        weights = self._weights()
        places = fitting(weights, range(len(weights)))
        if len(places) > 1 or any(self._parts[place].dead for place in places):
            self._merge(places, progress=progress)

    def commit(self, progress: Progress | None = None) -> None:
        """Make it so: from its end on every reader who opens the index sees what was changed.

        Small segments are merged where there are many, and such as are dead for a good part.

        Args:
            progress: told how many more postings have been read, where segments are merged.

        Raises:
            BadInput: it cannot be written; then the index is what it was.
            Damaged: a segment leads nowhere; then likewise.
        """
        self._erase_marked()
        self._parts = [part for part in self._parts if part.kept()]
        places = to_merge(self._weights())
        if places:
            self._merge(places, progress=progress)
        manifest = Manifest(key_check_of(self._key_check), tuple(map(_listed, self._parts)))
        try:
            files.flush_folder(self._folder)
            write_manifest(self._folder, manifest)
        except OSError as error:
            raise refused(self._folder, error) from None
        self._committed, self._anew = manifest, False
        self._sweep()
        self._must_be_gone = False

    def _weights(self) -> list[Weight]:
        return [
            Weight(part.segment.size, part.dead_size, part.segment.postings_size)
            for part in self._parts
        ]

    def _erase_marked(self) -> None:
        """Write every segment anew that has anything of what is to be erased."""
        for at, part in enumerate(self._parts):
            places = part.segment.catalogue.places(self._to_erase)
            if not set(places.values()).isdisjoint(part.dead):
                self._parts[at] = self._merged([part], least=_SAID_AGAIN)
        self._must_be_gone = self._must_be_gone or bool(self._to_erase)
        self._to_erase.clear()

    def _merge(self, places: Sequence[int], progress: Progress | None) -> None:
        merged = self._merged([self._parts[place] for place in places], progress=progress)
        others = [part for at, part in enumerate(self._parts) if at not in places]
        self._parts = [*others, merged]

    def _merged(
        self, parts: Sequence[Part], *, least: int = 1, progress: Progress | None = None
    ) -> Part:
        path = self._new_path()
        merge_segments(path, parts, self._key_check, least=least, progress=progress)
        close_all(list(parts))
        return Part(Segment(path, self._key_check), ())

    def _new_path(self) -> Path:
        name = f"{os.urandom(8).hex()}.segment"
        self._made.add(name)
        return self._folder / name

    def _sweep(self) -> None:
        """Take away every segment that is not of the index, and a manifest half-written.

        Where the index is to be made anew, what is there is still the index; then only what this
        writer made is taken away.
        """
        named = {one.name for one in self._committed.segments}
        named.update(part.segment.path.name for part in self._parts)
        try:
            present = set(os.listdir(self._folder))  # noqa: PTH208 - only names are needed
            ours = self._made & present if self._anew else set(filter(is_segment, present))
            for name in [*(ours - named), *({NEXT} & present)]:
                self._remove(self._folder / name)
            if self._must_be_gone:
                files.flush_folder(self._folder)
        except OSError as error:
            raise refused(self._folder, error) from None

    def _remove(self, path: Path) -> None:
        try:
            files.remove(path)
        except PermissionError:
            # Some systems refuse while a reader has the file open; the next writer tries again.
            if self._must_be_gone:
                raise


def _listed(part: Part) -> Listed:
    segment = part.segment
    return Listed(segment.path.name, segment.bytes, segment.digest, part.dead)
