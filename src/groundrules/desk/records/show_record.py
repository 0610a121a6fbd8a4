"""Showing records: their turns, each with the terms on which it stands.

What is in a vault is shown as far as one may read it: where that is the terms alone, `(sealed)`
stands for the words.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.policies.house_policy import Policies
from groundrules.desk.records.find_records import usual_records
from groundrules.desk.records.record_reading import read_terms
from groundrules.record.timeline import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.config.settings import Settings
    from groundrules.record.timeline import Timeline
    from groundrules.record.transcript import Conversation


class Timelines(NamedTuple):
    """The timelines of many records.

    Attributes:
        shown: each is folded when it is asked for, so that a thousand are never held at once.
        sealed: how many of them are of the terms alone.
        closed: how many others there are in vaults, of which not even the terms may be read.
    """

    shown: Iterator[Timeline]
    sealed: int
    closed: int


def show_record(path: str, settings: Settings) -> tuple[Timeline, ...]:
    """Return the timeline of the conversation in a file, or of each of those in a folder.

    Raises:
        BadInput: a record cannot be read, or a policy that it names cannot be loaded.
    """
    return tuple(_folded(read_terms([Path(path)]).talks, settings))


def show_timelines(paths: Iterable[str], settings: Settings) -> Timelines:
    """Return the timelines of the records that were named, or else of those that are set.

    Where none is set either, they are those in the folder `records`, or in a vault.

    Raises:
        BadInput: a record cannot be read, or a policy that it names cannot be loaded.
    """
    named = tuple(paths) or tuple(map(str, usual_records(settings)))
    found = read_terms([*map(Path, named)])
    return Timelines(_folded(found.talks, settings), found.sealed, found.closed)


def _folded(talks: Iterable[Conversation], settings: Settings) -> Iterator[Timeline]:
    policies = Policies(settings)
    for conversation in talks:
        yield fold(conversation, policies.of(conversation))
