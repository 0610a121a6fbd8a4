"""File stamps: what tells whether a file that a check reads has changed on the disk since.

A stamp is what the system says of a file without opening it. An editor that writes a new file and
renames it changes the inode; one that writes in place changes the times.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from groundrules.config.config_file import OWN, SHARED
from groundrules.desk.records.record_places import in_vault
from groundrules.readers.records import SUFFIX

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from groundrules.config.settings import Settings

Stamp = tuple[int, ...] | None
"""Inode, mode, size, and the times of the last change of content and of state; None for no file.

For a folder only the first two: in it, editors come and go with files of their own.
"""

Stamps = dict[str, Stamp]

_POLICY = ".toml"

_LEDGER = ("ledger.db", "ledger.db-wal")


def stamps(paths: Iterable[Path | str]) -> Stamps:
    """Return the stamp of each file."""
    return {os.fspath(path): _stamp(path) for path in paths}


def setup_stamps(start: Path) -> Stamps:
    """Return the stamps of every file that can be the configuration of a folder."""
    folders = (start, *start.parents)
    return stamps(folder / name for folder in folders for name in (OWN, SHARED))


def newsroom_stamps(settings: Settings, records: Iterable[Path]) -> Stamps:
    """Return the stamps of records, and of the policies of a person's own.

    Args:
        settings: where the policies are.
        records: files, and folders with records in them and below them.
    """
    found: Stamps = {}
    for path in records:
        found |= stamps(_files_of(path))
    for folder in settings.paths("policies"):
        found |= stamps(_in(folder, _POLICY))
    return found


def _files_of(records: Path) -> Iterable[Path | str]:
    place = in_vault(records)
    if place:  # what is written to its ledger, SQLite notes in the one or the other
        return tuple(place.folder / name for name in _LEDGER)
    return _below(records, SUFFIX) if records.is_dir() else (records,)


def changed(before: Stamps, after: Stamps) -> tuple[str, ...]:
    """Return the files that came, went or changed between two times, in the order of their names.

    What was never there at either time is not a file.
    """
    return tuple(name for name in sorted({*before, *after}) if before.get(name) != after.get(name))


def _stamp(path: Path | str) -> Stamp:
    try:
        found = os.stat(path)  # noqa: PTH116 - takes a str as it is
    except (OSError, ValueError):
        return None
    if stat.S_ISDIR(found.st_mode):
        return found.st_ino, found.st_mode
    times = found.st_mtime_ns, found.st_ctime_ns
    return found.st_ino, found.st_mode, found.st_size, *times


def _below(top: Path, ending: str) -> Iterator[str]:
    """Yield the files with an ending in a folder and below it; each folder is entered once."""
    seen = set()
    for folder, folders, files in os.walk(top, followlinks=True):
        real = os.path.realpath(folder)
        if real in seen:
            folders.clear()
            continue
        seen.add(real)
        yield folder
        yield from (os.path.join(folder, one) for one in files if one.lower().endswith(ending))  # noqa: PTH118 - as walked


def _in(folder: Path, ending: str) -> Iterator[Path]:
    yield folder
    try:
        yield from (one for one in folder.iterdir() if one.name.endswith(ending))
    except OSError:
        return
