"""Who went along with the terms of a meeting: by word, by staying, or not; and who left."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.acts import hear
from groundrules.record.facts import PROPOSALS, Kind
from groundrules.record.talk import Talk
from groundrules.record.transcript import AFTERWARDS
from groundrules.terms.levels import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.record.facts import Fact
    from groundrules.record.timeline import Timeline
    from groundrules.record.transcript import Party
    from groundrules.terms.policy import Policy


class How(StrEnum):
    """What somebody did about the terms of a meeting."""

    PUT = "put"
    BY_WORD = "by-word"
    BY_STAYING = "by-staying"
    REFUSED = "refused"
    OBJECTED = "objected"
    LEFT = "left"


class Heard(NamedTuple):
    """One thing that somebody did, and the turn in which.

    Attributes:
        counts: something hung on it. The answer of somebody whom promises do not bind may change
            nothing, and is told all the same.
    """

    how: How
    turn: int
    counts: bool = True


class Participant(NamedTuple):
    """One party of a meeting.

    Attributes:
        heard: what the party did about the terms, in the order of the talk.
        silent: terms were put to the party, and to this day there is no answer.
        asked: terms were put to the party at some time.
    """

    party: Party
    heard: tuple[Heard, ...]
    silent: bool
    asked: bool

    @property
    def left(self) -> int:
        """Return the turn in which the party left; 0 where they stayed."""
        return next((one.turn for one in self.heard if one.how is How.LEFT), 0)

    @property
    def answers_unbound(self) -> bool:
        """Tell whether the party answered, although promises do not bind them."""
        return not self.party.is_bound and any(one.how in _ANSWERS for one in self.heard)

    @property
    def refuses_in_vain(self) -> bool:
        """Tell whether the party said no and stayed, and nothing hung on that."""
        answers = [one for one in self.heard if one.how in _ANSWERS or one.how is How.LEFT]
        return any(one.how is How.REFUSED and not one.counts for one in answers[-1:])


def participants(timeline: Timeline) -> tuple[Participant, ...]:
    """Return every party of a meeting with what they did about its terms."""
    talk = Talk(timeline.conversation, timeline.policy)
    asked: set[str] = set()
    put_by = ""
    heard: dict[str, list[Heard]] = {party: [] for party in talk.parties}
    for fact_id, fact in _in_order(timeline):
        how = _how(talk, fact)
        before = len(talk.ineffective)
        hear(talk, fact_id, fact)
        counts = len(talk.ineffective) == before
        if not counts:
            how = _in_vain(talk, fact, put_by)
        if how:
            heard[fact.by].append(Heard(how, fact.at.turn, counts))
        put_by = _put_last_by(fact, put_by)
        asked |= _waiting(talk)
    return tuple(
        Participant(party, tuple(heard[party.id]), party.id in _waiting(talk), party.id in asked)
        for party in timeline.conversation.parties
    )


def should_object(timeline: Timeline, house: Policy) -> bool:
    """Tell whether a house's reporters object to the terms that a group of reporters was put."""
    reporters = [party for party in timeline.conversation.parties if party.is_reporter]
    briefed = any(
        fact.proposal
        and fact.proposal.level not in _FREE
        and fact.kind in PROPOSALS
        and fact.by not in {party.id for party in reporters}
        for fact in timeline.conversation.facts
    )
    return house.word("group_background") == "object" and len(reporters) > 1 and briefed


def _in_order(timeline: Timeline) -> Iterator[tuple[str, Fact]]:
    conversation = timeline.conversation
    identified = [
        (f"{conversation.id}!{number}", fact)
        for number, fact in enumerate(conversation.facts, 1)
        if fact.at != AFTERWARDS
    ]
    return iter(sorted(identified, key=lambda one: one[1].at))


def _waiting(talk: Talk) -> set[str]:
    grounds = talk.grounds.values()
    return {one for ground in grounds if ground.pending for one in ground.pending.waiting}


def _how(talk: Talk, fact: Fact) -> How | None:
    """Return what an act is; the answer to a return, or to nobody, is none."""
    grounds = talk.grounds.values()
    put = any(ground.pending and ground.pending.by != fact.by for ground in grounds)
    if fact.kind in PROPOSALS:
        objects = fact.kind is Kind.TERMS_COUNTERED and _is_to_record(fact)
        return (How.OBJECTED if put else None) if objects else How.PUT
    return _HOW.get(fact.kind) if put or fact.kind is Kind.PARTY_LEFT else None


def _in_vain(talk: Talk, fact: Fact, put_by: str) -> How | None:
    """Return what an act is on which nothing hung: the answer of one whom promises do not bind."""
    party = talk.parties.get(fact.by)
    answers = party and not party.is_bound and put_by not in {"", fact.by}
    return _HOW.get(fact.kind) if answers else None


def _put_last_by(fact: Fact, before: str) -> str:
    """Return who put the terms of which the room has heard; "" once it is back on the record."""
    if fact.kind is Kind.RETURNED_TO_RECORD:
        return ""
    return fact.by if fact.kind in PROPOSALS and not _is_to_record(fact) else before


def _is_to_record(fact: Fact) -> bool:
    return fact.proposal is not None and fact.proposal.level is Level.ON_THE_RECORD


_ANSWERS = frozenset({How.BY_WORD, How.BY_STAYING, How.REFUSED})

_HOW = {
    Kind.TERMS_AGREED: How.BY_WORD,
    Kind.CONSENT_IMPLIED: How.BY_STAYING,
    Kind.TERMS_DECLINED: How.REFUSED,
    Kind.PARTY_LEFT: How.LEFT,
}

_FREE = (None, Level.ON_THE_RECORD)
