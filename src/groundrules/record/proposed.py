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
    from collections.abc import Collection, Iterable

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
"""The kinds that can only free words: the careful reading of a talk leaves their proposals out."""


def confirmed(conversation: Conversation, leaving: Collection[Kind] = ()) -> Conversation:
    """Return the conversation as it would be if its proposals were confirmed.

    Args:
        conversation: with its proposals.
        leaving: kinds whose proposals are left out, as if they had been rejected.
    """
    told = [fact for fact in conversation.proposals if fact.kind not in leaving]
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
    if all((one.status, one.terms) == (standing.status, standing.terms) for one in readings):
        return standing
    at = standing.statement.place
    proposals = tuple(
        proposal_id(conversation, number)
        for number, fact in enumerate(conversation.proposals, 1)
        if fact.at <= at
    )
    return standing._replace(
        status=OPEN,
        terms=strictest(standing.terms, *(one.terms for one in readings)),
        basis=Basis.OPEN,
        open=(OpenPoint(Doubt.PROPOSED, proposals, _MESSAGE), *standing.open),
    )


def proposal_id(conversation: Conversation, number: int) -> str:
    """Return the id of a proposal, counted from 1: `harbor?3`."""
    return f"{conversation.id}?{number}"


def proposal(conversation: Conversation, proposal_id: str) -> Fact:
    """Return the proposal of an id that an open point gives."""
    return conversation.proposals[int(proposal_id.rpartition("?")[2]) - 1]


_MESSAGE = "something about terms seems to have been said, and nobody has confirmed it"
