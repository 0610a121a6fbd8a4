"""Adding to a record that somebody keeps as a file: all that stands in it stays, to the byte.

The file is read, its text gets its addition, and what comes of it is written in one step in place
of what was there, with the permissions that it had. Where anything is in the way, nothing changes.
"""

from __future__ import annotations

import codecs
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.records.record_places import InVault, in_vault
from groundrules.desk.records.record_reading import RecordReader
from groundrules.desk.vaults.doors import door_of
from groundrules.errors import BadInput, Fault
from groundrules.readers.records import LIMIT
from groundrules.readers.text_file import STANDARD_INPUT, read_text, refused, shown
from groundrules.readers.writing import write_bytes
from groundrules.record.notation import parse
from groundrules.record.notation.appending import (
    with_fact_afterwards,
    with_turn,
    without_last_fact,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from groundrules.record.facts import Fact
    from groundrules.record.transcript import Conversation, Turn
    from groundrules.vault.answers import Text

_ENCODINGS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
"""Byte-order mark to the encoding of what stands behind it."""


class RecordFile(NamedTuple):
    """A record as it stands in its file.

    Attributes:
        name: the path as the person gave it.
        path: the file itself, links followed.
        content: its bytes; none of a record in a vault.
        text: what they say, without a byte-order mark.
        conversation: what the text holds.
        version: of a record in a vault; 0 for a file.
    """

    name: str
    path: Path
    content: bytes
    text: str
    conversation: Conversation
    version: int = 0


def open_record(path: str) -> RecordFile:
    """Return a record that is to be added to.

    Raises:
        BadInput: it is no file, cannot be read, or is no record; with every fault that it has.
    """
    if path == STANDARD_INPUT:
        message = "what is read from standard input cannot be added to"
        raise BadInput(Fault(path, message, "name the record's file"))
    place = in_vault(path)
    if place:
        return _opened_in_vault(place)
    text = read_text(path, limit=LIMIT)
    real = Path(os.path.realpath(path))
    content = _bytes_of(real, path)
    if _decoded(content) != text:
        raise _changed(path)
    return RecordFile(shown(path), real, content, text, parse(text, shown(path)))


def add_fact(record: RecordFile, fact: Fact) -> RecordFile:
    """Put a fact from afterwards at the end of a record, and return the record as it is then.

    Raises:
        BadInput: the fact has no form in the notation, or the file cannot be written.
    """
    text = with_fact_afterwards(record.text, record.conversation, fact, record.name)
    return replaced(record, text)


def add_turns(record: RecordFile, turns: Iterable[tuple[Turn, Sequence[Fact]]]) -> RecordFile:
    """Put turns with their acts behind the last one, all of them or none.

    Returns:
        The record as it is then.

    Raises:
        BadInput: a turn or an act has no form in the notation, or the file cannot be written.
    """
    text, conversation = record.text, record.conversation
    for turn, facts in turns:
        text = with_turn(text, conversation, turn, facts, record.name)
        conversation = parse(text, record.name)
    return replaced(record, text)


def take_back_last_fact(record: RecordFile) -> RecordFile:
    """Take away the fact from afterwards that stands last, and return the record without it.

    Raises:
        BadInput: what stands last is no such fact, or the file cannot be written.
    """
    return replaced(record, without_last_fact(record.text, record.conversation, record.name))


def replaced(record: RecordFile, text: str) -> RecordFile:
    """Put a text that is proved to be a record in place of a record's own, in one step.

    Raises:
        BadInput: the file has changed meanwhile, or cannot be written.
    """
    if record.version:
        return _amended(record, text)
    mark = next((mark for mark in _ENCODINGS if record.content.startswith(mark)), b"")
    content = mark + text.encode(_ENCODINGS.get(mark, "utf-8"))
    if _bytes_of(record.path, record.name) != record.content:
        raise _changed(record.name)
    mode = stat.S_IMODE(record.path.stat().st_mode)
    write_bytes(record.path, content, force=True, mode=mode)
    record.path.chmod(mode)  # what the process's mask has taken away
    return record._replace(content=content, text=text, conversation=parse(text, record.name))


def _opened_in_vault(place: InVault) -> RecordFile:
    return _kept(place, RecordReader().kept(place))


def _amended(record: RecordFile, text: str) -> RecordFile:
    """Put a record's text into its vault, unless another one has got there first."""
    from groundrules.vault.answers import Text  # noqa: PLC0415 - start-up time

    place = InVault(record.path.parent, record.path.name)
    with door_of(place.folder) as door:
        found = door.ask(Text, "amend", name=place.name, version=record.version, text=text)
    return _kept(place, found)


def _kept(place: InVault, found: Text) -> RecordFile:
    name = shown(place.path)
    if not found.complete:
        message = "you may read on which terms this was said, and not what was said"
        raise BadInput(Fault(name, message, "ask whoever keeps the record to share it with you"))
    talk = parse(found.text, name)
    return RecordFile(name, place.path, b"", found.text, talk, found.version)


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise refused(shown(name), error) from None


def _decoded(content: bytes) -> str:
    mark = next((mark for mark in _ENCODINGS if content.startswith(mark)), b"")
    return content.removeprefix(mark).decode(_ENCODINGS.get(mark, "utf-8"), "replace")


def _changed(name: str) -> BadInput:
    remedy = "do it again, once nobody else is writing to it"
    return BadInput(
        Fault(shown(name), "the file has changed meanwhile; nothing was written", remedy)
    )
