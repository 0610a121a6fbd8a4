"""The score of a play: what the fold of the talk makes of each point that was told."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from groundrules.talk.drilling.reasons import reason_for
from groundrules.talk.drilling.verdict import Verdict, verdict_on

if TYPE_CHECKING:
    from groundrules.record.standing import Standing
    from groundrules.talk.drilling.laws import Reason
    from groundrules.talk.drilling.play import Play
    from groundrules.talk.drilling.scenario import Point


class Outcome(NamedTuple):
    """One point that was told, and how it stands now."""

    point: Point
    standing: Standing
    verdict: Verdict
    reason: Reason

    @property
    def is_kept(self) -> bool:
        """Tell whether it stands as the person needs it."""
        return self.verdict is Verdict.FITS


class Goal(StrEnum):
    """What became of the point that should get out."""

    NONE = "none"
    OUT = "out"
    SPOILT = "spoilt"
    INSIDE = "inside"


class Score(NamedTuple):
    """What a play has come to.

    Attributes:
        outcomes: every point that was told, in the order of the talk.
        goal: whether the point that should get out did, and on terms that will do.
    """

    outcomes: tuple[Outcome, ...]
    goal: Goal

    @property
    def breaches(self) -> tuple[Outcome, ...]:
        """Return the points that do not stand as the person needs them."""
        return tuple(one for one in self.outcomes if not one.is_kept)

    @property
    def is_lawful(self) -> bool:
        """Tell whether nothing went wrong. Who says nothing always gets that far."""
        return not self.breaches

    @property
    def is_full(self) -> bool:
        """Tell whether nothing went wrong and the goal, if there is one, is reached."""
        return self.is_lawful and self.goal in {Goal.NONE, Goal.OUT}


def score(play: Play) -> Score:
    """Return the score of a play, over or not, under the five laws and by nothing else."""
    timeline = play.timeline()
    by_place = {standing.statement.place: standing for standing in timeline.standings}
    scenario = play.scenario
    outcomes = []
    for told in play.told:
        point, standing = scenario.points[told.point], by_place[told.place]
        verdict = verdict_on(point, standing, scenario.side)
        reason = reason_for(scenario, point, standing, verdict, timeline)
        outcomes.append(Outcome(point, standing, verdict, reason))
    return Score(tuple(outcomes), _goal(scenario.goal, outcomes))


def _goal(goal: str, outcomes: list[Outcome]) -> Goal:
    kept = [one.is_kept for one in outcomes if one.point.name == goal]
    if not goal:
        return Goal.NONE
    if not kept:
        return Goal.INSIDE
    return Goal.OUT if any(kept) else Goal.SPOILT
