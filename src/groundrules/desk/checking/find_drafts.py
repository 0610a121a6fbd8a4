"""Finding the drafts to check: those that were named, and those in the folders that were."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING

from groundrules.desk.records.find_records import FOLDER as RECORDS
from groundrules.errors import BadInput, Fault
from groundrules.readers.drafts import NOT_READ, READ
from groundrules.readers.text_file import refused, shown
from groundrules.reporters.plain_words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LOCKS = (".", "~$")
"""How the names begin of hidden files, and of those by which Word says that it has one open."""


def find_drafts(named: Sequence[str]) -> tuple[str, ...]:
    """Return the drafts that were named, with each folder replaced by the drafts below it.

    In a folder, a draft is what has the suffix of a format that is read. A file that is named
    itself may have any name.

    Hidden files and folders are left out, and so are folders called `records`. A folder behind a
    symbolic link is not entered.

    Raises:
        BadInput: nothing was named, a draft was named twice, a folder holds no draft, or one
            cannot be read.
    """
    if not named:
        raise BadInput(Fault("check", "no draft was named", "name one, or - for standard input"))
    found: list[str] = []
    faults: list[Fault] = []
    for name in named:
        try:
            drafts = [*_below(name, READ)] if os.path.isdir(name) else [name]  # noqa: PTH112 - `-` is no path
        except OSError as error:
            faults += refused(shown(error.filename or name), error).faults
            continue
        if not drafts:
            faults.append(Fault(name, "there is no draft in this folder", "name a draft"))
        found += drafts
    twice = sorted({path for path in found if found.count(path) > 1})
    faults += [Fault(path, "it was named twice", "name it once") for path in twice]
    if faults:
        raise BadInput(*faults)
    return tuple(found)


def not_read(named: Sequence[str]) -> tuple[str, ...]:
    """Return, for the tally, what in the folders that were named may be drafts and is not read.

    It is counted by its forms. What else lies in a folder may be called by a name that must not
    stand in a report.
    """
    folders = filter(os.path.isdir, named)
    found = Counter(
        PurePath(path).suffix.lower() for one in folders for path in _below(one, NOT_READ)
    )
    if not found:
        return ()
    forms = ", ".join(f"{many:,} {form}" for form, many in sorted(found.items()))
    return (
        f"{counted(found.total(), 'file')} in the folders, in forms that are not read: {forms}",
    )


def _below(folder: str, endings: frozenset[str]) -> Iterator[str]:
    for place, folders, files in os.walk(folder, onerror=_fail):
        folders[:] = sorted(one for one in folders if one != RECORDS and not one.startswith("."))
        for file in sorted(files):
            if file.lower().endswith(tuple(endings)) and not file.startswith(_LOCKS):
                yield os.path.normpath(os.path.join(place, file))  # noqa: PTH118 - as it was named


def _fail(error: OSError) -> None:
    raise error
