"""A play of a scenario: a conversation that grows turn by turn, and never changes behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.facts import Turns
from groundrules.record.timeline import fold
from groundrules.record.transcript import Conversation, Place, Turn

if TYPE_CHECKING:
    from groundrules.record.facts import Fact
    from groundrules.record.timeline import Timeline
    from groundrules.talk.drilling.scenario import Act, Choice, Ending, Line, Scenario, Step


class Told(NamedTuple):
    """A point that was told, and where in the talk."""

    point: str
    place: Place


class Play(NamedTuple):
    """The state of one play.

    Attributes:
        conversation: what was said and done so far: a record like any other.
        told: the points told so far, in the order of the talk.
        at: the name of the step that waits for an answer, or of the ending.
        taken: the names of the choices taken, in order.
    """

    scenario: Scenario
    conversation: Conversation
    told: tuple[Told, ...]
    at: str
    taken: tuple[str, ...] = ()

    @property
    def step(self) -> Step | None:
        """Return the step that waits for an answer; None where the play is over."""
        return self.scenario.steps.get(self.at)

    @property
    def ending(self) -> Ending | None:
        """Return how the play ended; None where it is not over."""
        return self.scenario.endings.get(self.at)

    def timeline(self) -> Timeline:
        """Return the talk so far, folded under the scenario's policy."""
        return fold(self.conversation, self.scenario.policy)


def begin(scenario: Scenario) -> Play:
    """Return the play at its first step, the other side's first line already said."""
    conversation = Conversation(
        f"drill-{scenario.name}",
        scenario.parties,
        outlet=scenario.outlet,
        policy=scenario.policy.id,
        matter=scenario.title,
    )
    return _arrive(Play(scenario, conversation, (), scenario.start))


def choose(play: Play, choice: Choice, said: Line | None = None) -> Play:
    """Return the play after an answer and what the other side says to it.

    Args:
        play: a play that is not over.
        choice: one of the choices of its step, whose way it goes.
        said: what the person said instead of the choice's own line, if it was typed.
    """
    after = _say(play, said or choice.line)
    return _arrive(after._replace(at=choice.follows, taken=(*play.taken, choice.name)))


def _arrive(play: Play) -> Play:
    """Return the play with the line of the step or ending that it has come to."""
    place = play.step or play.ending
    assert place  # noqa: S101 - a scenario is only read where every step that is named exists
    return _say(play, place.line) if place.line.text or place.line.acts else play


def _say(play: Play, line: Line) -> Play:
    conversation = play.conversation
    number = len(conversation.turns) + 1
    parts = (line.words, line.then) if line.then else (line.words,)
    facts = tuple(filter(None, (_fact(play, act, Place(number)) for act in line.acts)))
    told = tuple(Told(point, Place(number, len(parts))) for point in line.holds)
    return play._replace(
        conversation=conversation._replace(
            turns=(*conversation.turns, Turn(number, line.by, parts)),
            facts=(*conversation.facts, *facts),
        ),
        told=(*play.told, *told),
    )


def _fact(play: Play, act: Act, place: Place) -> Fact | None:
    """Return the fact at its place; None where it is about points of which nobody has spoken."""
    if not act.about:
        return act.fact._replace(at=place)
    turns = (one.place.turn for one in play.told if one.point in act.about)
    about = tuple(Turns(turn, turn) for turn in dict.fromkeys(turns))
    return act.fact._replace(at=place, turns=about) if about else None
