"""Who may talk for an organisation, and which talks were somebody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.errors import BadInput
from groundrules.readers.tables import read_document
from groundrules.talk.liaisons.flags import Flag, flags
from groundrules.talk.liaisons.liaison_document import organisation_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from groundrules.config.settings import Settings
    from groundrules.errors import Fault
    from groundrules.record.timeline import Timeline
    from groundrules.talk.liaisons.liaison import Organisation

FORMAT_PAGE = "docs/reference/liaisons.md"


def organisations(settings: Settings) -> tuple[Organisation, ...]:
    """Return who may talk, for each of the files that are set.

    Raises:
        BadInput: with the faults of every file.
    """
    found: list[Organisation] = []
    faults: list[Fault] = []
    for path in settings.paths("liaisons"):
        try:
            found.append(organisation_from(read_document(path, FORMAT_PAGE)))
        except BadInput as refusal:
            faults += refusal.faults
    if faults:
        raise BadInput(*faults)
    return tuple(found)


def liaison_flags(
    timelines: Iterable[Timeline], settings: Settings
) -> Mapping[str, tuple[Flag, ...]]:
    """Return what is worth a second look in each conversation, by its id.

    Raises:
        BadInput: with the faults of every file of liaisons.
    """
    known = organisations(settings)
    return {timeline.conversation.id: flags(timeline, known) for timeline in timelines}
