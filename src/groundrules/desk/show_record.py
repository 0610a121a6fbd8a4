"""Showing a record: its turns, each with the terms on which it stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from groundrules.desk.house_policy import Policies
from groundrules.readers.records import read_records
from groundrules.record.timeline import fold

if TYPE_CHECKING:
    from groundrules.config.settings import Settings
    from groundrules.record.timeline import Timeline


def show_record(path: str, settings: Settings) -> tuple[Timeline, ...]:
    """Return the timeline of the conversation in a file, or of each of those in a folder.

    Raises:
        BadInput: a record cannot be read, or a policy that it names cannot be loaded.
    """
    policies = Policies(settings)
    return tuple(
        fold(conversation, policies.of(conversation))
        for conversation in read_records((Path(path),))
    )
