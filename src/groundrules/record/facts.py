"""The facts: what happened to the terms of a conversation, in the past tense.

A fact says only that something was said or done, by whom and where in the talk. What follows from
it is the timeline's to say, under the five laws.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.transcript import AFTERWARDS, Place

if TYPE_CHECKING:
    from datetime import date, datetime

    from groundrules.terms.conditions import Embargo
    from groundrules.terms.levels import Level
    from groundrules.terms.rights import Axis


class Kind(StrEnum):
    """What kind of fact it is; the value is the word for it in the notation."""

    TERMS_ASKED = "ask"
    TERMS_OFFERED = "offer"
    TERMS_ASSERTED = "assert"
    TERMS_ANNOUNCED = "announce"
    TERMS_DEFINED = "define"
    TERMS_COUNTERED = "counter"
    TERMS_AGREED = "agree"
    CONSENT_IMPLIED = "stay"
    TERMS_DECLINED = "decline"
    RETURNED_TO_RECORD = "return"
    RETURN_ACCEPTED = "return-accept"
    RETROACTIVE_REQUESTED = "retroactive"
    GRACE_GRANTED = "grace"
    HINT_GIVEN = "hint"
    MARKED_UNCLEAR = "unclear"
    TOPIC_CHANGED = "topic"
    PARTY_LEFT = "leave"
    CONVERSATION_CLOSED = "close"
    STATEMENT_RELEASED = "release"
    QUOTATION_APPROVED = "approve"
    EMBARGO_LIFTED = "lift"
    EVENT_HAPPENED = "happened"
    INCIDENT_OPENED = "incident"
    INCIDENT_NOTED = "note"
    INCIDENT_CLOSED = "settled"


class Proposal(NamedTuple):
    """Terms as somebody put them, before any policy says what they mean.

    Attributes:
        level: the name that was used; None where only rights or conditions were named.
        changes: axis and permission pairs, in plain words put to the level's meaning.
        tell: who at home may be told; empty where nothing is said of it.
        scope: the topic to which the terms are limited; "" where they are not.
        until: milliseconds into the recording at which they end; None where they do not.
    """

    level: Level | None = None
    changes: tuple[tuple[str, Axis], ...] = ()
    descriptions: tuple[str, ...] = ()
    quote_approval: bool = False
    embargo: Embargo | None = None
    delete_by: date | None = None
    tell: tuple[str, ...] = ()
    scope: str = ""
    until: int | None = None


class Turns(NamedTuple):
    """A run of turns, first and last included, that a later fact is about."""

    first: int
    last: int

    def hold(self, turn: int) -> bool:
        """Tell whether a turn's number is in the run."""
        return self.first <= turn <= self.last


class Fact(NamedTuple):
    """One fact.

    Attributes:
        kind: what happened.
        by: the id of the party who did it; "" where it cannot be told.
        at: the part of the talk in which it happened, or `AFTERWARDS`.
        proposal: the terms that were named, for the kinds that name any.
        covers: the parties whose words are meant; empty for what follows from the kind.
        to: the parties who were asked; empty for everybody on the other side.
        turns: the turns that a retroactive request, grace, release, approval or incident is about.
        when: the instant, for a fact from afterwards or an event.
        words: a topic, a reason, an event, a hint or an incident, as the record gives it.
    """

    kind: Kind
    by: str
    at: Place = AFTERWARDS
    proposal: Proposal | None = None
    covers: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    turns: tuple[Turns, ...] = ()
    when: datetime | None = None
    words: str = ""

    def about(self, turn: int) -> bool:
        """Tell whether the fact is about this turn."""
        return any(run.hold(turn) for run in self.turns)


PROPOSALS = frozenset(
    {
        Kind.TERMS_ASKED,
        Kind.TERMS_OFFERED,
        Kind.TERMS_ASSERTED,
        Kind.TERMS_ANNOUNCED,
        Kind.TERMS_DEFINED,
        Kind.TERMS_COUNTERED,
    }
)
"""The kinds that name terms which somebody else may accept."""

INCIDENTS = frozenset({Kind.INCIDENT_OPENED, Kind.INCIDENT_NOTED, Kind.INCIDENT_CLOSED})
"""The kinds that say that something went wrong. They are only kept: no terms hang on them."""
