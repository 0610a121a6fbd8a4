"""Preparations: in memory alone until somebody has them kept, and gone when forgotten."""

from __future__ import annotations

import os

import pytest

from groundrules.config.settings import settle
from groundrules.desk.talking.preparations import KIND, Preparations
from groundrules.desk.talking.prepare_talk import plan_of
from groundrules.desk.talking.put_question import put_question
from groundrules.desk.talking.quick_plan import Sketch, answers_of
from groundrules.desk.talking.weigh_ways import weigh_ways
from groundrules.desk.vaults.papers import papers, versions
from groundrules.errors import BadInput
from groundrules.talk.preparing.alternatives import Alternative
from groundrules.talk.preparing.flow import Step
from kept_vault import vault

__all__ = ["vault"]

MATTER = Step("matter")


@pytest.fixture
def shelf(vault, tmp_path):
    return Preparations(vault, settle(tmp_path, {}, os.environ), {})


def test_one_that_was_begun_is_in_memory_alone(shelf, vault):
    ident = shelf.begin()
    opened = shelf.answer(shelf.open(ident), MATTER, "the new bridge")
    assert opened.kept is None
    assert [("the new bridge", False)] == [(one.matter, one.is_kept) for one in shelf.all()]
    assert [] == papers(vault, KIND)
    assert "bridge" not in repr(shelf.all())


def test_another_memory_knows_nothing_of_it(shelf, vault, tmp_path):
    ident = shelf.begin()
    other = Preparations(vault, settle(tmp_path, {}, os.environ), {})
    assert other.open(ident) is None
    assert () == other.all()


def test_what_is_kept_is_there_for_another_memory_with_every_answer(shelf, vault, tmp_path):
    opened = shelf.answer(shelf.open(shelf.begin()), MATTER, "the new bridge")
    ident = shelf.keep(opened)
    kept = shelf.answer(shelf.open(ident), Step("points"), ("it is late", "it costs more"))
    other = Preparations(vault, settle(tmp_path, {}, os.environ), {})
    again = other.open(ident)
    assert kept.preparation.answers == again.preparation.answers
    assert ident == other.keep(again)
    assert [(ident, "the new bridge", True)] == [
        (one.id, one.matter, one.is_kept) for one in other.all()
    ]
    assert [1, 2] == [one.version for one in versions(vault, ident)]
    assert {"self"} == {one.readers for one in papers(vault, KIND)}


def test_an_answer_from_an_old_page_does_not_hide_a_newer_one(shelf):
    ident = shelf.keep(shelf.open(shelf.begin()))
    old = shelf.open(ident)
    shelf.answer(old, MATTER, "the new bridge")
    with pytest.raises(BadInput):
        shelf.answer(old, MATTER, "the old bridge")
    assert "the new bridge" == shelf.open(ident).preparation.answers[MATTER]


@pytest.mark.parametrize("is_kept", [False, True])
def test_what_is_forgotten_is_nowhere(shelf, vault, is_kept):
    ident = shelf.begin()
    if is_kept:
        ident = shelf.keep(shelf.open(ident))
    shelf.forget(shelf.open(ident))
    assert shelf.open(ident) is None
    assert () == shelf.all()
    assert [] == papers(vault, KIND)


def test_the_rest_is_answered_by_default(shelf):
    opened = shelf.answer_the_rest(shelf.open(shelf.begin()))
    assert put_question(opened.preparation) is None


def test_a_sketch_answers_what_it_says_and_nothing_else(shelf):
    sketch = Sketch(outlet="AP", points="one\ntwo", told=" \n ")
    answers = answers_of(sketch, shelf.interview())
    assert {Step("outlet"): "AP", Step("points"): ("one", "two")} == answers


def test_a_sketch_that_fits_nothing_is_refused_without_its_words(shelf):
    with pytest.raises(BadInput) as refused:
        answers_of(Sketch(channel="pigeon"), shelf.interview())
    assert "pigeon" not in str(refused.value)


def ways_of(shelf, tmp_path, **answers):
    opened = shelf.open(shelf.begin())
    for name, answer in answers.items():
        opened = shelf.answer(opened, Step(name), answer)
    settings = settle(tmp_path, {}, os.environ)
    return weigh_ways(plan_of(opened.preparation, settings))


@pytest.mark.parametrize("answers", [{}, {"bear_named": "yes", "trust": "long"}, {"outlet": "AP"}])
def test_every_way_is_shown_whatever_was_answered_and_one_is_chosen(shelf, tmp_path, answers):
    fitting = {
        name: answer
        for name, answer in answers.items()
        if name == "outlet" or answer in shelf.interview().question(name).choices
    }
    ways = ways_of(shelf, tmp_path, **fitting)
    assert [one.value for one in Alternative] == [one.name for one in ways.ways]
    (chosen,) = [one for one in ways.ways if one.is_chosen]
    assert chosen.title == ways.chosen
    assert "say-nothing" == ways.ways[-1].name
    for way in ways.ways:
        assert len(ways.head) == len(way.short)
        assert way.lets
        assert way.wrong
    assert ways.reasons


def test_the_outlet_decides_by_whose_rules_the_words_are_read(shelf, tmp_path):
    named = ways_of(shelf, tmp_path, outlet="The Washington Post")
    unnamed = ways_of(shelf, tmp_path)
    assert "the Washington Post" in named.rules
    assert named.rules != unnamed.rules
    assert named.ways != unnamed.ways
