"""The incidents of a whole vault that are not settled yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.records.record_reading import RecordReader
from groundrules.desk.vaults.doors import door_of
from groundrules.record.notation import parse
from groundrules.talk.trouble.incidents import incidents
from groundrules.vault.answers import Talk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from groundrules.vault.answers import Text

_READABLE = "words"


class OpenIncident(NamedTuple):
    """An incident that is open: with which conversation, of which kind, since when (ISO 8601)."""

    talk: str
    name: str
    kind: str
    since: str


Seen = dict[str, tuple[int, tuple[OpenIncident, ...]]]
"""Stream to the version that was looked through, and what was found in it."""


def open_incidents(vault: Path, seen: Seen) -> tuple[OpenIncident, ...]:
    """Return every open incident of the conversations whose words may be read.

    Args:
        vault: the vault's folder.
        seen: what was found the last time, from which unchanged conversations are taken; it is
            brought up to date.

    Raises:
        BadInput: the vault is locked, or a record cannot be read.
    """
    with door_of(vault) as door:
        talks = [one for one in door.ask(list[Talk], "talks") if one.may_read == _READABLE]
    old = [one for one in talks if seen.get(one.stream, (0, ()))[0] != one.version]
    if old:
        texts = {one.name: one for one in RecordReader().texts(vault, [one.name for one in old])}
        for talk in old:
            text = texts[talk.name]
            seen[talk.stream] = (talk.version, tuple(_open_in(talk, text)))
    return tuple(found for talk in talks for found in seen[talk.stream][1])


def _open_in(talk: Talk, text: Text) -> Iterator[OpenIncident]:
    for one in incidents(parse(text.text, talk.name)):
        if one.is_open:
            when = one.opened.when.isoformat() if one.opened.when else ""
            yield OpenIncident(talk.stream, talk.name, one.kind, when)
