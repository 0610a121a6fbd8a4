"""The five laws, and the ways in which one of them decides on what terms some words stand."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Law(IntEnum):
    """One of the five laws of the record, by its number."""

    UNTIL_AGREED = 1
    TAKES_TWO = 2
    NEVER_BACKWARDS = 3
    NEVER_CARRIED_OVER = 4
    AS_READ_BACK = 5


class Reason(StrEnum):
    """Why some words stand as they do; the value is its name among the wordings."""

    NOTHING_AGREED = "nothing-agreed"
    HINTED = "hinted"
    RETURNED = "returned"
    FREE = "free"
    DECLINED = "declined"
    UNANSWERED = "unanswered"
    ASSERTED = "asserted"
    REFUSED_BY_SOME = "refused-by-some"
    UNCLEAR = "unclear"
    AGREED = "agreed"
    AGREED_AWAY = "agreed-away"
    TOO_SOON = "too-soon"
    ASKED_BACK = "asked-back"
    GRACE = "grace"
    LATE_REQUEST = "late-request"
    RELEASED = "released"
    LAST_TIME = "last-time"
    WORD_ALONE = "word-alone"
    MEANING = "meaning"
    READ_BACK = "read-back"

    @property
    def law(self) -> Law:
        """Return the law that decides."""
        return _LAWS[self]


_BY_LAW = {
    Law.UNTIL_AGREED: (
        Reason.NOTHING_AGREED,
        Reason.HINTED,
        Reason.RETURNED,
        Reason.FREE,
    ),
    Law.TAKES_TWO: (
        Reason.DECLINED,
        Reason.UNANSWERED,
        Reason.ASSERTED,
        Reason.REFUSED_BY_SOME,
        Reason.UNCLEAR,
        Reason.AGREED,
        Reason.AGREED_AWAY,
    ),
    Law.NEVER_BACKWARDS: (
        Reason.TOO_SOON,
        Reason.ASKED_BACK,
        Reason.GRACE,
        Reason.LATE_REQUEST,
        Reason.RELEASED,
    ),
    Law.NEVER_CARRIED_OVER: (Reason.LAST_TIME,),
    Law.AS_READ_BACK: (Reason.WORD_ALONE, Reason.MEANING, Reason.READ_BACK),
}
_LAWS = {reason: law for law, reasons in _BY_LAW.items() for reason in reasons}
