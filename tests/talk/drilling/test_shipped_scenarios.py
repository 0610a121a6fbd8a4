"""The scenarios that ship: each ends on every path, can be won and lost, and is scored by law."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from drill_shelf import SHIPPED, WORDINGS, finished, play_of, shipped

from grades import HARDEST, grade
from groundrules.record.notation import parse, to_text
from groundrules.record.timeline import fold
from groundrules.talk.drilling.paths import best_choices, every_state
from groundrules.talk.drilling.play import begin, choose
from groundrules.talk.drilling.scenario import Difficulty, Side
from groundrules.talk.drilling.score import score
from groundrules.terms.rights import AXES

if TYPE_CHECKING:
    from groundrules.record.standing import Standing
    from groundrules.talk.drilling.scenario import Point
    from groundrules.terms.promise import Terms

AXIS_MOOT_UNPRINTED = ("quote", "attribute", "contradict")
EVERY = pytest.mark.parametrize("name", SHIPPED)
LONGEST_PLAY = 6


def test_there_are_enough_of_each_side_and_difficulty():
    counts = Counter((shipped(name).side, shipped(name).difficulty) for name in SHIPPED)

    assert sum(counts[Side.SOURCE, one] for one in Difficulty) >= 25
    assert sum(counts[Side.REPORTER, one] for one in Difficulty) >= 10
    assert set(counts) == {(side, one) for side in Side for one in Difficulty}


def test_no_two_are_the_same():
    titles = [shipped(name).title for name in SHIPPED]
    situations = [shipped(name).situation for name in SHIPPED]

    assert len(set(titles)) == len(titles)
    assert len(set(situations)) == len(situations)


@EVERY
def test_each_teaches_one_to_six_practices(name):
    assert 1 <= len(shipped(name).practices) <= 6


@EVERY
def test_every_path_ends(name):
    states = every_state(begin(shipped(name)))

    assert states
    assert all((state.step is None) is not (state.ending is None) for state in states)
    assert max(len(state.taken) for state in states) <= LONGEST_PLAY


@EVERY
def test_the_best_path_scores_full_marks_and_another_does_not(name):
    play = begin(shipped(name))
    while play.step:
        play = choose(play, best_choices(play)[0])

    assert score(play).is_full
    assert not all(score(one).is_full for one in finished(shipped(name)))


@EVERY
def test_whoever_is_unharmed_can_get_out_unharmed(name):
    """To say nothing can always be right: from every lawful state a lawful ending is in reach."""
    states = every_state(begin(shipped(name)))
    assert states
    for state in states:
        if score(state).is_lawful:
            ends = [one for one in every_state(state) or () if one.ending]
            assert any(score(one).is_lawful for one in ends)


@EVERY
def test_the_score_is_what_the_fold_of_the_saved_record_says(name):
    """An independent reckoning: the record is printed, read back, folded, and compared by axis."""
    scenario = shipped(name)
    for play in finished(scenario):
        talk = parse(to_text(play.conversation))
        by_place = {one.statement.place: one for one in fold(talk, scenario.policy).standings}
        expected = [
            is_kept(scenario.points[told.point], by_place[told.place], scenario.side)
            for told in play.told
        ]

        assert [one.is_kept for one in score(play).outcomes] == expected


def is_kept(point: Point, standing: Standing, side: Side) -> bool:
    if standing.is_open or (side is Side.REPORTER and point.wants and standing.graces):
        return False
    too_free = point.needs and (
        any(freer(axis, standing.terms, point.needs) for axis in AXES)
        or lacks_condition(standing.terms, point.needs)
    )
    too_tight = point.wants and (
        any(freer(axis, point.wants, standing.terms, moot=False) for axis in AXES)
        or (side is Side.REPORTER and conditions(standing.terms) - conditions(point.wants))
    )
    return not (too_free or too_tight)


def freer(axis: str, one: Terms, other: Terms, *, moot: bool = True) -> bool:
    if moot and one.rights.publish.value != "yes" and axis in AXIS_MOOT_UNPRINTED:
        return False
    scale = list(AXES[axis])
    return scale.index(getattr(one.rights, axis)) < scale.index(getattr(other.rights, axis))


def conditions(terms: Terms) -> set[str]:
    given = terms.conditions
    return {
        *(["approval"] if given.quote_approval else []),
        *(["delete"] if given.delete_by else []),
        *(str(one) for one in given.embargoes),
    }


def lacks_condition(terms: Terms, needs: Terms) -> bool:
    given, needed = terms.conditions, needs.conditions
    if needed.tell and not (given.tell and given.tell <= needed.tell):
        return True
    if needed.delete_by and given.delete_by != needed.delete_by:
        return True
    if terms.rights.publish.value != "yes":
        return False
    described = terms.rights.attribute.value in ("name", "description")
    stray = described and not (given.descriptions or {""}) <= (needed.descriptions or set())
    return bool((needed.descriptions and stray) or needed.embargoes - given.embargoes)


@EVERY
def test_its_words_can_be_read_by_a_frightened_person(name):
    scenario = shipped(name)
    lines = [line.text for line in scenario.lines() if line.text]
    texts = [ending.text for ending in scenario.endings.values()]
    scenes = [step.scene for step in scenario.steps.values() if step.scene]
    whole = " ".join([*scenario.situation, *scenes, *lines, *texts])

    assert len(whole.split()) >= 60
    assert grade(whole) <= HARDEST
    assert all(len(line.split()) <= 45 for line in lines)
    assert all(len(text.split()) <= 75 for text in scenario.situation)


@EVERY
def test_it_has_named_tables_only(name):
    assert "[[" not in (WORDINGS / "scenarios" / f"{name}.toml").read_text(encoding="utf-8")


@EVERY
def test_every_point_of_a_source_can_be_typed(name):
    scenario = shipped(name)
    signs = {point.name: point.signs for point in scenario.points.values()}

    assert all(signs.values()) is (scenario.side is Side.SOURCE)


def test_the_same_word_has_other_rights_at_another_outlet():
    """Off the record lets the AP take it to others: what the person needs decides, not the word."""
    told = score(play_of(shipped("same-word"), "ask", "tell")).outcomes[0]

    assert (told.verdict, told.reason, told.reason.law) == ("too-free", "word-alone", 5)


def test_a_manager_who_has_not_said_yes_leaves_it_open():
    told = score(play_of(shipped("on-my-word"), "ask", "tell")).outcomes[0]

    assert (told.verdict, told.reason, told.reason.law) == ("unsettled", "unanswered", 2)


def test_a_late_request_changes_nothing():
    told = score(play_of(shipped("late-text"), "all", "text")).outcomes

    assert [(one.verdict, one.reason) for one in told] == [
        ("fits", "late-request"),
        ("too-free", "asked-back"),
    ]
