"""Every stage of a negotiation, every move from it, and a hundred thousand negotiations."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from negotiations import (
    IN_TALK,
    REPORTER,
    SOURCE,
    TWO,
    come_to,
    moves,
    negotiation,
    said_next,
)

from groundrules.record.facts import Fact, Kind
from groundrules.record.negotiation import Stage, stage
from groundrules.record.standing import OPEN, Basis
from groundrules.record.timeline import fold
from groundrules.record.transcript import AFTERWARDS, Turn
from groundrules.terms.promise import ON_THE_RECORD
from talks import HOUSE

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "negotiation.md"
PORTIONS = 20
PER_PORTION = 5_000
FREEING = {Kind.STATEMENT_RELEASED, Kind.EMBARGO_LIFTED, Kind.EVENT_HAPPENED}
SIDES = ((REPORTER, "BR"), (SOURCE, "S2", "MO"))


def documented() -> dict[tuple[str, Kind, Stage], str]:
    """Return the cells of the page's two tables: who does what at which stage, to what follows."""
    cells = {}
    for who, by in (("source", SOURCE), ("reporter", REPORTER)):
        table = PAGE.read_text(encoding="utf-8").partition(f"| the {who} … |")[2].partition("\n\n")
        head, _, *rows = table[0].splitlines()
        stages = [Stage(name.strip(" `")) for name in head.strip("|").split("|")]
        for row in rows:
            act, *results = [cell.strip(" `") for cell in row.strip("|").split("|")]
            for at, result in zip(stages, results, strict=True):
                cells[by, Kind(act), at] = result
    return cells


DOCUMENTED = documented()


def test_the_page_has_every_stage_and_every_act_of_both_sides():
    assert {(by, kind, at) for by in (SOURCE, REPORTER) for kind in IN_TALK for at in Stage} == set(
        DOCUMENTED
    )


@pytest.mark.parametrize("at", Stage)
def test_every_stage_is_reached(at):
    assert at is stage(come_to(at), HOUSE, SOURCE)


@pytest.mark.parametrize("at", Stage)
def test_every_move_leads_where_the_page_says(at):
    for move in moves(come_to(at), HOUSE, SOURCE):
        stays = "=" if move.changes else "–"
        follows = stays if move.stage is at else move.stage.value

        assert DOCUMENTED[move.by, move.kind, at] == follows, (at, move)


def test_a_stage_is_asked_for_a_party_whose_words_are_protected():
    with pytest.raises(KeyError):
        stage(come_to(Stage.ASKED), HOUSE, REPORTER)


def test_the_next_turn_stands_before_what_came_afterwards():
    later = Fact(Kind.CONVERSATION_CLOSED, SOURCE, AFTERWARDS)
    talk = come_to(Stage.ASKED)
    talk = talk._replace(facts=(*talk.facts, later))

    longer = said_next(talk, "Sure.", Fact(Kind.TERMS_AGREED, REPORTER))

    assert [Kind.TERMS_ASKED, Kind.TERMS_AGREED, Kind.CONVERSATION_CLOSED] == [
        fact.kind for fact in longer.facts
    ]
    assert stage(longer, HOUSE, SOURCE) is Stage.ON_TERMS
    assert said_next(talk, "…").turns[-1] == Turn(2, "", ("…",))


def test_one_of_two_parties_is_on_terms_while_the_other_is_not():
    talk = come_to(Stage.ON_TERMS)._replace(parties=(*TWO, TWO[1]._replace(id="S2")))

    assert (Stage.ON_TERMS, Stage.ON_THE_RECORD) == (
        stage(talk, HOUSE, SOURCE),
        stage(talk, HOUSE, "S2"),
    )


def laws_broken(talk, timeline):
    """Return which laws a negotiation of everybody's acts breaks; none, if all is well."""
    broken = set()
    kinds = {fact.kind for fact in talk.facts}
    for one in timeline.standings:
        if not kinds & {Kind.TERMS_AGREED, Kind.CONSENT_IMPLIED} and not one.is_open:
            broken |= {"2: agreed by nobody"} if one.basis is Basis.AGREED else set()
        if one.basis is Basis.DEFAULT and not one.is_open and one.terms != ON_THE_RECORD:
            broken.add("1: restricted without an agreement")
        if one.is_open and not one.is_restricted:
            broken.add("what is open is protected")
    cut = len(talk.turns) // 2
    earlier = talk._replace(
        turns=talk.turns[:cut], facts=tuple(f for f in talk.facts if f.at.turn <= cut)
    )
    for before, after in zip(fold(earlier, HOUSE).standings, timeline.standings, strict=False):
        whose = talk.party(before.statement.speaker)
        then, now = (one.spoken or one.terms for one in (before, after))
        if whose and not whose.is_reporter and then.rights != now.rights:
            broken.add("3: reaches back")
    first = timeline.standings[0]
    acted = any(fact.at.turn == 1 or fact.kind in FREEING for fact in talk.facts)
    if not acted and first.terms != ON_THE_RECORD:
        broken.add("4: carried over")
    return broken


@pytest.mark.no_cover  # the same lines a hundred thousand times
@pytest.mark.parametrize("portion", range(PORTIONS))
def test_the_laws_hold_over_a_hundred_thousand_negotiations(portion):
    chance = random.Random(portion)  # noqa: S311 - a seed makes it the same each time
    for _ in range(PER_PORTION):
        talk = negotiation(chance)
        timeline = fold(talk, HOUSE)

        assert laws_broken(talk, timeline) == set(), talk


@pytest.mark.no_cover
@pytest.mark.parametrize("side", SIDES, ids=["reporters", "sources"])
def test_no_sequence_of_one_sides_acts_restricts(side):
    chance = random.Random(len(side))  # noqa: S311 - likewise
    for _ in range(PER_PORTION):
        drawn = negotiation(chance, side)
        kept = tuple(fact for fact in drawn.facts if fact.kind is not Kind.STATEMENT_RELEASED)
        talk = drawn._replace(facts=kept)  # a release only frees, and gives its level's name

        for standing in fold(talk, HOUSE).standings:
            agreed = standing.basis in {Basis.AGREED, Basis.IMPLIED} and standing.is_restricted
            assert standing.status in {"on-the-record", OPEN}, talk
            assert not agreed, talk


def test_the_page_names_every_stage_in_words():
    page = PAGE.read_text(encoding="utf-8")

    assert [one for one in Stage if not re.search(rf"(?m)^`{one}`\n: ", page)] == []
