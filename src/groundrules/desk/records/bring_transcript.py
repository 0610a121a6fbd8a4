"""Bringing a transcript into a vault: what was recognised, who is who, and then the record."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.conversations.conversation_shapes import SpeakerSeen, TranscriptSeen
from groundrules.desk.conversations.conversation_view import rail_of
from groundrules.desk.conversations.free_name import free_name
from groundrules.desk.records.import_transcript import Imported, Telling, told, write_records
from groundrules.desk.records.preview_import import preview
from groundrules.errors import BadInput, Fault
from groundrules.readers.transcript.casting import Who
from groundrules.readers.transcript.origin import one_line, refuse_bad_id
from groundrules.record.transcript import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from groundrules.config.settings import Settings
    from groundrules.record.transcript import Conversation

_SHOWN = 160
"""How many characters of somebody's first words are shown, to tell who it is."""


class ToldOf(NamedTuple):
    """Who a speaker is, as a person says it; `speaker` is the id that the transcript gave."""

    speaker: str
    role: str
    name: str = ""

    def __repr__(self) -> str:
        """Show the role alone."""
        return f"ToldOf({self.role})"


class Bringing(NamedTuple):
    """How a transcript is brought in.

    Attributes:
        name: of the conversation.
        told: who is who.
        cues: the acts that are heard in it become proposals.
    """

    name: str
    told: tuple[ToldOf, ...] = ()
    policy: str = ""
    outlet: str = ""
    cues: bool = True

    def __repr__(self) -> str:
        """Show no word of it."""
        return "Bringing()"


def transcript_seen(vault: Path, talk: Conversation, settings: Settings) -> TranscriptSeen:
    """Return what was recognised in a transcript, before anything is written.

    Raises:
        BadInput: the policy that it names cannot be loaded.
    """
    imported = Imported(talk.id, vault / talk.id, talk)
    seen = preview(imported, Telling(), settings)
    is_record = bool(talk.facts or talk.proposals)  # it keeps its name, to be known again
    return TranscriptSeen(
        talk.id if is_record else free_name(vault, talk.id) or talk.id,
        talk.origin,
        talk.date.isoformat() if talk.date else "",
        len(talk.turns),
        imported.words,
        imported.unknown,
        sum(turn.start is not None for turn in talk.turns),
        len(seen.heard),
        rail_of(seen.confirmed),
        tuple(_speakers(talk, seen.labels)),
        is_record,
    )


def bring_transcript(
    vault: Path, talk: Conversation, bringing: Bringing, settings: Settings
) -> str:
    """Write a transcript into a vault as a record, and return its name.

    Args:
        vault: its folder.
        talk: as it was read.
        bringing: what a person says about it.
        settings: where policies are found.

    Raises:
        BadInput: the name cannot be one or is taken, a role is none, or there is no such policy.
    """
    refuse_bad_id(bringing.name, "name")
    who = {one.speaker: _who(one) for one in bringing.told if talk.party(one.speaker)}
    telling = Telling(who, bringing.policy, one_line(bringing.outlet), bringing.cues)
    renamed = talk._replace(id=bringing.name)
    read = Imported(renamed.id, vault / renamed.id, renamed)
    preview(read, telling._replace(cues=False), settings)  # a policy that is none is refused first
    write_records(told((read,), telling), vault)
    return bringing.name


def _who(one: ToldOf) -> Who:
    try:
        return Who(Role(one.role), name=one_line(one.name))
    except ValueError:
        message = "somebody has a role that there is not"
        raise BadInput(Fault("role", message, f"choose one of {', '.join(Role)}")) from None


def _speakers(talk: Conversation, labels: Mapping[str, str]) -> Sequence[SpeakerSeen]:
    turns = Counter(turn.speaker for turn in talk.turns)
    words: Counter[str] = Counter()
    first: dict[str, str] = {}
    for turn in talk.turns:
        words[turn.speaker] += len(turn.text.split())
        first.setdefault(turn.speaker, turn.text[:_SHOWN])
    return [
        SpeakerSeen(
            party.id,
            labels.get(party.id, party.id),
            party.role.value,
            turns[party.id],
            words[party.id],
            first.get(party.id, ""),
        )
        for party in talk.parties
    ]
