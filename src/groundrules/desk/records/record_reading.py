"""Reading records, wherever they are kept.

What is read of a vault comes from the process that keeps it open; see `groundrules.vault.keeper`.
"""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.records.record_places import InVault, in_vault, nothing_there, record_places
from groundrules.desk.vaults.doors import door_of, doors_kept
from groundrules.errors import BadInput, Fault
from groundrules.readers import records as files
from groundrules.readers.records import LIMIT
from groundrules.readers.text_file import read_text, shown
from groundrules.record.notation import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from groundrules.record.transcript import Conversation
    from groundrules.vault.answers import Text

    Records = dict[str, tuple[Path | str, Callable[[], str]]]
    """By its path without links: the path of each record as people know it, and its text."""


class Read(NamedTuple):
    """What was read.

    Attributes:
        talks: each conversation once, in the order of the paths.
        closed: how many conversations of vaults may not be read.
    """

    talks: tuple[Conversation, ...]
    closed: int


class ReadTerms(NamedTuple):
    """What was read, also where only the terms of a conversation may be.

    Attributes:
        talks: each conversation once, in the order of the paths.
        sealed: how many of them have `(sealed)` for their words, which may not be read.
        closed: of how many others, in vaults, not even the terms may be read.
    """

    talks: tuple[Conversation, ...]
    sealed: int = 0
    closed: int = 0


def read_record(path: Path | str) -> Conversation:
    """Return the conversation of a record, wherever it is kept; `-` is standard input.

    Raises:
        BadInput: it cannot be read, or is no record; with every fault that it has.
    """
    return parse(RecordReader().text(path), shown(path))


def read_records(paths: Sequence[Path | str]) -> tuple[Conversation, ...]:
    """Return the conversations of files, folders and vaults, each once, in the order of the paths.

    Raises:
        BadInput: with every fault of every record; also for two records of one conversation.
    """
    if not any(map(in_vault, paths)):
        return files.read_records(paths)
    return read_for(paths, ()).talks


def read_for(paths: Sequence[Path | str], named: Collection[str]) -> Read:
    """Return what is in files, folders and vaults, as it is shown for some drafts.

    Args:
        paths: of files, folders, vaults, and records in vaults.
        named: words of the drafts that may be names; see `RecordReader`.

    Raises:
        BadInput: with every fault of every record; also for two records of one conversation.
    """
    reader, closed = RecordReader(named), 0
    records: Records = {}
    with doors_kept():
        for path in paths:
            place = in_vault(path)
            if place and not place.name:
                found, shut = reader.whole(place)
                closed += shut
                for real, record in found.items():
                    records.setdefault(real, record)
            else:
                for one in record_places((path,)):
                    records.setdefault(one.real, (one.path, partial(reader.text, one.path)))
        return Read(files.talks_of(records.values(), []), closed)


def read_terms(paths: Sequence[Path | str]) -> ReadTerms:
    """Return the conversations of files, folders and vaults of which the terms may be read.

    Raises:
        BadInput: with every fault of every record; also for two records of one conversation.
    """
    if not any(map(in_vault, paths)):
        return ReadTerms(files.read_records(paths))
    reader = RecordReader()
    records: Records = {}
    sealed: set[str] = set()
    closed = 0
    with doors_kept():
        for path in paths:
            place = in_vault(path)
            if not place:
                for one in record_places((path,)):
                    records.setdefault(one.real, (one.path, partial(reader.text, one.path)))
                continue
            texts, shut = reader.terms(place)
            closed += shut
            for text in texts:
                real = f"{os.path.realpath(place.folder)}/{text.name}"
                records.setdefault(real, (place.folder / text.name, partial(str, text.text)))
                sealed |= set() if text.complete else {real}
        return ReadTerms(files.talks_of(records.values(), []), len(sealed), closed)


class RecordReader:
    """Reads records, wherever they are kept."""

    def __init__(self, named: Collection[str] = ()) -> None:
        """Note for which drafts it reads.

        Args:
            named: words of drafts that may be names. A vault does not tell who a source is; where
                somebody's name is among these words, it is shown in just these words, and
                otherwise as a code name.
        """
        self._named = sorted(named)

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

    def texts(self, vault: Path, names: Sequence[str]) -> list[Text]:
        """Return the texts of some records in a vault.

        Raises:
            BadInput: there is none of some name, or it may not be read; or the vault is locked.
        """
        from groundrules.vault.answers import Text  # noqa: PLC0415 - start-up time

        with door_of(vault) as door:
            return door.ask(list[Text], "texts", names=list(names), candidates=self._named)

    def terms(self, place: InVault) -> tuple[list[Text], int]:
        """Return the texts of a place in a vault of which at least the terms may be read.

        Returns:
            With them, of how many others not even those may be; 0 where one is named.

        Raises:
            BadInput: the vault is locked, has no record, or none of that name to be read.
        """
        from groundrules.vault.answers import Talk, Text  # noqa: PLC0415 - start-up time

        with door_of(place.folder) as door:
            talks = [one for one in door.ask(list[Talk], "talks") if not one.shredded]
            named = [one for one in talks if one.name and place.name in {"", one.name}]
            if not named and (place.name or not talks):
                raise BadInput(nothing_there(place, there=False))
            names = [place.name] if place.name else []
            texts = door.ask(list[Text], "texts", names=names) if named else []
        return texts, 0 if place.name else len(talks) - len(named)

    def whole(self, place: InVault) -> tuple[Records, int]:
        """Return every record of a vault whose words may be read, and how many others there are.

        Raises:
            BadInput: the vault is locked, or has no record.
        """
        from groundrules.vault.answers import Whole  # noqa: PLC0415 - start-up time

        with door_of(place.folder) as door:
            found = door.ask(Whole, "whole", candidates=self._named)
        if not found.texts and not found.closed:
            raise BadInput(nothing_there(place, there=False))
        real = os.path.realpath(place.folder)
        records: Records = {
            f"{real}/{text.name}": (place.folder / text.name, partial(str, text.text))
            for text in found.texts
        }
        return records, found.closed
