"""Where records are kept: in files, or in a vault, which is named as a folder of them is.

`office.vault` stands for every record in the vault, `office.vault/harbor-2026-11-03` for one. What
is read of a vault comes from the process that keeps it open; see `groundrules.vault.keeper`.
"""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from groundrules.errors import BadInput, Fault
from groundrules.readers import records as files
from groundrules.readers.records import LIMIT, SUFFIX
from groundrules.readers.text_file import STANDARD_INPUT, read_text, shown
from groundrules.record.notation import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from groundrules.record.transcript import Conversation
    from groundrules.vault.answers import Text
    from groundrules.vault.keeper.door import Door

VAULT = ".vault"
"""What the folder of a vault is called, behind its own name."""

_OF_A_VAULT = "vault.json"


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


def is_vault(folder: Path | str) -> bool:
    """Tell whether a folder is that of a vault."""
    return os.path.isfile(os.path.join(folder or ".", _OF_A_VAULT))  # noqa: PTH113, PTH118 - never raises


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


def read_record(path: Path | str) -> Conversation:
    """Return the conversation of a record, wherever it is kept; `-` is standard input.

    Raises:
        BadInput: it cannot be read, or is no record; with every fault that it has.
    """
    with RecordReader() as reader:
        return parse(reader.text(path), shown(path))


def read_records(
    paths: Sequence[Path | str], named: Collection[str] = ()
) -> tuple[Conversation, ...]:
    """Return the conversations of files, folders and vaults, each once, in the order of the paths.

    Args:
        paths: of files, folders, vaults, and records in vaults.
        named: words of drafts that may be names; see `RecordReader`.

    Raises:
        BadInput: with every fault of every record; also for two records of one conversation.
    """
    if not vault_among(paths):
        return files.read_records(paths)
    with RecordReader(named) as reader:
        return files.talks_of(reader.all(record_places(paths)), [])


class RecordReader:
    """Reads records, wherever they are kept. Use it in a `with`: it holds doors of vaults open."""

    def __init__(self, named: Collection[str] = ()) -> None:
        """Begin with no door open.

        Args:
            named: words of drafts that may be names. A vault does not tell who a source is; where
                somebody's name is among these words, it is shown in just these words, and
                otherwise as a code name.
        """
        self._named = sorted(named)
        self._doors: dict[Path, Door] = {}

    def __enter__(self) -> Self:
        """Return the reader itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close every door."""
        self.close()

    def close(self) -> None:
        """Close every door; one that is needed again is opened again."""
        for door in self._doors.values():
            door.close()
        self._doors.clear()

    def text(self, path: Path | str) -> str:
        """Return the text of one record.

        Raises:
            BadInput: it cannot be read.
        """
        place = in_vault(path)
        if not place:
            return read_text(path, limit=LIMIT)
        return self.kept(place).text

    def kept(self, place: InVault) -> Text:
        """Return the text of one record in a vault, with its version.

        Raises:
            BadInput: the path names no record, there is none of this name, or it may not be read.
        """
        if not place.name:
            message = "this is a whole vault, and one record is asked for"
            remedy = f"name one, such as {place.folder / 'NAME'}"
            raise BadInput(Fault(shown(place.folder), message, remedy))
        (text,) = self.texts(place.folder, [place.name])
        return text

    def texts(self, folder: Path, names: Sequence[str]) -> list[Text]:
        """Return the texts of some records in a vault; of all that may be read, for no names.

        Raises:
            BadInput: there is none of some name, or it may not be read; or the vault is locked.
        """
        from groundrules.vault.answers import Text  # noqa: PLC0415 - start-up time

        return self.door(folder).ask(list[Text], "texts", names=list(names), candidates=self._named)

    def door(self, folder: Path) -> Door:
        """Return the door of a vault.

        Raises:
            BadInput: it is locked.
        """
        if folder not in self._doors:
            from groundrules.vault.keeper.door import Door  # noqa: PLC0415 - start-up time

            self._doors[folder] = Door.to(folder)
        return self._doors[folder]

    def all(self, places: Sequence[RecordPlace]) -> Iterator[tuple[Path | str, Callable[[], str]]]:
        """Yield each of some records with what returns its text.

        Raises:
            BadInput: a vault is locked.
        """
        wanted: dict[Path, list[str]] = {}
        for one in places:
            if one.version:
                wanted.setdefault(Path(one.path).parent, []).append(Path(one.path).name)
        texts = {
            folder / text.name: text.text
            for folder, names in wanted.items()
            for text in self.texts(folder, names)
        }
        for one in places:
            if one.version:
                yield one.path, partial(texts.__getitem__, Path(one.path))
            else:
                yield one.path, partial(read_text, one.path, limit=LIMIT)


def talks_in(folder: Path) -> list[tuple[str, int]]:
    """Return the name and the version of each record in a vault that may be read.

    Raises:
        BadInput: the vault is locked.
    """
    from groundrules.vault.answers import Talk  # noqa: PLC0415 - start-up time
    from groundrules.vault.keeper.door import Door  # noqa: PLC0415 - likewise

    with Door.to(folder) as door:
        talks = door.ask(list[Talk], "talks")
    return [(one.name, one.version) for one in talks if one.name and not one.shredded]


def _in_vault(place: InVault) -> Iterator[RecordPlace]:
    """Yield where one record of a vault is, or each of them."""
    talks = [one for one in talks_in(place.folder) if place.name in {"", one[0]}]
    if not talks:
        what = "record of this name" if place.name else "record"
        remedy = f"`groundrules record timeline {place.folder}` shows what there is"
        if not place.name:
            remedy = f"bring some in: `groundrules vault import {place.folder} RECORDS`"
        raise BadInput(Fault(shown(place.path), f"there is no {what} in this vault", remedy))
    real = os.path.realpath(place.folder)
    for name, version in talks:
        yield RecordPlace(place.folder / name, f"{real}/{name}", version)


def _in_files(path: Path | str) -> Iterator[RecordPlace]:
    return (RecordPlace(*one) for one in files.record_files((path,)))
