"""Talks that have come to each stage of a negotiation, and negotiations by the thousand."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from groundrules.record.facts import Fact, Kind, Proposal, Turns
from groundrules.record.negotiation import BASIS, OTHER, Stage, said_next
from groundrules.record.transcript import AFTERWARDS, Conversation, Party, Place, Role, Turn
from groundrules.terms.conditions import Embargo
from groundrules.terms.levels import Level
from groundrules.terms.rights import AXES

if TYPE_CHECKING:
    from random import Random

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
