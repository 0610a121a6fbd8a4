"""Meanings: what an answer, or a sentence, may be heard to do, and the facts that this makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.cues.cue import Waiting
from groundrules.record.facts import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.record.cues.cue import Cue

ANSWERS = ("none", "agree", "counter", "decline", "unclear", "define")
"""What a turn may do with what awaits its answer, in the order of the weights."""

ACTS = ("none", "put", "retroactive", "return", "hint")
"""What a sentence may do of its own accord, in the order of the weights."""

AWAITED = {
    Waiting.ASKED: "terms",
    Waiting.DISCLOSED: "terms",
    Waiting.RETURN: "return",
    Waiting.RETROACTIVE: "retroactive",
}
"""What an answer would be to, by what awaits it; nothing else awaits any."""

ANSWER_KINDS = {
    "terms": {
        "agree": Kind.TERMS_AGREED,
        "counter": Kind.TERMS_COUNTERED,
        "decline": Kind.TERMS_DECLINED,
        "unclear": Kind.MARKED_UNCLEAR,
        "define": Kind.TERMS_DEFINED,
    },
    "return": {"agree": Kind.RETURN_ACCEPTED, "decline": Kind.TERMS_DECLINED},
    "retroactive": {"agree": Kind.GRACE_GRANTED, "decline": Kind.TERMS_DECLINED},
}
"""The fact that an answer makes, by what it is to; none for the other answers."""

ACT_KINDS = {
    "retroactive": Kind.RETROACTIVE_REQUESTED,
    "return": Kind.RETURNED_TO_RECORD,
    "hint": Kind.HINT_GIVEN,
}
"""The fact that an act makes; to put terms is an ask or an offer, by who speaks."""

_ANSWERED = {
    "counter": frozenset((Kind.TERMS_COUNTERED, Kind.TERMS_ASKED, Kind.TERMS_OFFERED)),
    "agree": frozenset((Kind.TERMS_AGREED, Kind.RETURN_ACCEPTED, Kind.GRACE_GRANTED)),
    "define": frozenset((Kind.TERMS_DEFINED,)),
    "decline": frozenset((Kind.TERMS_DECLINED,)),
    "unclear": frozenset((Kind.MARKED_UNCLEAR,)),
}
_DONE = {
    "put": frozenset(
        (
            Kind.TERMS_ASKED,
            Kind.TERMS_OFFERED,
            Kind.TERMS_ASSERTED,
            Kind.TERMS_ANNOUNCED,
            Kind.TERMS_COUNTERED,
            Kind.TERMS_DEFINED,
        )
    ),
    **{name: frozenset((kind,)) for name, kind in ACT_KINDS.items()},
}
ANY_ANSWER = frozenset(kind for kinds in _ANSWERED.values() for kind in kinds)
ANY_ACT = frozenset(kind for kinds in _DONE.values() for kind in kinds)


def answer_of(cues: Iterable[Cue]) -> str:
    """Return which of `ANSWERS` the cues of a turn come to."""
    kinds = {cue.kind for cue in cues}
    return next((name for name, read_as in _ANSWERED.items() if kinds & read_as), "none")


def act_of(cues: Iterable[Cue]) -> str:
    """Return which of `ACTS` the cues of a sentence come to."""
    kinds = {cue.kind for cue in cues}
    return next((name for name, read_as in _DONE.items() if kinds & read_as), "none")
