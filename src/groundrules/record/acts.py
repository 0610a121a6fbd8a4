"""The acts: what each kind of fact does to the talk in which it is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record import answering, proposing
from groundrules.record.facts import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from groundrules.record.facts import Fact
    from groundrules.record.talk import Talk

_UNKNOWN = "it cannot be told who said it"


def hear(talk: Talk, fact_id: str, fact: Fact) -> None:
    """Let one fact take effect on the talk; it notes where the fact has none."""
    act = _ACTS.get(fact.kind)
    if act:
        known = fact.by in talk.parties
        talk.changed_by(fact_id, act(talk, fact_id, fact) if known else _UNKNOWN)


def _change_topic(talk: Talk, _fact_id: str, fact: Fact) -> str:
    """Turn to another topic; terms that are limited to one hold only while it lasts."""
    talk.topic = fact.words
    return ""


def _hint(_talk: Talk, _fact_id: str, _fact: Fact) -> str:
    """Hear a hint at secrecy, which is no request."""
    return "a hint asks for nothing, so there was nothing to agree to"


_ACTS: dict[Kind, Callable[[Talk, str, Fact], str]] = {
    Kind.TERMS_ASKED: proposing.propose,
    Kind.TERMS_OFFERED: proposing.propose,
    Kind.TERMS_ASSERTED: proposing.propose,
    Kind.TERMS_ANNOUNCED: proposing.propose,
    Kind.TERMS_DEFINED: proposing.define,
    Kind.TERMS_COUNTERED: proposing.counter,
    Kind.TERMS_AGREED: answering.agree,
    Kind.CONSENT_IMPLIED: answering.stay,
    Kind.TERMS_DECLINED: answering.decline,
    Kind.RETURNED_TO_RECORD: answering.return_to_record,
    Kind.RETURN_ACCEPTED: answering.accept_return,
    Kind.PARTY_LEFT: answering.leave,
    Kind.MARKED_UNCLEAR: answering.mark_unclear,
    Kind.TOPIC_CHANGED: _change_topic,
    Kind.HINT_GIVEN: _hint,
}
"""The kinds that are heard in the talk, each with what it does; it returns why it did nothing.

The kinds that are missing here are about words already spoken: see `afterwards`.
"""
