"""The ways through a scenario: does each lead to an end, is each step on one, can all go well?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.tables.table import nearest
from groundrules.talk.drilling.paths import MOST_STATES, every_state
from groundrules.talk.drilling.play import begin
from groundrules.talk.drilling.score import score

if TYPE_CHECKING:
    from groundrules.tables.table import Table
    from groundrules.talk.drilling.play import Play
    from groundrules.talk.drilling.scenario import Scenario


def look_for_lost_routes(scenario: Scenario, table: Table) -> None:
    """Note every fault of the ways from the first step to the endings.

    Args:
        scenario: a scenario whose lines are sound.
        table: the whole file.
    """
    _look_for_untold(scenario, table)
    if _leads_astray(scenario, table):
        return
    _look_for_unreached(scenario, table)
    states = every_state(begin(scenario))
    if states is None:
        remedy = "take choices away, or let several lead to one step"
        message = f"there are too many ways through it: more than {MOST_STATES:,} states"
        table.refuse("steps", message, remedy)
    else:
        _look_for_lost_plays(scenario, states, table)


def _leads_astray(scenario: Scenario, table: Table) -> bool:
    """Note the choices that lead nowhere, or in a circle; tell whether there are any."""
    known = {**scenario.steps, **scenario.endings}
    before = len(table.faults.found)
    for step in scenario.steps.values():
        for choice in step.choices:
            if choice.follows not in known:
                there = table.table("steps").table(step.name).table("choices").table(choice.name)
                remedy = nearest(choice.follows, known)
                there.refuse("next", "there is no such step and no such ending", remedy)
    if len(table.faults.found) == before and (circle := _in_circle(scenario)):
        message = "it can be come back to from itself, so that a play might never end"
        table.table("steps").table(circle).refuse("", message, "let the choices lead onwards only")
    return len(table.faults.found) > before


def _in_circle(scenario: Scenario) -> str:
    """Return a step that comes back to itself, or ""."""
    waiting = dict(scenario.steps)
    while waiting:
        done = [
            name
            for name, step in waiting.items()
            if all(choice.follows not in waiting for choice in step.choices)
        ]
        if not done:
            return next(iter(waiting))
        for name in done:
            del waiting[name]
    return ""


def _look_for_unreached(scenario: Scenario, table: Table) -> None:
    reached: set[str] = set()
    coming = [scenario.start]
    while coming:
        name = coming.pop()
        reached.add(name)
        if name in scenario.steps:
            coming += [choice.follows for choice in scenario.steps[name].choices]
    for kind, named in (("steps", scenario.steps), ("endings", scenario.endings)):
        for name in named:
            if name not in reached:
                remedy = "let a choice lead to it, or take it away"
                table.table(kind).table(name).refuse("", "no choice leads to it", remedy)


def _look_for_untold(scenario: Scenario, table: Table) -> None:
    told = {point for line in scenario.lines() for point in line.holds}
    for name in scenario.points:
        if name not in told:
            remedy = f'write holds = ["{name}"] at a line that tells it, or take it away'
            table.table("points").table(name).refuse("", "no line tells it", remedy)


def _look_for_lost_plays(scenario: Scenario, states: tuple[Play, ...], table: Table) -> None:
    scored = [(state, score(state)) for state in states]
    ends = [(state, result) for state, result in scored if state.ending]
    if not any(result.is_full for _, result in ends):
        remedy = "add the answer that would have kept every law, and let the goal get out"
        table.refuse("steps", "no way through it keeps every law and reaches the goal", remedy)
    if all(result.is_full for _, result in ends):
        remedy = "add an answer that a law would decide against"
        table.refuse("steps", "nothing can go wrong in it, so that it teaches nothing", remedy)
    lawful = {
        state.taken[:length]
        for state, result in ends
        if result.is_lawful
        for length in range(len(state.taken) + 1)
    }
    unharmed = (state for state, result in scored if result.is_lawful)
    lost = {state.at for state in unharmed if state.taken not in lawful}
    for name in scenario.steps:
        if name in lost:
            message = "whoever comes here unharmed may have no choice that keeps every law"
            remedy = "add a choice that keeps them: to say nothing is always one"
            table.table("steps").table(name).refuse("choices", message, remedy)
