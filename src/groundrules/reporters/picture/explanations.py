"""What acts and open points are called, for somebody who does not know the notation."""

from __future__ import annotations

from groundrules.record.facts import Kind
from groundrules.record.standing import Doubt

ACTS = {
    Kind.TERMS_ASKED: "asks for terms",
    Kind.TERMS_OFFERED: "offers terms",
    Kind.TERMS_ASSERTED: "states terms as if agreed",
    Kind.TERMS_ANNOUNCED: "announces terms",
    Kind.TERMS_DEFINED: "says what the terms mean",
    Kind.TERMS_COUNTERED: "answers with other terms",
    Kind.TERMS_AGREED: "agrees",
    Kind.CONSENT_IMPLIED: "stays, and so consents",
    Kind.TERMS_DECLINED: "declines",
    Kind.RETURNED_TO_RECORD: "would go back on the record",
    Kind.RETURN_ACCEPTED: "accepts the return",
    Kind.RETROACTIVE_REQUESTED: "asks about words already spoken",
    Kind.GRACE_GRANTED: "grants a grace",
    Kind.HINT_GIVEN: "hints, and names no terms",
    Kind.MARKED_UNCLEAR: "can be read two ways",
    Kind.TOPIC_CHANGED: "turns to a topic",
    Kind.PARTY_LEFT: "leaves the talk",
    Kind.CONVERSATION_CLOSED: "ends the talk",
    Kind.STATEMENT_RELEASED: "releases words",
    Kind.QUOTATION_APPROVED: "approves quotations",
    Kind.EMBARGO_LIFTED: "lifts an embargo",
    Kind.EVENT_HAPPENED: "notes that the event has happened",
    Kind.INCIDENT_OPENED: "notes an incident",
    Kind.INCIDENT_NOTED: "notes what was done",
    Kind.INCIDENT_CLOSED: "notes that it is settled",
    Kind.USE_SIGNED_OFF: "notes that the newsroom approves a use",
    Kind.IDENTITY_SHARED: "notes who in the newsroom knows the source",
    Kind.STATEMENT_CORROBORATED: "notes what bears it out",
    Kind.FINDING_WAIVED: "notes that a finding is waived",
    Kind.HOLD_PLACED: "notes that everything must be kept",
    Kind.HOLD_LIFTED: "notes that it need no longer be kept",
}
"""Kind of fact to what its party does, as it reads behind the party's name."""

DOUBTS = {
    Doubt.PROPOSED: (
        "A program has heard something like it, and a program can be wrong. Read the turn, and "
        "say whether it was so. Until then the words stay protected."
    ),
    Doubt.UNANSWERED: (
        "To ask is not to agree, and silence is no answer. The words stay protected until the "
        "answer is found in the talk, or the source releases them."
    ),
    Doubt.ASSERTED: (
        "To say that terms hold does not make them hold. The words stay protected until it is "
        "found that the other side agreed, or the source releases them."
    ),
    Doubt.REFUSED_BY_SOME: (
        "One who heard the words did not take on the terms. Whoever said yes keeps the promise. "
        "The words stay protected until this is settled with the source."
    ),
    Doubt.UNCLEAR: (
        "It may be a yes or a no. Listen once more, or ask those who were there, and write down "
        "what was found. Until then the words stay protected."
    ),
    Doubt.UNKNOWN_SPEAKER: (
        "The terms go with the one who spoke. As long as the voice has no name, the strictest "
        "terms of all who were there hold for it."
    ),
    Doubt.UNTIMED: (
        "The terms end at a time, and the turn has none. They are taken to hold here too."
    ),
    Doubt.UNDEFINED: (
        "The name of a level means one thing here and another there. It is read as the policy of "
        "this record reads it. Say it in plain words, and have the other side say yes to them."
    ),
    Doubt.UNCONFIRMED_DEFINITION: (
        "What one side said counts, and so does what the policy says: of the two, the stricter. "
        "Read it back, and have the other side say yes to it."
    ),
    Doubt.NO_DESCRIPTION: (
        "The words may be used only with a description of the source. Agree on one before "
        "anything is printed."
    ),
}
"""Doubt to what it means, and how it is settled."""
