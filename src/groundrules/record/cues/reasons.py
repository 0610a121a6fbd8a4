"""Reasons: why a phrase was taken for an act, in a sentence for a person.

No word of the talk stands in them: a list of proposals may be read by more people than the talk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.facts import Kind

if TYPE_CHECKING:
    from groundrules.record.facts import Fact


def reason_for(fact: Fact) -> str:
    """Return what kind of phrase was taken for an act."""
    named = ""
    if fact.proposal:
        named = " A level is named." if fact.proposal.level else " It is put in plain words."
    return _REASONS[fact.kind] + named


_REASONS = {
    Kind.TERMS_ASKED: "Somebody who is protected asks for terms.",
    Kind.TERMS_OFFERED: "Somebody offers terms to the other side.",
    Kind.TERMS_ASSERTED: "Terms are stated as if they were in force.",
    Kind.TERMS_ANNOUNCED: "Whoever leads the talk announces terms to everybody.",
    Kind.TERMS_DEFINED: "Somebody says what the terms mean, or reads them back.",
    Kind.TERMS_COUNTERED: "The answer names other terms or a condition.",
    Kind.TERMS_AGREED: "The other side answers the request with a yes.",
    Kind.CONSENT_IMPLIED: "Terms were announced, and this listener stayed without a word on them.",
    Kind.TERMS_DECLINED: "The other side answers with a no.",
    Kind.RETURNED_TO_RECORD: "Somebody goes back on the record, or asks to.",
    Kind.RETURN_ACCEPTED: "The other side goes along with the return to the record.",
    Kind.RETROACTIVE_REQUESTED: "The request is about words that were spoken before it.",
    Kind.GRACE_GRANTED: "The journalist grants what was asked for too late.",
    Kind.HINT_GIVEN: "A hint at secrecy that asks for no terms.",
    Kind.MARKED_UNCLEAR: "The answer can be read as a yes and as none.",
    Kind.TOPIC_CHANGED: "The talk turns to another matter, and terms were limited to one.",
    Kind.PARTY_LEFT: "Somebody leaves the talk.",
    Kind.CONVERSATION_CLOSED: "The talk comes to its end, or the recorder goes off.",
}
