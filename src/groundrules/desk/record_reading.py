"""Reading records, wherever they are kept.

What is read of a vault comes from the process that keeps it open; see `groundrules.vault.keeper`.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Self

from groundrules.desk.record_places import (
    InVault,
    RecordPlace,
    in_vault,
    record_places,
    vault_among,
)
from groundrules.errors import BadInput, Fault
from groundrules.readers import records as files
from groundrules.readers.records import LIMIT
from groundrules.readers.text_file import read_text, shown
from groundrules.record.notation import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from groundrules.record.transcript import Conversation
    from groundrules.vault.answers import Text
    from groundrules.vault.keeper.door import Door


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
