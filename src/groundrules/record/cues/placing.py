"""Placing: what a phrase is at its point of the talk.

The same words ask, state or take back, as it was told something before them, as something is told
behind them, and as terms are in force.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.cues.cutting import tells
from groundrules.record.cues.listening import tells_besides
from groundrules.record.cues.plain import plain
from groundrules.record.cues.replies import asks_consent
from groundrules.record.facts import Kind, Proposal
from groundrules.terms.levels import Level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from groundrules.record.cues.cue import Cue


class Point(NamedTuple):
    """Where in a talk a turn stands.

    Attributes:
        text: the words of the turn.
        by_reporter: a reporter speaks it.
        negotiated: it is a talk of negotiators.
        told: how often a speaker whom nothing binds has told something before; 0 for the bound.
        settled: nobody's words stand on terms, and none await an answer.
        since: turns since terms were put last.
    """

    text: str
    by_reporter: bool
    negotiated: bool
    told: int
    settled: bool
    since: int

    @property
    def put(self) -> Kind:
        """Return what it is here to put terms to the other side."""
        return Kind.TERMS_OFFERED if self.by_reporter else Kind.TERMS_ASKED

    def behind(self, cue: Cue) -> str:
        """Return the words of the turn behind a cue."""
        return self.text[cue.end :]


def placed(cues: Iterable[Cue], point: Point) -> tuple[Cue, ...]:
    """Return the cues of a turn as what they are at its point of the talk."""
    found: list[Cue] = []
    for cue in cues:
        rule = _RULES.get(cue.kind)
        put_before = any(one.kind in _PUTS for one in found)
        as_is = rule is None or (put_before and cue.kind is Kind.TERMS_DEFINED)
        one = cue if as_is or rule is None else rule(cue, point)
        if one:
            found.append(one)
    return tuple(found)


def _stated(cue: Cue, point: Point) -> Cue:
    """Terms that are stated and left at that, or put with a question, wait for an answer."""
    if cue.proposal == _ON_THE_RECORD:
        return cue
    if _is_bare(cue, point.text):
        return _asked(cue._replace(kind=point.put), point)
    behind = point.behind(cue)
    if asks_consent(plain(behind).text) and not tells(behind):
        return cue._replace(kind=point.put)
    return _of_what_was_told(cue, point)


def _asked(cue: Cue, point: Point) -> Cue:
    if point.told > 1 and _ALL_OF_IT.search(_words(cue, point)):
        return cue._replace(kind=Kind.RETROACTIVE_REQUESTED)
    return _of_what_was_told(cue, point)


def _of_what_was_told(cue: Cue, point: Point) -> Cue:
    """`That` looks back, `this` looks ahead."""
    if point.told and _OF_THAT.search(_words(cue, point)):
        return cue._replace(kind=Kind.RETROACTIVE_REQUESTED)
    return cue


def _meant(cue: Cue, point: Point) -> Cue | None:
    """A meaning is one only near the terms that it is of; alone it may put terms itself."""
    levelled = cue.proposal is not None and cue.proposal.level is not None
    speaks = levelled or asks_consent(plain(point.behind(cue)).text)
    if point.settled:
        return cue._replace(kind=point.put) if speaks else None
    return cue if speaks or point.since <= _A_WHILE else None


def _hinted(cue: Cue, point: Point) -> Cue:
    """Between negotiators, to say that words must not leave the room is to ask for terms."""
    if point.negotiated and _STAYS_HERE.search(_words(cue, point)):
        return cue._replace(kind=Kind.TERMS_ASKED, proposal=_OFF_THE_RECORD)
    return cue


def _is_bare(cue: Cue, text: str) -> bool:
    """Tell whether terms are stated and nothing is told with them: that asks for an answer."""
    if tells(text[: cue.start]) or tells(text[cue.end :]):
        return False
    return not tells_besides(text[cue.start : cue.end])


def _words(cue: Cue, point: Point) -> str:
    return plain(point.text[cue.start : cue.end]).text


_RULES: dict[Kind, Callable[[Cue, Point], Cue | None]] = {
    Kind.TERMS_ASSERTED: _stated,
    Kind.TERMS_ASKED: _asked,
    Kind.TERMS_DEFINED: _meant,
    Kind.HINT_GIVEN: _hinted,
}
_PUTS = frozenset({Kind.TERMS_ASKED, Kind.TERMS_OFFERED})
_A_WHILE = 6
_OF_THAT = re.compile(
    r"^(?:(?:and|oh|but|so|by the way|obviously|of course|ok|um|well|,) ?)*(?:all (?:of )?that"
    r"|that|what i(?: have)?"
    r" (?:just )?(?:said|told)(?: you)?|everything i(?: have)? (?:just )?(?:said|told)(?: you)?"
    r"|those(?: \w+)?"
    r"|that (?:last )?(?:bit|part|one|thing|remark|line)) (?:is|are|was|were|stays?"
    r"|remains?)\b(?! (?:why|what|how"
    r"|because|something|the))|\b(?:can|could|may) (?:that|those|all that)(?: (?:last )?(?:bit"
    r"|part|one))? (?:be|stay|go)\b"
)
_ALL_OF_IT = re.compile(
    r"\b(?:all (?:of )?(?:this|that|it)|everything i (?:have )?(?:just )?(?:said|told)|this whole"
    r"|the whole (?:thing|talk|conversation|interview|lot))\b"
)
_STAYS_HERE = re.compile(r"\b(?:leave|stays?|remains?|goes no)\b")
_OFF_THE_RECORD = Proposal(level=Level.OFF_THE_RECORD)
_ON_THE_RECORD = Proposal(level=Level.ON_THE_RECORD)
