"""The shapes of the files of meetings: every table and key, and what stands in braces."""

from __future__ import annotations

from enum import StrEnum

from groundrules.record.transcript import Role
from groundrules.talk.meeting.acceptance import How
from groundrules.talk.meeting.exposure import Exposure
from groundrules.talk.meeting.minutes import Why
from groundrules.talk.meeting.texts import LIST, ONE, Shape, Slot
from groundrules.terms.rights import AXES


class Kind(StrEnum):
    """What kind of meeting it is; the value names the file of its texts."""

    BRIEFING = "briefing"
    CHATHAM_HOUSE = "chatham-house"
    NEGOTIATION = "negotiation"


FOLDER = "meetings"
"""The folder of these files among the wordings."""

_LEVEL = Slot(("level",))

ANNOUNCEMENT: Shape = {
    "page": {
        "language": ONE,
        "title": _LEVEL,
        "before-heading": ONE,
        "say-heading": ONE,
        "after-heading": ONE,
        "misread-heading": ONE,
        "unsure": Slot(("policy",)),
        "record": Slot(("act",)),
    },
    "before": {"steps": LIST},
    "say": {
        "opening": ONE,
        "terms": _LEVEL,
        "described": Slot(("words",)),
        "before-instant": Slot(("instant",)),
        "before-event": Slot(("event",)),
        "until": ONE,
        "recording": ONE,
        "accept": ONE,
    },
    "dates": {"instant": Slot(("time", "zone", "day", "month", "year"))},
    "months": {str(month): ONE for month in range(1, 13)},
    "misread": {"wrong": ONE, "right": ONE},
    "after": {"steps": LIST},
    **{name: {str(one): ONE for one in axis} for name, axis in AXES.items()},
}
"""The words that open a meeting of one kind: `briefing`, `chatham-house`, `negotiation`."""

_COUNTED = Slot(("count",))
_TURNS = ("turns",)

PAGES: Shape = {
    "page": {"language": ONE, "confidential": ONE, "nobody": ONE, "untitled": ONE},
    "roles": dict.fromkeys(Role, ONE),
    "who": {
        "title": Slot(("matter",)),
        "name": ONE,
        "part": ONE,
        "answers": ONE,
        "bound": ONE,
        "turn": Slot(("how", *_TURNS)),
        "silent": ONE,
        "not-asked": ONE,
        "free": ONE,
        "bound-to": Slot(("terms", *_TURNS)),
        "open": Slot(_TURNS),
        "unbound": ONE,
        "in-vain": Slot(("names",)),
        "object": Slot(("policy", "names")),
        "objected": Slot(("policy", "names")),
        "sides-heading": ONE,
        "sides-about": ONE,
        "incidents": Slot(("count",)),
    },
    "how": dict.fromkeys(How, ONE),
    "side": {
        "heading": Slot(("name",)),
        "promised": Slot(("terms", *_TURNS)),
        "promised-none": ONE,
        "gave": Slot(("terms", *_TURNS)),
        "gave-none": ONE,
        "released": Slot(_TURNS),
        "graced": Slot(_TURNS),
    },
    "turns": {"one": Slot(_TURNS), "several": Slot(_TURNS)},
    "minutes": {
        "title": Slot(("matter",)),
        "date": Slot(("date",)),
        "present": Slot(("names",)),
        "others": _COUNTED,
        "secret": ONE,
        "points-heading": ONE,
        "point": Slot(("who", "words")),
        "none": ONE,
        "left-out-heading": ONE,
        "all-in": ONE,
        "late": Slot(("statements",)),
    },
    "left-out": dict.fromkeys(Why, Slot(("count", "statements"))),
    "attendees": {
        "title": Slot(("matter",)),
        "keeping": ONE,
        "keep-secret": ONE,
        "left": Slot(_TURNS),
        "public-title": Slot(("matter",)),
        "public-heading": ONE,
        "public-count": _COUNTED,
        "public-secret": ONE,
    },
}
"""Who accepted, the minutes and the attendees: `pages`."""

ASIDE: Shape = {
    "page": {"language": ONE, "title": ONE, "no-points": ONE},
    "test": {
        "heading": ONE,
        "question": ONE,
        "hurts": Slot(("point",)),
        "unsure": Slot(("point",)),
        "harmless": Slot(("point",)),
    },
    "ask": {"point": ONE, "question": ONE, "tell": ONE, **dict.fromkeys(Exposure, ONE)},
    "tell": {"heading": ONE, "agreed": Slot(("people",)), "open": ONE, "steps": LIST},
    "signals": {"heading": ONE, "points": LIST, "honest": ONE},
    "hints": {"heading": ONE, "points": LIST},
    "say": {
        "heading": ONE,
        "opening": ONE,
        "terms": _LEVEL,
        "people": Slot(("people",)),
        "accept": ONE,
        "then": LIST,
    },
    "back": {"heading": ONE, "say": LIST, "then": LIST},
    "record": {"note": Slot(("act",))},
    "joining": {"and": ONE},
}
"""The aside between negotiators: `aside`."""
