"""Every way on from a state of a play, and which answers keep the best of them open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.talk.drilling.play import choose
from groundrules.talk.drilling.score import score

if TYPE_CHECKING:
    from groundrules.talk.drilling.play import Play
    from groundrules.talk.drilling.scenario import Choice

MOST_STATES = 4000
"""The most states that the plays of one scenario may come to: each of them is looked at."""


def every_state(play: Play) -> tuple[Play, ...] | None:
    """Return this state and all that can follow; None where they are more than `MOST_STATES`."""
    states: list[Play] = []
    coming = [play]
    while coming and len(states) < MOST_STATES:
        at = coming.pop()
        states.append(at)
        if at.step:
            coming += [choose(at, choice) for choice in reversed(at.step.choices)]
    return None if coming else tuple(states)


def best_choices(play: Play) -> tuple[Choice, ...]:
    """Return those answers to a step after which the best outcome can still be had, in order.

    The best outcome is the one with the fewest breaches and, among those, with the goal out.
    """
    choices = play.step.choices if play.step else ()
    reached = [max(map(_worth, _finished(choose(play, choice)))) for choice in choices]
    best = max(reached, default=None)
    return tuple(one for one, worth in zip(choices, reached, strict=True) if worth == best)


def _finished(play: Play) -> list[Play]:
    return [state for state in every_state(play) or (play,) if state.ending]


def _worth(play: Play) -> tuple[int, bool]:
    result = score(play)
    return -len(result.breaches), result.is_full
