"""Where records are kept: in files, or in a vault, which is named as a folder of them is.

`office.vault` stands for every record in the vault, `office.vault/harbor-2026-11-03` for one.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.vaults.doors import door_of
from groundrules.errors import BadInput, Fault
from groundrules.readers import records as files
from groundrules.readers.records import SUFFIX
from groundrules.readers.text_file import STANDARD_INPUT, shown
from groundrules.vault.folder import is_vault

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from groundrules.vault.answers import Talk

READABLE = "words"
"""What may be read of a conversation whose every word may be."""


class InVault(NamedTuple):
    """A place in a vault.

    Attributes:
        folder: the vault's.
        name: of a conversation; "" for all of them.
    """

    folder: Path
    name: str

    @property
    def path(self) -> Path:
        """Return the path by which people name it."""
        return self.folder / self.name


class Closed(NamedTuple):
    """What a vault holds that may not be read.

    Attributes:
        sealed: the conversations that an index can tell of, without a word of them.
        unknown: how many others there are.
    """

    sealed: frozenset[str]
    unknown: int


NOTHING_CLOSED = Closed(frozenset(), 0)
"""What everything but a vault holds of it."""


class RecordPlace(NamedTuple):
    """Where one record is.

    Attributes:
        path: as it was reached, and as people are shown it.
        real: without links.
        version: of a record in a vault, which changes with it; 0 for a file.
    """

    path: Path | str
    real: str
    version: int = 0


def in_vault(path: Path | str) -> InVault | None:
    """Return where in a vault a path leads; None where it leads to a file or a folder."""
    name = os.fspath(path)
    if name == STANDARD_INPUT or "\0" in name:
        return None
    if is_vault(name):
        return InVault(Path(name), "")
    folder, last = os.path.split(name)
    if last and is_vault(folder):
        return InVault(Path(folder), last.removesuffix(SUFFIX))
    return None


def vault_among(paths: Iterable[Path | str]) -> Path | None:
    """Return the folder of the first vault into which any of some paths leads; None for none."""
    return next((place.folder for place in map(in_vault, paths) if place), None)


def record_places(paths: Iterable[Path | str]) -> tuple[RecordPlace, ...]:
    """Return where the records are that some files, folders and vaults have, in order, each once.

    Raises:
        BadInput: a folder cannot be gone through, or has no record; or a vault is locked.
    """
    found: dict[str, RecordPlace] = {}
    for path in paths:
        place = in_vault(path)
        some = _in_vault(place) if place else _in_files(path)
        found |= {one.real: one for one in some if one.real not in found}
    return tuple(found.values())


def closed_in(folder: Path, open_here: Collection[str], indexed: Sequence[str] = ()) -> Closed:
    """Return what there is in a vault that may not be read.

    Args:
        folder: the vault's.
        open_here: the conversations whose words may be read.
        indexed: those of which the vault's index has fingerprints.

    Raises:
        BadInput: the vault is locked.
    """
    closed = sum(one.may_read != READABLE for one in _talks(folder))
    others = [name for name in indexed if name not in open_here]
    sealed: list[str] = []
    if others:
        with door_of(folder) as door:
            sealed = door.ask(list[str], "still_there", names=others)
    return Closed(frozenset(sealed), closed - len(sealed))


def _in_vault(place: InVault) -> Iterator[RecordPlace]:
    """Yield where one record of a vault is, or each of those whose words may be read."""
    talks = [one for one in _talks(place.folder) if place.name in {"", one.name}]
    open_here = [one for one in talks if one.may_read == READABLE]
    if not talks or (place.name and not open_here):
        raise BadInput(nothing_there(place, there=bool(talks)))
    real = os.path.realpath(place.folder)
    for one in open_here:
        yield RecordPlace(place.folder / one.name, f"{real}/{one.name}", one.version)


def _talks(folder: Path) -> list[Talk]:
    from groundrules.vault.answers import Talk  # noqa: PLC0415 - start-up time

    with door_of(folder) as door:
        return [one for one in door.ask(list[Talk], "talks") if not one.shredded]


def nothing_there(place: InVault, *, there: bool) -> Fault:
    """Return the fault of a vault without a record, or without one of a name.

    Args:
        place: where a record was looked for.
        there: there is one, which may not be read.
    """
    if there:
        message = "you may not read what was said in it"
        return Fault(shown(place.path), message, "ask whoever keeps it to share it with you")
    if place.name:
        remedy = f"`groundrules record timeline {place.folder}` shows what there is"
        return Fault(shown(place.path), "there is no record of this name in the vault", remedy)
    remedy = "bring some in: `groundrules vault import RECORDS`"
    return Fault(shown(place.path), "there is no record in this vault", remedy)


def _in_files(path: Path | str) -> Iterator[RecordPlace]:
    return (RecordPlace(*one) for one in files.record_files((path,)))
