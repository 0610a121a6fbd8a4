"""Showing records: their turns, each with the terms on which it stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from groundrules.desk.policies.house_policy import Policies
from groundrules.desk.records.find_records import usual_records
from groundrules.desk.records.record_reading import read_records
from groundrules.record.timeline import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.config.settings import Settings
    from groundrules.record.timeline import Timeline


def show_record(path: str, settings: Settings) -> tuple[Timeline, ...]:
    """Return the timeline of the conversation in a file, or of each of those in a folder.

    Raises:
        BadInput: a record cannot be read, or a policy that it names cannot be loaded.
    """
    return tuple(_folded((path,), settings))


def show_timelines(paths: Iterable[str], settings: Settings) -> Iterator[Timeline]:
    """Yield the timelines of the records that were named, or else of those that are set.

    Where none is set either, they are those in the folder `records`, or in a vault. Each is folded
    when it is asked for, so that a thousand of them are never held at once.

    Raises:
        BadInput: a record cannot be read, or a policy that it names cannot be loaded.
    """
    named = tuple(paths) or tuple(map(str, usual_records(settings)))
    return _folded(named, settings)


def _folded(paths: Iterable[str], settings: Settings) -> Iterator[Timeline]:
    policies = Policies(settings)
    for conversation in read_records([*map(Path, paths)]):
        yield fold(conversation, policies.of(conversation))
