"""Talks that have come to each stage of a negotiation, and negotiations by the thousand."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.facts import Fact, Kind, Proposal, Turns
from groundrules.record.negotiation import Stage, stage, state
from groundrules.record.transcript import AFTERWARDS, Conversation, Party, Place, Role, Turn
from groundrules.terms.conditions import Embargo
from groundrules.terms.levels import Level
from groundrules.terms.rights import AXES

if TYPE_CHECKING:
    from random import Random

    from groundrules.terms.policy import Policy

IN_TALK = (
    Kind.TERMS_ASKED,
    Kind.TERMS_OFFERED,
    Kind.TERMS_ASSERTED,
    Kind.TERMS_DEFINED,
    Kind.TERMS_COUNTERED,
    Kind.TERMS_AGREED,
    Kind.TERMS_DECLINED,
    Kind.RETURNED_TO_RECORD,
    Kind.RETURN_ACCEPTED,
    Kind.HINT_GIVEN,
    Kind.MARKED_UNCLEAR,
    Kind.TOPIC_CHANGED,
    Kind.CONVERSATION_CLOSED,
)
"""The kinds of act that are tried as moves, in the order in which people come to them."""

BASIS = Proposal(level=Level.BACKGROUND)
OTHER = Proposal(level=Level.OFF_THE_RECORD)

_PROPOSED = {
    Kind.TERMS_ASKED: OTHER,
    Kind.TERMS_OFFERED: OTHER,
    Kind.TERMS_ASSERTED: OTHER,
    Kind.TERMS_DEFINED: OTHER,
    Kind.TERMS_COUNTERED: Proposal(level=Level.DEEP_BACKGROUND),
}


def _act(kind: Kind, actor: Party) -> Fact:
    return Fact(kind, actor.id, proposal=_PROPOSED.get(kind))


def _tried(conversation: Conversation, policy: Policy, party: str, fact: Fact) -> Move:
    before = len(state(conversation, policy).ineffective)
    after = said_next(conversation, "…", fact)
    changes = len(state(after, policy).ineffective) == before
    return Move(fact.kind, fact.by, stage(after, policy, party), changes)


class Move(NamedTuple):
    """Something that could be said about the terms next, and what it would lead to.

    Attributes:
        kind: what would be said or done.
        by: the id of the party who would.
        stage: where the talk would stand then.
        changes: it would change something; a return to the record that is in force changes nothing.
    """

    kind: Kind
    by: str
    stage: Stage
    changes: bool


def moves(conversation: Conversation, policy: Policy, party: str) -> tuple[Move, ...]:
    """Return what either side could do next about one party's words.

    Every kind of act of the talk is tried for the party and for each reporter who is there; one
    that names terms is tried with `BASIS`, or with `OTHER` where it answers.
    """
    talk = state(conversation, policy)
    actors = [talk.parties[party], *(talk.parties[one] for one in sorted(talk.listeners))]
    return tuple(
        _tried(conversation, policy, party, _act(kind, actor))
        for kind in IN_TALK
        for actor in actors
    )


def said_next(conversation: Conversation, words: str, *facts: Fact) -> Conversation:
    """Return the conversation with one more turn, in which these facts stand."""
    number = len(conversation.turns) + 1
    speaker = facts[0].by if facts else ""
    placed = tuple(fact._replace(at=Place(number)) for fact in facts)
    in_talk = tuple(fact for fact in conversation.facts if fact.at != AFTERWARDS)
    later = conversation.facts[len(in_talk) :]
    return conversation._replace(
        turns=(*conversation.turns, Turn(number, speaker, (words,))),
        facts=(*in_talk, *placed, *later),
    )


SOURCE, REPORTER = "S1", "AR"
PARTIES = (
    Party(REPORTER, Role.REPORTER),
    Party("BR", Role.REPORTER),
    Party(SOURCE, Role.SOURCE, description="a person briefed on the talks"),
    Party("S2", Role.SPOKESPERSON),
    Party("MO", Role.MODERATOR),
)
TWO = (PARTIES[0], PARTIES[2])

ASK = Fact(Kind.TERMS_ASKED, SOURCE, proposal=BASIS)
ASK_MORE = Fact(Kind.TERMS_ASKED, SOURCE, proposal=OTHER)
OFFER = Fact(Kind.TERMS_OFFERED, REPORTER, proposal=BASIS)
OFFER_MORE = Fact(Kind.TERMS_OFFERED, REPORTER, proposal=OTHER)
YES = Fact(Kind.TERMS_AGREED, REPORTER)
LET_US_GO_BACK = Fact(Kind.RETURNED_TO_RECORD, REPORTER)
MAYBE = Fact(Kind.MARKED_UNCLEAR, REPORTER)

WAYS = {
    Stage.ON_THE_RECORD: (),
    Stage.ASKED: (ASK,),
    Stage.OFFERED: (OFFER,),
    Stage.ON_TERMS: (ASK, YES),
    Stage.ASKED_ON_TERMS: (ASK, YES, ASK_MORE),
    Stage.OFFERED_ON_TERMS: (ASK, YES, OFFER_MORE),
    Stage.RETURN_ASKED: (ASK, YES, LET_US_GO_BACK),
    Stage.UNCLEAR: (ASK, MAYBE),
}
"""The shortest way to each stage."""


def come_to(stage: Stage) -> Conversation:
    """Return a talk of two that has come to a stage, each act in a turn of its own."""
    conversation = Conversation("talk", TWO)
    for fact in WAYS[stage]:
        conversation = said_next(conversation, "Words.", fact)
    return conversation


_DAY = datetime(2026, 11, 3, 14, tzinfo=UTC)
_PERMISSIONS = [(name, value) for name, axis in AXES.items() for value in axis]
_PUT = (
    Kind.TERMS_ASKED,
    Kind.TERMS_OFFERED,
    Kind.TERMS_ASSERTED,
    Kind.TERMS_ANNOUNCED,
    Kind.TERMS_DEFINED,
    Kind.TERMS_COUNTERED,
)
_ABOUT_TURNS = {Kind.RETROACTIVE_REQUESTED, Kind.GRACE_GRANTED, Kind.STATEMENT_RELEASED}
_KINDS = (*_PUT, *_PUT, Kind.TERMS_AGREED, Kind.TERMS_AGREED, *Kind)


def negotiation(chance: Random, actors: tuple[str, ...] = ()) -> Conversation:
    """Return a negotiation of up to nine turns in which anybody speaks.

    Args:
        chance: where it is drawn from.
        actors: whose acts there are; everybody's where it is empty.
    """
    parties = PARTIES if chance.random() < 0.6 else TWO
    ids = [party.id for party in parties]
    length = chance.randint(2, 9)
    turns, facts = [], []
    for number in range(1, length + 1):
        speaker = chance.choice(ids)
        turns.append(Turn(number, speaker, ("Words.",)))
        if (speaker in actors) if actors else chance.random() < 0.9:
            facts.append(_fact(chance, speaker, Place(number), number, ids))
    if chance.random() < 0.3:
        facts.append(_fact(chance, chance.choice(actors or ids), AFTERWARDS, length, ids))
    return Conversation("talk", parties, tuple(turns), tuple(facts), date=_DAY)


def _fact(chance: Random, by: str, at: Place, turns: int, ids: list[str]) -> Fact:
    kind = chance.choice(_KINDS)
    first = chance.randint(1, turns)
    named = kind in _PUT or kind in {Kind.STATEMENT_RELEASED, Kind.RETROACTIVE_REQUESTED}
    return Fact(
        kind,
        by,
        at,
        proposal=_proposal(chance) if named else None,
        covers=(chance.choice(ids),) if chance.random() < 0.1 else (),
        to=(chance.choice(ids),) if chance.random() < 0.1 else (),
        turns=(Turns(first, chance.randint(first, turns)),) if kind in _ABOUT_TURNS else (),
        when=_DAY if at == AFTERWARDS else None,
        words="the vote" if kind is Kind.EVENT_HAPPENED else "",
    )


def _proposal(chance: Random) -> Proposal:
    changes = dict(chance.sample(_PERMISSIONS, chance.randint(0, 2)))
    return Proposal(
        level=chance.choice((None, *Level)),
        changes=tuple(changes.items()),
        quote_approval=chance.random() < 0.2,
        embargo=chance.choice((None, None, Embargo(_DAY), Embargo(event="the vote"))),
        scope=chance.choice(("", "", "", "the harbor")),
    )
