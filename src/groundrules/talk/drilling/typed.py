"""A typed answer: what it does to the terms, what it tells, and whose way it goes on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.cues.cue import Waiting
from groundrules.record.cues.reader import read_turn
from groundrules.record.facts import PROPOSALS, Fact, Kind
from groundrules.talk.drilling.scenario import Act, Line, Side

if TYPE_CHECKING:
    from groundrules.record.cues.cue import Cue
    from groundrules.talk.drilling.play import Play
    from groundrules.talk.drilling.scenario import Choice, Step
    from groundrules.terms.levels import Level

    Signature = frozenset[tuple[Kind, object]]


class Typed(NamedTuple):
    """A typed answer, understood.

    Attributes:
        line: what was said, with the acts and the points that were heard in it.
        choice: the choice whose way the talk goes on.
        is_like: the choice does the same; else it is the way for whatever is like none.
    """

    line: Line
    choice: Choice
    is_like: bool


def understand(play: Play, step: Step, text: str) -> Typed:
    """Return what a typed answer does, by the words that are heard in it.

    A person can see from it what was understood. Words in which nothing is heard are plain talk on
    the terms that hold; they tell a point where one of its signs is among them.

    Args:
        play: the play, at this step.
        step: what is answered.
        text: what was typed, on one line.
    """
    scenario = play.scenario
    is_reporter = scenario.side is Side.REPORTER
    waiting, level = waiting_for(play)
    cues = read_turn(text, by_reporter=is_reporter, waiting=waiting, asked=level)
    acts = tuple(filter(None, (_act(play, cue, text) for cue in cues)))
    line = Line(scenario.you, text, acts, holds=_told(play, text))
    alike = (choice for choice in step.choices if _does(choice.line) == _does(line))
    choice = next(alike, None) if acts or line.holds else None
    return Typed(line, choice or step.otherwise, choice is not None)


def waiting_for(play: Play) -> tuple[Waiting, Level | None]:
    """Return what the next answer may be answering, and the level that was put, if one was."""
    waiting, level = Waiting.NOTHING, None
    for fact in play.conversation.facts:
        kind = fact.kind
        if kind in PROPOSALS:
            waiting, level = _put(play, fact), fact.proposal.level if fact.proposal else None
        elif kind in _SETTLING:
            waiting, level = Waiting.NOTHING, None
        elif fact.by != play.scenario.you and kind in _OTHERS:
            waiting, level = _OTHERS[kind], None
    return waiting, level


_SETTLING = frozenset(
    {Kind.TERMS_AGREED, Kind.CONSENT_IMPLIED, Kind.TERMS_DECLINED, Kind.RETURN_ACCEPTED}
)
_OTHERS = {
    Kind.RETURNED_TO_RECORD: Waiting.RETURN,
    Kind.RETROACTIVE_REQUESTED: Waiting.RETROACTIVE,
}


def _put(play: Play, fact: Fact) -> Waiting:
    """Return how terms wait that somebody put; who goes on to tell wants more than a murmur."""
    if fact.by == play.scenario.you:
        return Waiting.OWN
    went_on = len(play.conversation.turns[fact.at.turn - 1].parts) > 1
    return Waiting.DISCLOSED if went_on else Waiting.ASKED


def _act(play: Play, cue: Cue, text: str) -> Act | None:
    """Return a cue as an act; a grace is about all that was told, and none where nothing was."""
    is_grace = cue.kind is Kind.GRACE_GRANTED
    about = tuple(dict.fromkeys(told.point for told in play.told)) if is_grace else ()
    if is_grace and not about:
        return None
    words = text if is_grace else ""
    return Act(Fact(cue.kind, play.scenario.you, proposal=cue.proposal, words=words), about)


def _told(play: Play, text: str) -> tuple[str, ...]:
    if play.scenario.side is Side.REPORTER:
        return ()
    words = re.findall(r"[^\W_]+", text.casefold())
    return tuple(
        name
        for name, point in play.scenario.points.items()
        if any(word.startswith(sign) for sign in point.signs for word in words)
    )


def _does(line: Line) -> tuple[Signature, frozenset[str]]:
    """Return what a line does and tells, as far as two lines are compared."""
    acts = frozenset(
        (act.fact.kind, act.fact.proposal.level if act.fact.proposal else None) for act in line.acts
    )
    return acts, frozenset(line.holds)
