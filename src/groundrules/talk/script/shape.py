"""The shape of a file of scripts: every key it has, and what may stand in braces in each text."""

from __future__ import annotations

from typing import NamedTuple

from groundrules.talk.script.request import Channel, Side
from groundrules.terms.levels import Level
from groundrules.terms.rights import AXES


class Slot(NamedTuple):
    """One text, or one list of texts.

    Attributes:
        takes: what may stand in braces in it.
        needs: what must stand in braces in it: the text would not say enough without.
        is_list: it is a list of texts.
        is_optional: it may be left out.
    """

    takes: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    is_list: bool = False
    is_optional: bool = False


Shape = dict[str, "Slot | Shape"]

_ABOUT = ("level", "now", "name", "policy", "descriptions")
_LINES = Slot(_ABOUT, is_list=True, is_optional=True)

PASSAGE: Shape = {"before": _LINES, "say": _LINES, "then": _LINES}
"""Advice, the words to say, and advice on what comes then. Any of them may be left out."""

MONTHS = 12

_APPROVED: Shape = {
    "needed": {key: Slot((*_ABOUT, "approver"), is_list=True, is_optional=True) for key in PASSAGE},
    "nobody": PASSAGE,
    "unknown": PASSAGE,
}

APPROVERS = ("editor", "manager", "department-head", "senior-editor", "legal")
"""Who approves something under a policy: the words of the practices that begin with `approval`."""

VOICED = tuple(channel.value for channel in Channel if channel is not Channel.MESSAGE)

_ATTRIBUTED = ("name", "described", "undescribed", "institution", "none")


def _part(*passages: str) -> Shape:
    return {"title": Slot(_ABOUT), **dict.fromkeys(passages, PASSAGE)}


def _cases(*names: str) -> Shape:
    return dict.fromkeys((*names, "unknown"), PASSAGE)


def _by_permission(slot: Slot | Shape) -> Shape:
    return {axis: {str(one): slot for one in scale} for axis, scale in AXES.items()}


_PRACTICES: Shape = {
    "promise_by": _cases("reporter", "manager-first"),
    "binds": _cases("reporter", "outlet"),
    "identity_known_to": _cases("reporter", "editor", "manager", "on-request"),
    "quote_approval": _cases("forbidden", "discouraged", "on-request", "customary"),
    "copy_preview": _cases("forbidden", "on-request"),
    "retroactive": _cases("never", "grace"),
    "embargo_needs_acceptance": _cases("yes", "no"),
}

_REPORTERS_PRACTICES: Shape = {
    **_PRACTICES,
    "approval_anonymous": _APPROVED,
    "approval_direct_quote": _APPROVED,
    "approval_serious_allegation": _APPROVED,
    "group_background": _cases("object", "accept"),
}

_PARTS: Shape = {
    "why-by-voice": _part("always"),
    "ask-to-talk": _part("always"),
    "on-the-record": _part("always"),
    "start": _part("always", *VOICED),
    "time": _part(*VOICED),
    "ask": _part("always"),
    "meaning": _part("plain-words", "always"),
    "settle": _part("always", "plain-words"),
    "described": _part(*_ATTRIBUTED),
    "approval": _part("unquoted"),
    "notes": _part("always", *VOICED),
    "others": _part("always"),
    "embargo": _part("always"),
    "yes": _part("read-back", "always"),
    "no": _part("always", *VOICED),
    "maybe": _part("always"),
    "silence": _part("always"),
    "counter": _part("always"),
    "talk": _part("always"),
    "hindsight": _part("always"),
    "return": _part("always"),
    "close": _part("always", *VOICED),
}

_SOURCES_PARTS: Shape = {**_PARTS, "asked": _part("always")}

_REPORTERS_PARTS: Shape = {
    **_PARTS,
    "promising": _part("always"),
    "offer": _part("always"),
    "hint": _part("always"),
    "group": _part("always"),
}


def _side(parts: Shape, practices: Shape) -> Shape:
    return {
        "title": Slot(_ABOUT, needs=("name",)),
        "footer": Slot(("version",), needs=("policy", "id")),
        "footer-unnamed": Slot(),
        "intros": {level.value: Slot(_ABOUT) for level in Level},
        "notes": {level.value: Slot(_ABOUT) for level in Level},
        "meaning": _by_permission(Slot()),
        "conditions": _CONDITIONS,
        "read-back": _READ_BACK,
        "questions": {axis: Slot() for axis in AXES},
        "why": _WHY,
        "practices": {**practices, "second-hand": Slot(("policy",))},
        "parts": parts,
    }


_CONDITIONS: Shape = {
    "described": Slot(needs=("descriptions",)),
    "none-in-common": Slot(),
    "also-described": Slot(needs=("descriptions",)),
    "quote-approval": Slot(),
    "until": Slot(needs=("instant",)),
    "event": Slot(needs=("event",)),
    "delete-by": Slot(needs=("day",)),
    "tell": Slot(needs=("people",)),
    "tell-nobody": Slot(),
}

_PHRASES = Slot(is_list=True, is_optional=True)

_READ_BACK: Shape = {
    "opening": Slot(needs=("now",)),
    "may": Slot(needs=("list",)),
    "may-not": Slot(needs=("list",)),
    "must": Slot(needs=("list",)),
    "closing": Slot(),
    "described": Slot(needs=("descriptions",)),
    "quote-approval": Slot(),
    "until": Slot(needs=("instant",)),
    "event": Slot(needs=("event",)),
    "delete-by": Slot(needs=("day",)),
    "tell": Slot(needs=("people",)),
    "tell-nobody": Slot(),
    **_by_permission({"may": _PHRASES, "not": _PHRASES}),
}

_WHY: Shape = {
    "silent": Slot(("policy",)),
    "unverified": Slot(("policy",)),
    "negotiable": Slot(("policy",)),
    "different": Slot(("theirs", "mine")),
    "open": Slot(),
}

SHAPE: Shape = {
    "language": Slot(),
    "some-outlet": Slot(),
    "joining": {
        "and": Slot(),
        "or": Slot(),
        "quoted": Slot(needs=("words",)),
    },
    "dates": {
        "months": Slot(is_list=True),
        "day": Slot(needs=("number", "month", "year")),
        "instant": Slot(needs=("time", "zone", "day")),
    },
    "approvers": {name: Slot() for name in APPROVERS},
    "levels": {level.value: {"ask": Slot(), "now": Slot(), "name": Slot()} for level in Level},
    Side.SOURCE.value: _side(_SOURCES_PARTS, _PRACTICES),
    Side.REPORTER.value: _side(_REPORTERS_PARTS, _REPORTERS_PRACTICES),
}
"""Every key of the file, in the order of its reference. `names` comes on top: see `wording`."""
