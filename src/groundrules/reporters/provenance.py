"""Where terms come from: which conversation, which turns, by asking, agreeing or releasing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.facts import Kind
from groundrules.record.proposed import proposal
from groundrules.record.transcript import AFTERWARDS
from groundrules.reporters.plain_words import clock, listed

if TYPE_CHECKING:
    from groundrules.evidence.case import Evidenced
    from groundrules.record.facts import Fact
    from groundrules.record.transcript import Conversation

_DONE = {
    Kind.TERMS_ASKED: "asked",
    Kind.TERMS_OFFERED: "offered",
    Kind.TERMS_ASSERTED: "stated as if in force",
    Kind.TERMS_ANNOUNCED: "announced",
    Kind.TERMS_DEFINED: "defined",
    Kind.TERMS_COUNTERED: "countered",
    Kind.TERMS_AGREED: "agreed",
    Kind.CONSENT_IMPLIED: "accepted by staying",
    Kind.TERMS_DECLINED: "declined",
    Kind.RETURNED_TO_RECORD: "return asked",
    Kind.RETURN_ACCEPTED: "returned to the record",
    Kind.MARKED_UNCLEAR: "unclear",
    Kind.STATEMENT_RELEASED: "released",
    Kind.EMBARGO_LIFTED: "embargo lifted",
    Kind.EVENT_HAPPENED: "the event recorded",
}

_SETTLING = frozenset(
    {
        Kind.TERMS_AGREED,
        Kind.CONSENT_IMPLIED,
        Kind.RETURNED_TO_RECORD,
        Kind.RETURN_ACCEPTED,
        Kind.STATEMENT_RELEASED,
    }
)


def provenance(evidenced: Evidenced) -> tuple[str, str]:
    """Return a label, and the history of a statement's terms without a word of the talk."""
    conversation = evidenced.conversation
    standing = evidenced.standing
    here = f"conversation {conversation.id}"
    if standing.is_open:
        points = listed([point.message for point in standing.open])
        behind = dict.fromkeys(fact for point in standing.open for fact in point.facts)
        heard = [proposal(conversation, one) for one in behind if not is_fact(one)]
        known = [fact_of(conversation, one) for one in behind if is_fact(one)]
        unsure = f"heard and not confirmed: {_steps(heard, conversation)}" if heard else ""
        return "open", f"{_joined(here, _steps(known, conversation), unsure)}; {points}"
    facts = [fact_of(conversation, fact_id) for fact_id in standing.facts]
    settled = next((fact for fact in reversed(facts) if fact.kind in _SETTLING), None)
    if settled is None:
        return "recorded", _joined(here, _steps(facts, conversation))
    label = "released" if settled.kind is Kind.STATEMENT_RELEASED else "agreed"
    steps = _steps([fact for fact in facts if fact is not settled], conversation)
    return label, ", ".join(
        filter(None, (here, place_of(settled, conversation).removeprefix("in "), steps))
    )


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _steps(facts: list[Fact], conversation: Conversation) -> str:
    return ", ".join(
        f"{_DONE[fact.kind]} {place_of(fact, conversation)}" for fact in facts if fact.kind in _DONE
    )


def is_fact(one: str) -> bool:
    """Tell whether an id that an open point gives is a fact's, and not a proposal's."""
    return "!" in one


def fact_of(conversation: Conversation, fact_id: str) -> Fact:
    """Return the fact of an id such as `harbor!3`, which counts them from 1 in their order."""
    return conversation.facts[int(fact_id.rpartition("!")[2]) - 1]


def place_of(fact: Fact, conversation: Conversation) -> str:
    """Return where in the talk something happened: `in turn 3 at 00:13:58`, or when afterwards."""
    if fact.at == AFTERWARDS:
        return f"on {fact.when.isoformat()}" if fact.when else "afterwards"
    at = clock(conversation.turns[fact.at.turn - 1].start)
    return f"in turn {fact.at.turn}" + (f" at {at}" if at else "")
