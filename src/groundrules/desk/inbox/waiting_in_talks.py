"""What waits in a conversation: unanswered, unconfirmed, about to end, or gone wrong."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from groundrules.desk.inbox.waiting import Matter, Urgency, Waiting, instant_of, urgency_of
from groundrules.record.negotiation import state
from groundrules.record.standing import Doubt
from groundrules.talk.trouble.incidents import incidents
from groundrules.vault.keeping import is_held, promised_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from groundrules.desk.conversations.folded_talks import FoldedTalk
    from groundrules.record.standing import OpenPoint, Standing
    from groundrules.record.timeline import Timeline
    from groundrules.vault.answers import Talk

_TOLD_FOR = timedelta(days=3)
"""How long after its end an embargo is told of: its words may be used now."""

_OF_THEIR_OWN = frozenset(
    {
        Doubt.UNANSWERED,
        Doubt.ASSERTED,
        Doubt.REFUSED_BY_SOME,
        Doubt.PROPOSED,
        Doubt.NO_DESCRIPTION,
        Doubt.UNDEFINED,
    }
)
"""The doubts that are told of otherwise, as asks and as proposals, or that leave nothing open."""

_WORDS = "words"


def waiting_in(one: FoldedTalk, now: datetime, house_days: int) -> Iterator[Waiting]:
    """Yield what waits in one conversation.

    Args:
        one: the conversation, folded.
        now: the instant from which days are counted.
        house_days: the house's own term of retention in days; 0 for none.
    """
    talk, timeline = one
    if timeline is None:
        yield Waiting(Matter.UNREADABLE, Urgency.NOW, address_of(talk), talk.name)
        return
    about = Waiting(Matter.HOLD, Urgency.OPEN, address_of(talk), talk.name, since=_begun(one))
    yield from _incidents(about, timeline, talk)
    yield from _proposals(about, timeline, talk)
    yield from _unanswered(about, timeline)
    yield from _too_late(about, timeline)
    yield from _unclear(about, timeline)
    yield from _undescribed(about, timeline)
    yield from _embargoes(about, timeline, now)
    yield from _retention(about, one, now, house_days)


def address_of(talk: Talk, turn: int = 0) -> str:
    """Return the address of a conversation, or of one turn of it."""
    return f"/conversations/{talk.stream}" + (f"#turn-{turn}" if turn else "")


def _begun(one: FoldedTalk) -> str:
    begun = one.timeline.conversation.date if one.timeline else None
    return begun.isoformat() if begun else one.talk.since


def _incidents(about: Waiting, timeline: Timeline, talk: Talk) -> Iterator[Waiting]:
    for incident in incidents(timeline.conversation):
        if incident.is_open:
            when = incident.opened.when
            yield about._replace(
                matter=Matter.INCIDENT,
                urgency=Urgency.NOW,
                address=f"/incidents/in/{talk.stream}",
                since=when.isoformat() if when else about.since,
                words=incident.kind,
            )


def _proposals(about: Waiting, timeline: Timeline, talk: Talk) -> Iterator[Waiting]:
    proposals = timeline.conversation.proposals
    if proposals and talk.may_read == _WORDS:  # whoever may not read the words cannot confirm them
        yield about._replace(
            matter=Matter.PROPOSALS,
            address=f"{about.address}#turn-{proposals[0].at.turn}",
            number=len(proposals),
        )


def _unanswered(about: Waiting, timeline: Timeline) -> Iterator[Waiting]:
    """Yield each ask that waits for its answer to the end, at the first words it leaves open."""
    grounds = state(timeline.conversation, timeline.policy).grounds.values()
    asks = dict.fromkeys(one.pending.facts[0] for one in grounds if one.pending)
    for ask in asks:
        left_open = (one for one, point in _open_points(timeline) if ask in point.facts)
        if first := next(left_open, None):
            yield _at(about, first)._replace(
                matter=Matter.ASK_UNANSWERED, terms=first.terms.level.value
            )


def _too_late(about: Waiting, timeline: Timeline) -> Iterator[Waiting]:
    """Yield what was asked for after the words, and is the journalist's alone to grant."""
    asked = [one for one in timeline.standings if one.retroactive and not one.graces]
    if asked:
        yield _at(about, asked[0])._replace(
            matter=Matter.ASKED_TOO_LATE, urgency=Urgency.QUIET, number=len(asked)
        )


def _unclear(about: Waiting, timeline: Timeline) -> Iterator[Waiting]:
    """Yield how many statements are protected because their terms are unclear or missing."""
    unclear = {
        standing.statement.id: standing
        for standing, point in _open_points(timeline)
        if point.doubt not in _OF_THEIR_OWN
    }
    if unclear:
        first = next(iter(unclear.values()))
        yield _at(about, first)._replace(
            matter=Matter.TERMS_UNCLEAR, number=len(unclear), terms="unclear"
        )


def _undescribed(about: Waiting, timeline: Timeline) -> Iterator[Waiting]:
    """Yield how many statements may be used with a description that nobody has agreed."""
    found = [
        one
        for one in timeline.standings
        if not one.is_open and any(point.doubt is Doubt.NO_DESCRIPTION for point in one.open)
    ]
    if found:
        yield _at(about, found[0])._replace(
            matter=Matter.NO_DESCRIPTION, number=len(found), terms=found[0].terms.level.value
        )


def _at(about: Waiting, standing: Standing) -> Waiting:
    return about._replace(address=f"{about.address}#turn-{standing.statement.place.turn}")


def _open_points(timeline: Timeline) -> Iterator[tuple[Standing, OpenPoint]]:
    for standing in timeline.standings:
        if standing.is_open:
            for point in standing.open:
                yield standing, point


def _embargoes(about: Waiting, timeline: Timeline, now: datetime) -> Iterator[Waiting]:
    held = [one.terms.conditions.embargoes for one in timeline.standings]
    for embargo in sorted({one for some in held for one in some}, key=str):
        number = sum(embargo in some for some in held)
        under = about._replace(number=number, terms="embargo", words=embargo.event)
        if embargo.until is None:
            yield under._replace(matter=Matter.EVENT_AWAITED)
        else:
            yield from _ending(under, instant_of(embargo.until), now)


def _ending(under: Waiting, until: datetime, now: datetime) -> Iterator[Waiting]:
    told = under._replace(until=until.isoformat())
    urgency = urgency_of(until, now)
    if until > now and urgency:
        yield told._replace(matter=Matter.EMBARGO_ENDS, urgency=urgency)
    elif until <= now < until + _TOLD_FOR:
        yield told._replace(matter=Matter.EMBARGO_ENDED, urgency=Urgency.QUIET)


def _retention(
    about: Waiting, one: FoldedTalk, now: datetime, house_days: int
) -> Iterator[Waiting]:
    assert one.timeline  # noqa: S101 - what cannot be read is told of and nothing else
    conversation = one.timeline.conversation
    day = promised_day(conversation)
    if day is None and house_days:
        day = date.fromisoformat(one.talk.last_day) + timedelta(days=house_days)
    if is_held(conversation, now.date()):
        until = day.isoformat() if day else ""
        yield about._replace(matter=Matter.HOLD, urgency=Urgency.QUIET, until=until)
    elif day and (urgency := urgency_of(day, now)):
        yield about._replace(
            matter=Matter.TO_BE_GONE,
            urgency=urgency,
            address="/settings/retention",
            until=day.isoformat(),
        )
