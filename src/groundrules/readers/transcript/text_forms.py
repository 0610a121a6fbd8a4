"""The forms of transcripts in text that no header announces, told apart by what stands in them.

Each is asked in turn, those whose beginning is the surest first. Whatever none of them knows is
read as an official transcript, which must name a speaker somewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.readers.transcript import (
    descript,
    official_transcript,
    otter,
    rev_export,
    speaker_table,
    speaker_text,
    teams,
    trint,
    zoom,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from groundrules.readers.transcript.origin import Origin
    from groundrules.record.transcript import Conversation


class Form(NamedTuple):
    """A form of transcript in text: what tells that a text has it, and what reads it."""

    is_of_it: Callable[[str], bool]
    read: Callable[[str, Origin], Conversation]


FORMS = (
    Form(speaker_table.is_table, speaker_table.read_table),
    Form(zoom.is_zoom_chat, zoom.read_zoom_chat),
    Form(zoom.is_zoom_captions, zoom.read_zoom_captions),
    Form(teams.is_teams_cues, teams.read_teams_cues),
    Form(teams.is_teams, teams.read_teams),
    Form(otter.is_otter, otter.read_otter),
    Form(rev_export.is_rev_export, rev_export.read_rev_export),
    Form(descript.is_descript, descript.read_descript),
    Form(trint.is_trint, trint.read_trint),
    Form(speaker_text.is_timed_text, speaker_text.read_timed_text),
    Form(speaker_text.is_interview, speaker_text.read_interview),
    Form(speaker_text.is_named_text, speaker_text.read_named_text),
)


def read_text_form(text: str, origin: Origin) -> Conversation:
    """Return the conversation of a text in whichever of these forms it has.

    Raises:
        BadInput: it has none of them, or something in it is wrong; with the line of each fault.
    """
    read = next((form.read for form in FORMS if form.is_of_it(text)), None)
    return (read or official_transcript.read_official)(text, origin)
