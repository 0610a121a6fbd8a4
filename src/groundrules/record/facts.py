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
    USE_SIGNED_OFF = "sign-off"
    IDENTITY_SHARED = "knows"
    STATEMENT_CORROBORATED = "corroborate"
    FINDING_WAIVED = "waive"
    HOLD_PLACED = "hold"
    HOLD_LIFTED = "unhold"


class DeskRole(StrEnum):
    """What somebody in the newsroom is who decides; the lowest first, and counsel apart."""

    EDITOR = "editor"
    DEPARTMENT_HEAD = "department-head"
    MANAGER = "manager"
    SENIOR_EDITOR = "senior-editor"
    LEGAL = "legal"


class Purpose(StrEnum):
    """What a sign-off is for: the use of an unnamed source, or something more than that."""

    ANONYMOUS = "anonymous"
    QUOTATION = "quotation"
    ALLEGATION = "allegation"
    PROMISE = "promise"


class Decision(NamedTuple):
    """What somebody in the newsroom decided, or came to know.

    Attributes:
        role: what they are there.
        who: their name; "" where the record does not keep it.
        story: the id of the story that it is for; "" for every story.
        purpose: what a sign-off is for.
        rule: the code or name of the rule that a waiver is about; "" for none.
        expires: the instant from which it no longer counts; None where it always does.
    """

    role: DeskRole = DeskRole.EDITOR
    who: str = ""
    story: str = ""
    purpose: Purpose = Purpose.ANONYMOUS
    rule: str = ""
    expires: datetime | None = None


class Corroboration(NamedTuple):
    """What else bears out a statement.

    Attributes:
        source: the id of another statement of the records, such as `docks#4`, or what document
            it is.
        independent: it comes from knowledge of its own, and goes back to the same source neither
            directly nor through others.
        prompted: the newsroom had taken the information to it, and did not have it unasked.
    """

    source: str
    independent: bool
    prompted: bool = True


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
        decision: what the newsroom decided, for the kinds that record it.
        corroboration: what bears the statement out, for the kind that records it.
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
    decision: Decision | None = None
    corroboration: Corroboration | None = None

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

DECISIONS = frozenset({Kind.USE_SIGNED_OFF, Kind.IDENTITY_SHARED, Kind.FINDING_WAIVED})
"""The kinds that record what somebody in the newsroom decided, or came to know."""

OF_THE_NEWSROOM = DECISIONS | {
    Kind.STATEMENT_CORROBORATED,
    Kind.HOLD_PLACED,
    Kind.HOLD_LIFTED,
}
"""The kinds that are the newsroom's own to record. No terms hang on them: the rules read them."""
