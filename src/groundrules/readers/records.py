"""Records: a file in the notation, or every `*.record` in a folder and the folders below it."""

from __future__ import annotations

import errno
import os
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.readers.text_file import MEBIBYTE, STANDARD_INPUT, read_text, refused, shown
from groundrules.record.notation import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from groundrules.record.transcript import Conversation

SUFFIX = ".record"
"""What the name of a record ends in; a file that is named outright may have any name."""

LIMIT = 16 * MEBIBYTE
"""The most bytes of a record: some thirteen times one of ten thousand turns."""

_HIDDEN = "."
_NO_FILES = frozenset({"", ".", ".."})


def read_record(path: Path | str) -> Conversation:
    """Return the conversation that a file holds, or standard input for `-`.

    Raises:
        BadInput: the file cannot be read, or is no record; with every fault that it has.
    """
    return parse(read_text(path, limit=LIMIT), shown(path))


def read_records(paths: Iterable[Path | str]) -> tuple[Conversation, ...]:
    """Return the conversations of files and folders, each file once, in the order of the paths.

    A folder stands for every `*.record` in it and below it, in the order of their names. Hidden
    files and folders, whose names begin with a dot, are not looked at. Links are followed.

    Raises:
        BadInput: with every fault of every file; also for a folder without any record, for links
            that lead in a circle, and for two records of one conversation.
    """
    faults: list[Fault] = []
    files = _each_once(_files(paths, faults))
    return talks_of(((path, partial(read_text, path, limit=LIMIT)) for path, _ in files), faults)


def talks_of(
    records: Iterable[tuple[Path | str, Callable[[], str]]], faults: list[Fault]
) -> tuple[Conversation, ...]:
    """Return the conversations of records, wherever they are kept.

    Args:
        records: the path of each, as people are shown it, with what returns its text.
        faults: what has been found so far, and may still be found while `records` is gone through.

    Raises:
        BadInput: with these, and every fault of every record; also for two of one conversation.
    """
    read: dict[str, Conversation] = {}
    places: dict[str, Path | str] = {}
    for path, text in records:
        try:
            conversation = parse(text(), shown(path))
        except BadInput as refusal:
            faults.extend(refusal.faults)
            continue
        if conversation.id in read:
            other = shown(places[conversation.id])
            message = f"the conversation {conversation.id} stands in {other} too"
            remedy = "take one of the two away, or name its conversation otherwise"
            faults.append(Fault(shown(path), message, remedy))
        read[conversation.id] = conversation
        places[conversation.id] = path
    if faults:
        raise BadInput(*faults)
    return tuple(read.values())


def record_files(paths: Iterable[Path | str]) -> tuple[tuple[Path | str, str], ...]:
    """Return the files that `read_records` reads, each with its path without links.

    Raises:
        BadInput: with every folder that cannot be gone through, or has no record.
    """
    faults: list[Fault] = []
    found = tuple(_each_once(_files(paths, faults)))
    if faults:
        raise BadInput(*faults)
    return found


def _each_once(files: Iterable[Path | str]) -> Iterator[tuple[Path | str, str]]:
    """Yield each file once, under the first of its paths, and its path without links."""
    seen = set()
    folders: dict[str, str] = {}
    for path in files:
        name = os.fspath(path)
        real = name if "\0" in name else _real(name, folders)  # read_text refuses a NUL
        if real not in seen:
            seen.add(real)
            yield path, real


def _real(name: str, folders: dict[str, str]) -> str:
    """Return a path without links. Those of its folder are followed once for all that is in it."""
    folder, last = os.path.split(name)
    if last in _NO_FILES or os.path.islink(name):  # noqa: PTH114 - a string, not a path
        return os.path.realpath(name)
    if folder not in folders:
        folders[folder] = os.path.realpath(folder)
    return os.path.join(folders[folder], last)  # noqa: PTH118 - likewise


def _files(paths: Iterable[Path | str], faults: list[Fault]) -> Iterator[Path | str]:
    """Yield what is to be read: files as they were named, and the records in folders."""
    for path in paths:
        if os.fspath(path) == STANDARD_INPUT or not os.path.isdir(path):  # noqa: PTH112 - str or Path
            yield path
            continue
        known = len(faults)
        found = sorted(_records_in(os.fspath(path), faults))
        if not found and len(faults) == known:
            message = f"there is no *{SUFFIX} in this folder or below it"
            faults.append(Fault(shown(path), message, "name a folder that has records, or a file"))
        yield from found


class _Folder(NamedTuple):
    """A folder on the way down.

    Attributes:
        path: as it was reached.
        real: without links.
        above: the folder it was reached from.
    """

    path: str
    real: str
    above: _Folder | None

    def circles(self) -> bool:
        """Tell whether this folder is one of those above it, reached again through a link."""
        folder = self.above
        while folder and folder.real != self.real:
            folder = folder.above
        return folder is not None


def _records_in(top: str, faults: list[Fault]) -> Iterator[str]:
    """Yield the records in a folder and below it; each folder is gone through once."""
    # A list and not recursion: folders can be nested more deeply than calls.
    left = [_Folder(top, os.path.realpath(top), None)]
    seen = set()
    while left:
        folder = left.pop()
        if folder.circles():
            message = "this link leads back to a folder that it stands in"
            faults.append(Fault(shown(folder.path), message, "take the link away"))
        elif folder.real not in seen:
            seen.add(folder.real)
            below, records = _entries(folder, faults)
            left += reversed(below)
            yield from records


def _entries(folder: _Folder, faults: list[Fault]) -> tuple[list[_Folder], list[str]]:
    """Return the folders in a folder, and the records in it; each in the order of their names."""
    folders: list[_Folder] = []
    records: list[str] = []
    try:
        with os.scandir(folder.path) as entries:
            ordered = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        faults.extend(refused(shown(folder.path), error).faults)
        return [], []
    for entry in ordered:
        if entry.name.startswith(_HIDDEN):
            continue
        if _is_folder(entry):
            folders.append(_below(folder, entry))
        elif entry.name.lower().endswith(SUFFIX) or _circles(entry):
            records.append(entry.path)
    return folders, records


def _is_folder(entry: os.DirEntry[str]) -> bool:
    # The entry itself is asked, where it is no link: a path may be too long to ask the system.
    if entry.is_symlink():
        return os.path.isdir(entry.path)  # noqa: PTH112 - a string, not a path
    return entry.is_dir()


def _below(folder: _Folder, entry: os.DirEntry[str]) -> _Folder:
    inside = f"{folder.real}/{entry.name}"
    real = os.path.realpath(entry.path) if entry.is_symlink() else inside
    return _Folder(entry.path, real, folder)


def _circles(entry: os.DirEntry[str]) -> bool:
    """Tell whether this is a link in a circle of links, which may have been meant for a folder."""
    try:
        entry.stat()
    except OSError as error:
        return error.errno == errno.ELOOP
    return False
