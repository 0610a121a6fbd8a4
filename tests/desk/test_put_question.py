"""Questions as a page puts them: each place leads to one, and what is sent becomes an answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.config.settings import settle
from groundrules.desk.talking.prepare_talk import open_preparation
from groundrules.desk.talking.put_question import answer_from, every_answer, put_question, step_of
from groundrules.errors import BadInput
from groundrules.talk.preparing.answering import misfit
from groundrules.talk.preparing.flow import Step, answered, with_defaults
from groundrules.talk.preparing.questions import Kind


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    folder = tmp_path_factory.mktemp("questions")
    return open_preparation(folder / "none.json", settle(folder, {}, {}))


def replied(preparation, **answers):
    for name, answer in answers.items():
        after = answered(preparation.interview, preparation.answers, Step(name), answer)
        preparation = preparation._replace(answers=after)
    return preparation


def test_the_first_that_is_put_is_the_first_question(fresh):
    put = put_question(fresh)
    assert (1, "outlet", "text", False) == (put.at, put.name, put.kind, put.is_answered)


@pytest.mark.parametrize(
    "answers", [{}, {"asked_by": "reporter"}, {"points": ("one", "two"), "reasons": ("preview",)}]
)
def test_every_place_leads_to_the_question_that_is_listed_there(fresh, answers):
    preparation = replied(fresh, **answers)
    for put in every_answer(preparation):
        assert put == put_question(preparation, put.at)
        assert (put.name, put.item) == step_of(preparation, put.at, put.name)


def test_behind_the_last_and_before_the_first_there_is_none(fresh):
    assert put_question(fresh, len(every_answer(fresh)) + 1) is None
    assert put_question(fresh, -1) is None


def test_none_waits_where_all_are_answered(fresh):
    full = fresh._replace(answers=with_defaults(fresh.interview, fresh.answers))
    assert put_question(full) is None
    assert all(one.is_answered for one in every_answer(full))


def test_another_question_by_now_is_refused(fresh):
    with pytest.raises(BadInput, match="another question"):
        step_of(fresh, 2, "outlet")


@pytest.mark.parametrize(
    ("name", "texts", "expected"),
    [
        ("outlet", ("  The  Bay Courier ",), "The Bay Courier"),
        ("outlet", (), ""),
        ("knowers", ("12",), 12),
        ("knowers", ("1,200",), 1200),
        ("knowers", ("",), 0),
        ("bound", ("yes",), True),
        ("bound", ("no",), False),
        ("bound", (), False),
        ("points", ("one\n\n two \none",), ("one", "two")),
        ("reasons", ("wrong", "hurt"), ("wrong", "hurt")),
        ("trust", ("first-contact",), "first-contact"),
    ],
)
def test_what_is_sent_becomes_an_answer(fresh, name, texts, expected):
    assert expected == answer_from(fresh.interview.question(name), texts)


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("trust", ("nobody",)),
        ("trust", ()),
        ("reasons", ("wrong", "secretword")),
        ("knowers", ("many",)),
        ("knowers", ("-1",)),
        ("matter", ("secretword " * 40,)),
        ("points", ("\n".join(f"secretword {n}" for n in range(41)),)),
    ],
)
def test_what_does_not_fit_is_refused_without_a_word_of_it(fresh, name, texts):
    with pytest.raises(BadInput) as refused:
        answer_from(fresh.interview.question(name), texts)
    assert "secretword" not in str(refused.value)
    assert name == refused.value.faults[0].path


@given(st.lists(st.text(max_size=40), max_size=5))
def test_what_is_taken_fits_its_question(fresh, texts):
    for kind in Kind:
        question = next(one for one in fresh.interview.questions if one.kind is kind)
        try:
            answer = answer_from(question, tuple(texts))
        except BadInput:
            continue
        assert not misfit(question, answer)
