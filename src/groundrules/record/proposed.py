"""Proposed acts: what a reader of the talk believes to have heard, until somebody confirms it.

They are no facts. But what they could mean is protected: a statement whose terms would be others if
some of them were confirmed is open, on the strictest terms of all those readings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.facts import Kind
from groundrules.record.standing import OPEN, Basis, Doubt, OpenPoint
from groundrules.record.transcript import AFTERWARDS
from groundrules.terms.promise import strictest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.record.facts import Fact
    from groundrules.record.standing import Standing
    from groundrules.record.transcript import Conversation

FREEING = frozenset(
    {
        Kind.TERMS_DECLINED,
        Kind.RETURNED_TO_RECORD,
        Kind.RETURN_ACCEPTED,
        Kind.PARTY_LEFT,
        Kind.STATEMENT_RELEASED,
        Kind.EMBARGO_LIFTED,
        Kind.EVENT_HAPPENED,
    }
)
"""The kinds that can only free words: the careful readings of a talk leave their proposals out."""

_REACHING_BACK = frozenset({Kind.RETROACTIVE_REQUESTED, Kind.GRACE_GRANTED})


def confirmed(conversation: Conversation) -> Conversation:
    """Return the conversation as it would be if all its proposals were confirmed."""
    return _with(conversation, conversation.proposals)


def readings(conversation: Conversation) -> Iterator[Conversation]:
    """Yield the conversation as it would be if its proposals were confirmed, in several ways.

    All of them are confirmed once; then, for each level above the record that is proposed, all but
    those that free words and those that put looser terms: these may be what was not meant.
    """
    yield confirmed(conversation)
    careful = [fact for fact in conversation.proposals if fact.kind not in FREEING]
    for least in sorted({max(1, _strictness(fact)) for fact in careful}):
        yield _with(conversation, [one for one in careful if not 0 <= _strictness(one) < least])


def _strictness(fact: Fact) -> int:
    """Return how strict the level is that a fact puts; -1 where it puts none by its name."""
    put = fact.proposal
    return put.level.strictness if put and put.level else -1


def _with(conversation: Conversation, told: Iterable[Fact]) -> Conversation:
    in_talk = [fact for fact in conversation.facts if fact.at != AFTERWARDS]
    later = [fact for fact in conversation.facts if fact.at == AFTERWARDS]
    merged = sorted([*in_talk, *told], key=lambda fact: fact.at)
    return conversation._replace(facts=(*merged, *later), proposals=())


def guarded(
    conversation: Conversation, standing: Standing, readings: Iterable[Standing]
) -> Standing:
    """Return the standing of a statement as long as nobody has confirmed what is proposed.

    Args:
        conversation: with its proposals.
        standing: the statement's, by the facts alone.
        readings: the same statement's, with proposals confirmed in one way or another.
    """
    readings = tuple(readings)
    if all(_as_it_stands(one) == _as_it_stands(standing) for one in readings):
        return standing
    at = standing.statement.place
    proposals = tuple(
        proposal_id(conversation, number)
        for number, fact in enumerate(conversation.proposals, 1)
        if fact.at <= at or fact.kind in _REACHING_BACK
    )
    return standing._replace(
        status=OPEN,
        terms=strictest(standing.terms, *(one.terms for one in readings)),
        basis=Basis.OPEN,
        open=(OpenPoint(Doubt.PROPOSED, proposals, _MESSAGE), *standing.open),
    )


def _as_it_stands(standing: Standing) -> tuple[object, ...]:
    """Return what a reader goes by.

    What reaches back matters to words that may be used, and is counted: its ids are others, as the
    facts have other numbers.
    """
    back = () if standing.is_restricted else (standing.retroactive, standing.graces)
    return standing.status, standing.terms, *map(len, back)


def proposal_id(conversation: Conversation, number: int) -> str:
    """Return the id of a proposal, counted from 1: `harbor?3`."""
    return f"{conversation.id}?{number}"


def proposal(conversation: Conversation, proposal_id: str) -> Fact:
    """Return the proposal of an id that an open point gives."""
    return conversation.proposals[int(proposal_id.rpartition("?")[2]) - 1]


_MESSAGE = "something about terms seems to have been said, and nobody has confirmed it"
