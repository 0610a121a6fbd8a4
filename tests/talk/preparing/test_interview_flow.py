"""The flow of an interview: next, back, changed, moot, and how far."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.talk.preparing.answering import misfit
from groundrules.talk.preparing.conditions import ANY, Condition
from groundrules.talk.preparing.flow import (
    Progress,
    Step,
    answered,
    next_question,
    progress,
    question_before,
    standing,
    steps,
    with_defaults,
)
from groundrules.talk.preparing.questions import Interview, Kind, Question
from interviewed import INTERVIEW, answers_to, interviews


def opened_by(name: str, *words: str) -> Condition:
    return Condition(only_if=((name, frozenset(words)),))


SMALL = Interview(
    "Small",
    ("Begin.",),
    (
        Question("papers", Kind.YES_NO, "Papers?", default=False),
        Question("kinds", Kind.TEXTS, "Which?", default=(), condition=opened_by("papers", "yes")),
        Question("old", Kind.YES_NO, "Old?", default=True, each="kinds"),
        Question(
            "age", Kind.NUMBER, "Age?", default=0, each="kinds", condition=opened_by("old", "yes")
        ),
        Question("aged", Kind.TEXT, "All?", condition=opened_by("kinds", ANY)),
        Question("last", Kind.TEXT, "Last?"),
    ),
)

PAPERS, KINDS, LAST = Step("papers"), Step("kinds"), Step("last")
TWO = {PAPERS: True, KINDS: ("a map", "a list")}


def test_questions_are_asked_in_order_and_only_where_they_are_opened() -> None:
    assert list(steps(SMALL, {})) == [PAPERS, LAST]
    assert list(steps(SMALL, {PAPERS: True})) == [PAPERS, KINDS, LAST]
    assert next_question(SMALL, {PAPERS: True}) == KINDS
    assert next_question(SMALL, {PAPERS: False, LAST: ""}) is None


def test_questions_about_the_texts_of_a_list_stand_together_for_each_text() -> None:
    asked = list(steps(SMALL, {**TWO, Step("old", "a map"): True, Step("old", "a list"): False}))

    assert asked == [
        PAPERS,
        KINDS,
        Step("old", "a map"),
        Step("age", "a map"),
        Step("old", "a list"),
        Step("aged"),
        LAST,
    ]


def test_an_answer_that_is_no_list_opens_nothing_for_each() -> None:
    assert list(steps(SMALL, {PAPERS: True, KINDS: "a map"})) == [PAPERS, KINDS, Step("aged"), LAST]


def test_a_change_lets_go_of_what_it_makes_moot() -> None:
    full = with_defaults(SMALL, {**TWO, LAST: "done"})

    assert len(full) == 8
    assert answered(SMALL, full, KINDS, ("a map",)) == {
        PAPERS: True,
        KINDS: ("a map",),
        Step("old", "a map"): True,
        Step("age", "a map"): 0,
        Step("aged"): "",
        LAST: "done",
    }
    assert answered(SMALL, full, PAPERS, answer=False) == {PAPERS: False, LAST: "done"}


def test_an_answer_behind_a_moot_one_opens_nothing() -> None:
    moot = {PAPERS: False, KINDS: ("a map",), Step("old", "a map"): True}

    assert list(steps(SMALL, moot)) == [PAPERS, LAST]
    assert standing(SMALL, moot) == {PAPERS: False}


@pytest.mark.parametrize(
    ("step", "before"),
    [
        (PAPERS, None),
        (LAST, Step("aged")),
        (Step("old", "a list"), Step("age", "a map")),
        (None, LAST),
    ],
)
def test_going_back_leads_to_the_question_before(step: Step | None, before: Step | None) -> None:
    assert question_before(SMALL, with_defaults(SMALL, TWO), step) == before


def test_progress_counts_what_defaults_would_ask() -> None:
    assert progress(SMALL, {}, PAPERS) == Progress(1, 2)
    assert progress(SMALL, TWO, Step("old", "a list")) == Progress(5, 8)


def test_the_shipped_interview_asks_few_questions_of_those_who_press_enter() -> None:
    full = with_defaults(INTERVIEW, {})

    assert len(full) <= 25
    assert next_question(INTERVIEW, full) is None


@given(interviews())
def test_every_path_ends_with_every_answer_standing(answers) -> None:
    assert next_question(INTERVIEW, answers) is None
    assert standing(INTERVIEW, answers) == answers
    assert list(answers) == list(steps(INTERVIEW, answers))


@given(interviews(), st.data())
def test_a_changed_answer_leaves_only_what_still_stands_and_the_rest_can_be_asked(
    answers, data
) -> None:
    step = data.draw(st.sampled_from(list(answers)))
    answer = data.draw(answers_to(INTERVIEW.question(step.question)))
    changed = answered(INTERVIEW, answers, step, answer)
    full = with_defaults(INTERVIEW, changed)

    assert changed[step] == answer
    assert set(changed) <= set(answers)
    assert next_question(INTERVIEW, full) is None
    assert all(full[kept] == changed[kept] for kept in changed)


@given(interviews())
def test_going_back_from_the_end_passes_every_question_once(answers) -> None:
    passed = []
    step = question_before(INTERVIEW, answers, None)
    while step:
        passed.append(step)
        step = question_before(INTERVIEW, answers, step)

    assert passed[::-1] == list(steps(INTERVIEW, answers))


@given(interviews())
def test_every_answer_fits_its_question(answers) -> None:
    assert {misfit(INTERVIEW.question(step.question), one) for step, one in answers.items()} == {""}
