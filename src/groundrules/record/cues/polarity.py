"""Polarity: whether what is mentioned in a clause is allowed there or refused.

Read from left to right: a permission ("you can", "fine to") allows what follows it, a refusal
("not", "no", "without", "keep … out") refuses it, each as far as its clause goes; a clause that
has neither goes on as the one before it ("don't name me or quote me"). A refusal may also stand
behind what it refuses ("my name stays out").
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.cues.clauses import MODAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.record.cues.clauses import Clause


class _Does(Enum):
    ALLOW = "allow"
    REFUSE = "refuse"
    TURN = "turn"


_OWN = r"(?:my|your|our|his|her|their|the|a|any|prior|first)"
_HARMLESS = (
    r"not (?:only|just|merely|even if|to mention|later than)|no (?:doubt|matter|later|sooner)"
    rf"|without (?:{_OWN} (?:\w+ )?(?:approval|ok|permission|consent|say so|agreement|sign off)"
    r"|asking|checking|telling|talking|speaking|clearing|running|exception|a doubt)"
    r"|until not|if not|or not|whether or not"
)
_ALLOWS = (
    r"nothing (?:stops|prevents|keeps|hinders|wrong with|speaks against)|(?:have|has"
    r"|is|are|see|got|be|with|would be)? ?(?:no|not an?|not any) "
    r"(?:real )?(?:problem|objection|issue|trouble|bother|harm)s?"
    r"|(?:do|does|would|will) not (?:mind|care|object|matter|hurt|bother)|why not"
    r"|(?:not|no) (?:a )?(?:secret|confidential|private|hidden|off limits|out of bounds)"
    rf"|{MODAL}|fine|ok|all right|allowed|permitted|welcome|free|happy|glad|feel free|go ahead"
    r"|agree|entitled|at liberty|permission|yes|sure|good with|cool with"
)
_REFUSES = (
    r"not|never|nor|neither|none|nothing|nobody|no|without|rather than|instead of|under no \w+"
    r"|refuse|refuses|refrain|forbidden|forbid|prohibited|banned|barred|out of the question"
)
_OUT = r"(?:out|off|away)"
_HUSH = r"(?:secret|private|confidential|quiet|hidden|to (?:yourself|myself|ourselves|themselves))"
_TURNS = (
    rf"(?:keep|keeps|kept|keeping|leave|leaves|left|leaving|cut|take|taking|strike|stay|stays)"
    rf"(?= (?:[\w']+ ){{0,7}}?(?:{_OUT}|{_HUSH})\b)|(?:leave|leaving) (?:out|off)"
    r"|hide|hides|hiding|withhold|withholds|withholding|conceal|conceals|omit|omits|omitting"
    r"|protect|protects|protecting|shield|suppress|drop|avoid|avoids|avoiding|skip|mask|disguise"
    rf"|(?:is|are|be|stays?|remains?|kept) (?:strictly |completely |entirely )?"
    rf"(?:{_HUSH}|out(?! of the question)|off limits|off the table|out of bounds"
    rf"|protected|withheld)"
    r"|off limits|out of bounds|taboo"
)
_EVENT = re.compile(
    rf"\b(?:(?P<skip>{_HARMLESS})|(?P<allow1>{_ALLOWS})|(?P<turn>{_TURNS})|(?P<refuse>{_REFUSES}))"
    r"(?=$|\W)"
)


_ENDS = re.compile(rf"\b(?:{_OUT}|{_HUSH})\b")
"""Behind these a refusal is over: `leave my name out and call me a teacher`."""


class _Event(NamedTuple):
    does: _Does
    start: int
    end: int
    ends_here: bool


class Mention(NamedTuple):
    """Something that a clause speaks of: where it stands, and what the reader calls it.

    Attributes:
        name: the name of what is mentioned, as `mentions` has it.
        start: where it begins in the plain text.
        end: where it ends.
    """

    name: str
    start: int
    end: int


class Polarity:
    """Which mentions of one sentence are allowed and which refused."""

    def __init__(self, text: str, parts: Sequence[Clause], mentions: Sequence[Mention]) -> None:
        """Read every permission and refusal that stands outside the mentions."""
        self._clauses = parts
        self._events = [_events(text, clause, mentions) for clause in parts]
        self._inherited = [True] * len(parts)
        self._inherited_from_ahead: dict[int, bool] = {}
        self._pass_on(text)
        self._pass_back(mentions)

    def allows(self, mention: Mention, others: Sequence[Mention]) -> bool:
        """Tell whether the sentence allows what it mentions here."""
        place = self._clause_of(mention)
        if mention.name == "described" and self._clauses[place].join in ("and", ","):
            return _state(self._before(place, mention), start=True)
        events = self._events[place]
        before = self._before(place, mention)
        if before:
            refused = self._clauses[place].join == "nor"
            return _state(before, start=self._inherited[place], refused=refused)
        limit = min((o.start for o in others if o.start >= mention.end), default=1 << 31)
        after = [event for event in events if mention.end <= event.start < limit]
        if after:
            return _state(after, start=True)
        if self._stands_alone(place + 1):
            return _state(self._events[place + 1], start=True)
        return self._inherited_from_ahead.get(place, self._inherited[place])

    def _before(self, place: int, mention: Mention) -> list[_Event]:
        return [event for event in self._events[place] if event.start < mention.start]

    def _clause_of(self, mention: Mention) -> int:
        places = [i for i, clause in enumerate(self._clauses) if clause.start <= mention.start]
        return places[-1]

    def _pass_on(self, text: str) -> None:
        """Let each clause without a head of its own go on as the one before it."""
        state = True
        for place, clause in enumerate(self._clauses):
            only = bool(_ONLY.match(text, clause.start)) and clause.join == ","
            self._inherited[place] = state = only or _begin(clause, state)
            refused = clause.join == "nor"
            lasting = [event for event in self._events[place] if not event.ends_here]
            state = _state(lasting, start=state, refused=refused)

    def _pass_back(self, mentions: Sequence[Mention]) -> None:
        """Let `my name and my job stay out` refuse both: the predicate stands behind the last."""
        for place in range(len(self._clauses) - 2, -1, -1):
            ahead = place + 1
            joined = self._clauses[ahead].join in ("and", "or", "nor", ",")
            if self._events[place] or not joined or self._inherited[place] is False:
                continue
            if ahead in self._inherited_from_ahead:
                self._inherited_from_ahead[place] = self._inherited_from_ahead[ahead]
            elif self._is_behind(ahead, mentions):
                self._inherited_from_ahead[place] = _state(self._events[ahead], start=True)

    def _is_behind(self, place: int, mentions: Sequence[Mention]) -> bool:
        clause, events = self._clauses[place], self._events[place]
        starts = [m.start for m in mentions if clause.start <= m.start < clause.end]
        return bool(events and starts and starts[0] < events[0].start)

    def _stands_alone(self, place: int) -> bool:
        """Tell whether a clause is nothing but a yes or a no to the one before: `my name, no`."""
        if place >= len(self._clauses):
            return False
        clause, events = self._clauses[place], self._events[place]
        said = sum(event.end - event.start for event in events)
        return bool(events) and clause.join == "," and clause.end - clause.start - said <= _BLANKS


_BEGINS_ANEW = frozenset(
    [
        "but only if",
        "only when",
        "only where",
        "only once",
        "only after",
        "as long as",
        "so long as",
        "provided",
        "provided that",
        "providing",
        "on condition that",
        "on the condition that",
        "but",
        "yet",
        "though",
        "although",
        "while",
        "whereas",
        "however",
        "instead",
        "even if",
        "because",
    ]
)
_BLANKS = 3
_ONLY = re.compile(r" ?(?:only|just|merely) ")


def _begin(clause: Clause, state: bool) -> bool:  # noqa: FBT001 - what went before
    """Return how a clause begins that has no permission or refusal of its own."""
    if clause.join in ("nor", "except"):
        return clause.join == "except" and not state
    return clause.join in _BEGINS_ANEW or state


def _events(text: str, clause: Clause, mentions: Sequence[Mention]) -> list[_Event]:
    found = [
        _Event(_Does.REFUSE, one.start, one.start, ends_here=False)
        for one in mentions
        if one.name == "nobody" and clause.start <= one.start < clause.end
    ]
    for match in _EVENT.finditer(text, clause.start, clause.end):
        kind = match.lastgroup
        inside = any(m.start <= match.start() < m.end for m in mentions)
        if kind == "skip" or inside:
            continue
        does = _Does.ALLOW if kind == "allow1" else _Does.TURN if kind == "turn" else _Does.REFUSE
        ends_here = does is _Does.TURN and bool(_ENDS.search(text, match.end(), clause.end))
        found.append(_Event(does, match.start(), match.end(), ends_here))
    return sorted(found, key=lambda event: event.start)


def _state(events: Sequence[_Event], *, start: bool, refused: bool = False) -> bool:
    """Return whether what stands behind these events is allowed."""
    state, headed = start, refused
    for event in events:
        if event.does is _Does.REFUSE:
            state, refused, headed = False, True, True
        elif event.does is _Does.ALLOW:
            state, headed = (state if refused else True), True
        else:
            state, headed = (not state if headed else False), True
    return state
