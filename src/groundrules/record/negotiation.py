"""The negotiation as a state machine: where the talk about terms stands, and what could follow.

The machine is the fold itself: a stage is read off the state that the five laws have made, and a
move is tried on a copy of the conversation. So what is shown here can never differ from what the
check believes.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.acts import hear
from groundrules.record.facts import Fact, Kind, Proposal
from groundrules.record.talk import Talk
from groundrules.record.transcript import AFTERWARDS, Place, Turn
from groundrules.terms.levels import Level

if TYPE_CHECKING:
    from groundrules.record.ground import Ground
    from groundrules.record.transcript import Conversation, Party
    from groundrules.terms.policy import Policy


class Stage(StrEnum):
    """Where the talk about the terms for one party's words stands."""

    ON_THE_RECORD = "on-the-record"
    ASKED = "asked"
    OFFERED = "offered"
    ON_TERMS = "on-terms"
    ASKED_ON_TERMS = "asked-on-terms"
    OFFERED_ON_TERMS = "offered-on-terms"
    RETURN_ASKED = "return-asked"
    UNCLEAR = "unclear"


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


def stage(conversation: Conversation, policy: Policy, party: str) -> Stage:
    """Return where the talk about one party's words stands at the end of a conversation.

    Raises:
        KeyError: the party is none whose words terms protect.
    """
    return _stage_of(state(conversation, policy).grounds[party])


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


def state(conversation: Conversation, policy: Policy) -> Talk:
    """Return the talk after everything that was said in it; later facts are left out."""
    talk = Talk(conversation, policy)
    facts = [
        (f"{conversation.id}!{number}", fact)
        for number, fact in enumerate(conversation.facts, 1)
        if fact.at != AFTERWARDS
    ]
    for fact_id, fact in sorted(facts, key=lambda identified: identified[1].at):
        hear(talk, fact_id, fact)
    return talk


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
    talk = state(said_next(conversation, "…", fact), policy)
    changes = len(talk.ineffective) == before
    return Move(fact.kind, fact.by, _stage_of(talk.grounds[party]), changes)


def _stage_of(ground: Ground) -> Stage:
    on_terms = ground.current.restrict
    if ground.unclear or (ground.pending and ground.pending.unclear):
        return Stage.UNCLEAR
    if ground.pending:
        by_source = ground.pending.by == ground.party.id
        return _WAITING[by_source, on_terms]
    if ground.returning:
        return Stage.RETURN_ASKED
    return Stage.ON_TERMS if on_terms else Stage.ON_THE_RECORD


_WAITING = {
    (True, False): Stage.ASKED,
    (True, True): Stage.ASKED_ON_TERMS,
    (False, False): Stage.OFFERED,
    (False, True): Stage.OFFERED_ON_TERMS,
}
"""Who put the terms that wait (the party herself?), and whether others are in force, to stage."""
