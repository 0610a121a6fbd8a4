"""The shape of a wording of agreements: its tables, their keys, and what stands in braces."""

from __future__ import annotations

from groundrules.record.facts import PROPOSALS, Kind
from groundrules.record.standing import Doubt
from groundrules.terms.levels import Level
from groundrules.terms.rights import AXES

TOLD = (
    *sorted(PROPOSALS),
    Kind.TERMS_AGREED,
    Kind.CONSENT_IMPLIED,
    Kind.RETURNED_TO_RECORD,
    Kind.RETURN_ACCEPTED,
    Kind.TERMS_DECLINED,
    Kind.MARKED_UNCLEAR,
    Kind.PARTY_LEFT,
)
"""The kinds of facts that can make an agreement, each of which a wording tells in a sentence.

Of several who were asked, some may say no, or leave, and the terms are agreed with the others. An
embargo outlives the return to the record.
"""

ROLES = ("reporter", "source", "spokesperson", "moderator", "negotiator", "other")

MONTHS = 12

_NOTHING: tuple[str, ...] = ()

TEXTS: dict[str, dict[str, tuple[str, ...]]] = {
    "page": {
        "language": _NOTHING,
        "title": _NOTHING,
        "intro": _NOTHING,
        "named": _NOTHING,
        "unnamed": _NOTHING,
        "record": ("record",),
    },
    "joining": {
        "and": _NOTHING,
        "or": _NOTHING,
        "quoted": ("words",),
        "turn": ("turn",),
        "turns": ("first", "last"),
        "timed": ("turns", "start", "end"),
        "in_record": ("who", "id"),
        "of": ("who", "institutions"),
    },
    "dates": {"day": ("day", "month", "year"), "instant": ("day", "time", "zone")},
    "roles": {**dict.fromkeys(ROLES, _NOTHING), "unknown": _NOTHING},
    "who": {
        "heading": _NOTHING,
        "what": _NOTHING,
        "answer": _NOTHING,
        "outlet": _NOTHING,
        "made_by": _NOTHING,
        "protects": _NOTHING,
        "date": _NOTHING,
        "matter": _NOTHING,
        "policy": _NOTHING,
        "custom": _NOTHING,
        "version": ("policy", "version"),
        "unknown": _NOTHING,
        "withheld": _NOTHING,
    },
    "levels": dict.fromkeys(Level, _NOTHING),
    "agreed": {
        "heading": _NOTHING,
        "numbered": ("number", "level"),
        "level": ("level",),
        "implied": _NOTHING,
        "mixed": _NOTHING,
        "covers": ("turns",),
        "empty": _NOTHING,
        "lasts": _NOTHING,
        "ended": _NOTHING,
        "scope": ("topic",),
        "until": ("time",),
        "limits": _NOTHING,
    },
    "acts": {"heading": _NOTHING, "place": ("sentence", "turns")} | dict.fromkeys(TOLD, ("who",)),
    "rights": {
        "heading": _NOTHING,
        "question": _NOTHING,
        "answer": _NOTHING,
        "because": _NOTHING,
        "said": _NOTHING,
        "one_side": _NOTHING,
        "policy": _NOTHING,
        "inherited": _NOTHING,
        "silent": _NOTHING,
        "strictest": _NOTHING,
        "earlier": _NOTHING,
        "free": _NOTHING,
        "note": _NOTHING,
        "moot": _NOTHING,
    },
    **{name: {"question": _NOTHING} | dict.fromkeys(axis, _NOTHING) for name, axis in AXES.items()},
    "conditions": {
        "heading": _NOTHING,
        "none": _NOTHING,
        "described": ("words",),
        "also_described": ("words",),
        "none_in_common": _NOTHING,
        "approval": _NOTHING,
        "approved": ("turns",),
        "instant": ("instant",),
        "event": ("event",),
        "delete_by": ("day",),
        "tell": ("people",),
        "tell_nobody": _NOTHING,
    },
    "later": {
        "heading": _NOTHING,
        "released": ("turns", "level"),
        "graced": ("turns",),
        "late": ("turns",),
    },
    "open": {
        "heading": _NOTHING,
        "none": _NOTHING,
        "point": ("turns", "doubt"),
        "protected": _NOTHING,
        "outlet": _NOTHING,
        "manager": _NOTHING,
        "unsaid": _NOTHING,
        **dict.fromkeys(Doubt, _NOTHING),
    },
    "not_promised": {
        "heading": _NOTHING,
        "rest": _NOTHING,
        "publication": _NOTHING,
        "approval": _NOTHING,
        "retention": _NOTHING,
        "court": _NOTHING,
    },
    "bound": {
        "heading": _NOTHING,
        "made": ("people",),
        "outlet": _NOTHING,
        "reporter": _NOTHING,
        "unknown": _NOTHING,
        "sides": _NOTHING,
        "secondary": _NOTHING,
        "unverified": _NOTHING,
    },
    "breach": {"heading": _NOTHING, "legal": _NOTHING},
    "receipt": {
        "heading": _NOTHING,
        "one_signs": _NOTHING,
        "both_sign": _NOTHING,
        "sides_sign": _NOTHING,
        "for": ("who",),
        "for_outlet": _NOTHING,
        "for_side": _NOTHING,
        "place": _NOTHING,
        "signature": _NOTHING,
    },
}
"""Table and key to what stands in braces in the text; all of it must, or the page would be silent
on what was agreed."""

LISTS: dict[str, tuple[str, ...]] = {"dates": ("months",), "breach": ("steps",)}
"""Table to those of its keys that hold a list of texts."""
