"""Deciding what was heard in a talk, proposal by proposal, each in one step of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.conversations.change_talk import change_talk
from groundrules.errors import BadInput, Fault
from groundrules.record.amending import (
    NO_TERMS,
    by_another,
    kinds_for,
    lacks_terms,
    with_kind,
    with_terms,
)
from groundrules.record.facts import Kind
from groundrules.record.reviewing import Decision, begin, decide

if TYPE_CHECKING:
    from groundrules.desk.conversations.change_talk import Change
    from groundrules.desk.records.append_to_record import RecordFile
    from groundrules.record.facts import Fact, Proposal
    from groundrules.record.transcript import Conversation


class Instead(NamedTuple):
    """What an act was really.

    Attributes:
        kind: what was done: a verb of the notation.
        by: who did it; "" where it cannot be told.
        proposal: the terms that were named; None for none.
    """

    kind: str
    by: str
    proposal: Proposal | None


def decide_heard(
    path: str, version: int, number: int, decision: Decision, instead: Instead | None = None
) -> Change:
    """Decide one proposal of a record: it becomes a fact, goes, or is marked unclear.

    Args:
        path: of a conversation in a vault.
        version: the one that was looked at.
        number: which of the proposals that wait, counted from 1.
        decision: what was decided.
        instead: for a proposal that is changed, what it was really.

    Raises:
        BadInput: there is no such proposal, it cannot be what it is changed into, or it cannot be
            written.
    """

    def made(record: RecordFile) -> str:
        proposal = heard_act(record.conversation, number, record.name)
        fact = changed(proposal, instead, record.name) if instead else None
        review = begin(record.text, record.conversation)
        return decide(review, number, decision, fact, record.name).text

    return change_talk(path, version, made)


def heard_act(talk: Conversation, number: int, path: str) -> Fact:
    """Return one of the proposals of a talk.

    Raises:
        BadInput: there is none of this number.
    """
    if not 1 <= number <= len(talk.proposals):
        message = "nothing waits here to be decided"
        raise BadInput(Fault(path, message, "look at the conversation again"))
    return talk.proposals[number - 1]


def changed(proposal: Fact, instead: Instead, path: str) -> Fact:
    """Return a proposal as what it was really.

    Raises:
        BadInput: it cannot be that, or names no terms where it must.
    """
    possible = {kind.value for kind in kinds_for(proposal)}
    if instead.kind not in possible:
        message = "what was heard cannot be that"
        raise BadInput(Fault(path, message, "choose one of the list"))
    fact = by_another(with_kind(proposal, Kind(instead.kind)), instead.by)
    fact = with_terms(fact, _limited(proposal, instead.proposal or NO_TERMS))
    if lacks_terms(fact):
        message = "it must name terms"
        raise BadInput(Fault(path, message, "choose a level, or say a right in plain words"))
    return fact


def _limited(heard: Fact, proposal: Proposal) -> Proposal:
    """Keep a limit in time as it was heard: it is not asked about."""
    return proposal._replace(until=heard.proposal.until if heard.proposal else None)
