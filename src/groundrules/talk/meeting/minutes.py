"""Minutes that keep the terms: which points may stand in them, as whose, and what is left out."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.facts import PROPOSALS, Kind
from groundrules.talk.meeting.naming import names
from groundrules.terms.rights import Attendance, Attribute, Publish, Quote

if TYPE_CHECKING:
    from datetime import datetime

    from groundrules.record.standing import Standing
    from groundrules.record.timeline import Timeline
    from groundrules.record.transcript import Party


class Why(StrEnum):
    """Why a statement is left out of the minutes."""

    OPEN = "open"
    RESTRICTED = "restricted"
    GRACED = "graced"
    EMBARGOED = "embargoed"
    UNAPPROVED = "unapproved"
    ABOUT_TERMS = "about-terms"
    NAMES = "names"
    OWN_WORDS = "own-words"


class Point(NamedTuple):
    """A point of the minutes, and whose it is said to be; "" where that may not be told."""

    who: str
    words: str


class Minutes(NamedTuple):
    """What may be written down of a meeting.

    Attributes:
        secret: nobody may be told to have been there.
        present: those who may be listed as present, by name and with whom they are for: those who
            are named at a point, and have no other that stands without the name.
        others: how many more there were; 0 where attendance is secret.
        points: in the order of the talk.
        left_out: why, to the ids of the statements.
        late: points that stand, although somebody asked for them back when they had been spoken.
    """

    secret: bool
    present: tuple[str, ...]
    others: int
    points: tuple[Point, ...]
    left_out: dict[Why, tuple[str, ...]]
    late: tuple[str, ...]


def minutes_of(timeline: Timeline, as_of: datetime) -> Minutes:
    """Return the minutes of a meeting as they may be handed out at an instant."""
    meeting = _Meeting(timeline, as_of)
    points: list[Point] = []
    late: list[str] = []
    left_out: dict[Why, list[str]] = {}
    listed: dict[str, Party] = {}
    masked: set[str] = set()
    for standing in timeline.standings:
        name = standing.statement.id
        if why := meeting.left_out(standing):
            left_out.setdefault(why, []).append(name)
            continue
        speaker = timeline.conversation.party(standing.statement.speaker)
        who = "" if meeting.secret or speaker is None else _shown(standing, speaker)
        if speaker and who and who == speaker.name:
            listed[speaker.id] = speaker
        else:
            masked.add(standing.statement.speaker)
        late += [name] if standing.retroactive else []
        points.append(Point(who, " ".join(standing.statement.text.split())))
    present = tuple(party for name, party in listed.items() if name not in masked)
    return Minutes(
        meeting.secret,
        tuple(map(with_affiliation, present)),
        0 if meeting.secret else len(timeline.conversation.parties) - len(present),
        tuple(points),
        {why: tuple(left_out[why]) for why in Why if why in left_out},
        tuple(late),
    )


def attendance_is_secret(timeline: Timeline) -> bool:
    """Tell whether any words were spoken for which nobody may be told to have been there."""
    return any(one.terms.rights.attendance is Attendance.SECRET for one in timeline.standings)


def tells_who(timeline: Timeline, text: str) -> bool:
    """Tell whether a text about a meeting names somebody who may not be told to have been there.

    Where attendance is no secret, that is whoever may be named for nothing that they said.
    """
    parties = timeline.conversation.parties
    if attendance_is_secret(timeline):
        return names(text, parties)
    spoke = {one.statement.speaker for one in timeline.standings}
    named = {
        one.statement.speaker
        for one in timeline.standings
        if one.terms.rights.attribute is Attribute.NAME
    }
    unnamed = [one for one in parties if one.id in spoke - named and not one.is_reporter]
    return names(text, unnamed)


def with_affiliation(party: Party) -> str:
    """Return a party's name, and in parentheses whom they are for; the id for want of a name."""
    name = party.name or party.id
    return f"{name} ({', '.join(party.affiliations)})" if party.affiliations else name


class _Meeting:
    """One meeting while its minutes are written."""

    def __init__(self, timeline: Timeline, as_of: datetime) -> None:
        facts = timeline.conversation.facts
        self.timeline = timeline
        self.as_of = as_of
        self.secret = attendance_is_secret(timeline)
        self.about_terms = {fact.at for fact in facts if fact.kind in _ABOUT_TERMS}

    def left_out(self, standing: Standing) -> Why | None:
        """Return why a statement is left out; None where it stands in the minutes."""
        conditions, rights = standing.terms.conditions, standing.terms.rights
        reasons = {
            Why.OPEN: standing.is_open,
            Why.RESTRICTED: rights.publish is not Publish.YES,
            Why.GRACED: bool(standing.graces),
            Why.EMBARGOED: not all(one.is_over(self.as_of) for one in conditions.embargoes),
            Why.UNAPPROVED: conditions.quote_approval and not standing.approved,
            Why.ABOUT_TERMS: standing.statement.place in self.about_terms,
            Why.NAMES: names(standing.statement.text, self.hidden(standing)),
            Why.OWN_WORDS: rights.quote is not Quote.VERBATIM,
        }
        return next((why for why, holds in reasons.items() if holds), None)

    def hidden(self, standing: Standing) -> tuple[Party, ...]:
        """Return those whom the words of a statement may not name."""
        conversation = self.timeline.conversation
        if self.secret:
            return conversation.parties
        if standing.terms.rights.attribute is Attribute.NAME:
            return ()
        speaker = conversation.party(standing.statement.speaker)
        protected = tuple(party for party in conversation.parties if not party.is_reporter)
        return (speaker,) if speaker in protected else protected


def _shown(standing: Standing, speaker: Party) -> str:
    """Return as whose a point stands in the minutes."""
    attribute = standing.terms.rights.attribute
    if attribute is Attribute.NAME or speaker.is_reporter:
        return speaker.name
    if attribute is Attribute.DESCRIPTION:
        return min(standing.terms.conditions.descriptions or ("",))
    if attribute is Attribute.INSTITUTION:
        return ", ".join(speaker.affiliations)
    return ""


_ABOUT_TERMS = PROPOSALS | {
    Kind.TERMS_AGREED,
    Kind.CONSENT_IMPLIED,
    Kind.TERMS_DECLINED,
    Kind.RETURNED_TO_RECORD,
    Kind.RETURN_ACCEPTED,
    Kind.RETROACTIVE_REQUESTED,
    Kind.HINT_GIVEN,
    Kind.MARKED_UNCLEAR,
    Kind.PARTY_LEFT,
}
"""The kinds of acts whose words are about the terms, and no point of the meeting."""
