"""From the file of a scenario, already parsed, to the scenario, with every fault it has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from groundrules.record.transcript import Party, Role
from groundrules.tables.table import Faults, Table, nearest
from groundrules.talk.drilling.line_document import Cast, terms_from
from groundrules.talk.drilling.routes import look_for_lost_routes
from groundrules.talk.drilling.scenario import Difficulty, Point, Scenario, Side
from groundrules.talk.drilling.step_document import endings_from, steps_from

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from groundrules.tables.table import Document
    from groundrules.terms.policy import Policy

_KEYS = (
    *("title", "side", "difficulty", "policy", "outlet", "practices", "situation"),
    *("you", "earlier", "goal", "start", "people", "points", "steps", "endings"),
)
_PERSON_KEYS = ("role", "name", "of", "description")
_POINT_KEYS = ("about", "needs", "wants", "signs")
_PRACTICE = re.compile(r"[0-3]\.\d\d")
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_FEWEST = 2


def scenario_from(
    document: Document, load_policy: Callable[[str], Policy], policies: Collection[str]
) -> Scenario:
    """Return the scenario that a file describes.

    Args:
        document: the file.
        load_policy: returns the policy of a name; it is only asked for one of `policies`.
        policies: the names of the policies that there are.

    Raises:
        BadInput: with every fault of the file. The ways through it are looked at where its parts
            are sound.
    """
    faults = Faults()
    table = Table(document, faults, (), document.raw)
    table.allow(_KEYS, "key of a scenario")
    name = table.choice("policy", policies)
    if not name:
        faults.close()
    scenario = _scenario(table, load_policy(name))
    faults.close()
    look_for_lost_routes(scenario, table)
    faults.close()
    return scenario


def _scenario(table: Table, policy: Policy) -> Scenario:
    parties = tuple(_party(name, person) for name, person in table.table("people").tables())
    side = table.choice("side", Side)
    difficulty = table.choice("difficulty", Difficulty)
    you = _you(table, parties, side)
    points = {name: _point(name, one, policy) for name, one in table.table("points").tables()}
    cast = Cast({party.id: party.id for party in parties}, points)
    other = next((party.id for party in parties if party.id != you), "")
    steps = steps_from(table.table("steps"), cast, you, other)
    return Scenario(
        name=table.document.name,
        title=table.text("title", required=True),
        side=Side(side or Side.SOURCE),
        difficulty=Difficulty(difficulty or Difficulty.EASY),
        policy=policy,
        outlet=table.text("outlet"),
        situation=table.paragraphs("situation", required=True),
        practices=_practices(table),
        parties=parties,
        you=you,
        earlier=terms_from(table, "earlier", policy),
        points=points,
        goal=_goal(table, points),
        start=table.choice("start", steps),
        steps=steps,
        endings=endings_from(table.table("endings"), cast, other),
    )


def _party(name: str, table: Table) -> Party:
    table.allow(_PERSON_KEYS, "key of a person")
    if not _ID.fullmatch(name):
        remedy = "begin with a letter; letters a to z, digits, _ and - may follow"
        table.refuse("", "this is no id for a person", remedy)
    return Party(
        name,
        Role(table.choice("role", Role) or Role.OTHER),
        table.text("name", required=True),
        table.texts("of"),
        (),
        table.text("description"),
    )


def _you(table: Table, parties: tuple[Party, ...], side: str) -> str:
    """Return whom the person plays: a reporter on the reporters' side, and else somebody else."""
    if len(parties) < _FEWEST:
        remedy = "add [people.S1] and [people.AR], each with role and name"
        table.refuse("people", "a talk takes two", remedy)
        return ""
    suited = [party.id for party in parties if party.is_reporter is (side == Side.REPORTER)]
    return table.choice("you", suited)


def _point(name: str, table: Table, policy: Policy) -> Point:
    table.allow(_POINT_KEYS, "key of a point")
    if "needs" not in table.raw and "wants" not in table.raw:
        remedy = 'write needs = "attribute=description", or wants = "publish=yes"'
        table.refuse("", "it says neither what it needs nor what it is wanted for", remedy)
    return Point(
        name,
        table.text("about", required=True),
        terms_from(table, "needs", policy),
        terms_from(table, "wants", policy, at_least=True),
        tuple(sign.casefold() for sign in table.texts("signs")),
    )


def _goal(table: Table, points: Collection[str]) -> str:
    goal = table.text("goal")
    if goal and goal not in points:
        table.refuse("goal", "there is no such point", nearest(goal, points))
    return goal


def _practices(table: Table) -> tuple[str, ...]:
    practices = table.texts("practices")
    for practice in practices:
        if not _PRACTICE.fullmatch(practice):
            table.refuse("practices", "this is no id of a practice", 'write it as in "3.34"')
    return practices
