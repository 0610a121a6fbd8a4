"""What waits for somebody: a matter, where it is settled, and how urgent it is."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from enum import IntEnum, StrEnum
from typing import NamedTuple

DAYS_AHEAD = 14
"""How many days before its end something is told of."""

_AT_ONCE = timedelta(days=1)


class Urgency(IntEnum):
    """How soon something wants to be looked at; the least first."""

    NOW = 1
    SOON = 2
    OPEN = 3
    QUIET = 4


class Matter(StrEnum):
    """What kind of thing waits."""

    UNREADABLE = "unreadable"
    INCIDENT = "incident"
    PROPOSALS = "proposals"
    ASK_UNANSWERED = "ask-unanswered"
    ASKED_TOO_LATE = "asked-too-late"
    TERMS_UNCLEAR = "terms-unclear"
    NO_DESCRIPTION = "no-description"
    EMBARGO_ENDS = "embargo-ends"
    EMBARGO_ENDED = "embargo-ended"
    EVENT_AWAITED = "event-awaited"
    TO_BE_GONE = "to-be-gone"
    HOLD = "hold"
    DRAFT_FINDINGS = "draft-findings"
    APPROVAL_AWAITED = "approval-awaited"
    NAME_ASKED = "name-asked"
    NAME_GRANTED = "name-granted"
    SHEET_UNTESTED = "sheet-untested"
    UNSEALED = "unsealed"


class Waiting(NamedTuple):
    """One thing that waits.

    Attributes:
        matter: what it is.
        urgency: how soon it wants to be looked at.
        address: of the page on which it is settled, without any name in it.
        name: what people call what it is about: a conversation, a draft, a code name; "" for the
            vault as a whole.
        number: how many of them; 0 where there is nothing to count.
        since: the day or instant from which it waits, in ISO 8601; "" where it is not known.
        until: the day or instant at which it ends, likewise.
        words: what belongs to it in the words of the record: the event, the kind of incident.
        terms: the level that is meant; "" where none is.
    """

    matter: Matter
    urgency: Urgency
    address: str
    name: str = ""
    number: int = 0
    since: str = ""
    until: str = ""
    words: str = ""
    terms: str = ""

    def __repr__(self) -> str:
        """Show what it is, and about nothing in particular."""
        return f"Waiting({self.matter.value})"


def urgency_of(until: datetime | date, now: datetime) -> Urgency | None:
    """Return how urgent an end is; None where it is too far ahead to be told of.

    Args:
        until: an instant, or a day, which ends when it ends in UTC.
        now: the instant from which it is looked at.
    """
    left = instant_of(until) - now
    if left <= _AT_ONCE:
        return Urgency.NOW
    return Urgency.SOON if left <= timedelta(days=DAYS_AHEAD) else None


def instant_of(when: datetime | date) -> datetime:
    """Return an instant; of a day, or a time without an offset, as it is in UTC."""
    if not isinstance(when, datetime):
        return datetime.combine(when, time.max, UTC)
    return when if when.tzinfo else when.replace(tzinfo=UTC)
