"""Practice: every scene can be played to its end, and what was done is kept where one asks."""

from __future__ import annotations

import json

import pytest

from groundrules.config.settings import settle
from groundrules.desk.talking.play_drill import brought_by, scene_of, stage_of
from groundrules.desk.talking.practise_drill import (
    KIND,
    Practice,
    answer_scene,
    begin_scene,
    forget_practice,
    keep_practice,
    open_practice,
)
from groundrules.desk.talking.run_drill import answer, begin_drill, every_scenario
from groundrules.desk.vaults.papers import paper, papers
from groundrules.errors import BadInput
from groundrules.talk.drilling.paths import best_choices
from kept_vault import vault

__all__ = ["vault"]


@pytest.fixture(scope="module")
def settings(tmp_path_factory):
    return settle(tmp_path_factory.mktemp("drills"), {}, {})


def played(name, settings, *, best):
    """Play a scene by its best answers, or by its first ones; return how it ended."""
    play, wordings = begin_drill(name, settings)
    brought = score = None
    while step := play.step:
        choice = best_choices(play)[0] if best else step.choices[0]
        answered = answer(play, step, str(step.choices.index(choice) + 1))
        brought, score = brought_by(answered, step, wordings), answered.lesson.score
        play = answered.play
    return stage_of(play, wordings, brought, score)


def test_every_scene_is_played_to_a_full_score_by_its_best_answers(settings):
    scenes = every_scenario(settings)
    assert len(scenes) >= 46
    for one in scenes:
        stage = played(one.name, settings, best=True)
        assert stage.result.is_full, one.name
        assert () == stage.result.broken
        assert () == stage.choices
        assert all(verdict.is_kept for verdict in stage.brought.verdicts)


def test_the_wrong_answers_break_a_law_and_say_which(settings):
    stage = played("first-ask", settings, best=False)
    assert not stage.result.is_full
    assert (1, 0, "spoilt") == (stage.result.told, stage.result.kept, stage.result.goal)
    assert {one.law for one in stage.brought.verdicts} == {one.law for one in stage.result.broken}
    assert stage.brought.better


def test_a_scene_says_who_one_is_and_what_is_at_stake(settings):
    scene = scene_of(every_scenario(settings, "source")[0])
    assert scene.situation
    assert scene.stakes
    assert "source" == scene.side


def test_the_talk_shows_on_which_terms_ones_words_stand(settings):
    practice = Practice()
    begin_scene(practice, "first-ask", settings)
    after = answer_scene(practice, None, "first-ask", "call", "2").stage
    assert ["", "on-the-record", ""] == [one.status for one in after.talk]
    assert [False, True, False] == [one.is_you for one in after.talk]
    assert "background" == after.brought.next_status


def test_words_of_ones_own_are_understood_and_told_back(settings):
    practice = Practice()
    begin_scene(practice, "first-ask", settings)
    after = answer_scene(practice, None, "first-ask", "call", "Can we go off the record?").stage
    assert "you asked to talk off the record" in after.brought.understood


def test_an_answer_to_another_step_changes_nothing(settings):
    practice = Practice()
    begin_scene(practice, "first-ask", settings)
    first = answer_scene(practice, None, "first-ask", "call", "2")
    assert first == answer_scene(practice, None, "first-ask", "call", "1")
    assert first != answer_scene(practice, None, "first-ask", "asked", "2")


@pytest.mark.parametrize("given", ["0", "5", "99999", "   "])
def test_what_is_no_answer_is_refused(settings, given):
    practice = Practice()
    before = begin_scene(practice, "first-ask", settings)
    with pytest.raises(BadInput, match="none of the answers"):
        answer_scene(practice, None, "first-ask", "call", given)
    assert before == practice.playing["first-ask"]


def test_a_scene_that_was_not_begun_cannot_be_answered():
    with pytest.raises(BadInput, match="not begun"):
        answer_scene(Practice(), None, "first-ask", "call", "1")


def play_first(practice, vault, settings, *numbers):
    begin_scene(practice, "first-ask", settings)
    for step, number in zip(("call", "asked"), numbers, strict=False):
        answer_scene(practice, vault, "first-ask", step, number)


def test_nothing_is_kept_unless_somebody_asks(vault, settings):
    practice = open_practice(vault)
    play_first(practice, vault, settings, "1")
    assert [] == papers(vault, KIND)
    assert {"first-ask": (1, "tried")} == practice.done


def test_what_is_kept_is_there_again_and_grows_with_each_play(vault, settings):
    practice = open_practice(vault)
    play_first(practice, vault, settings, "1")
    keep_practice(practice, vault)
    keep_practice(practice, vault)
    play_first(practice, vault, settings, "2", "1")
    play_first(practice, vault, settings, "1")
    again = open_practice(vault)
    assert {"first-ask": (3, "full")} == again.done
    (kept,) = papers(vault, KIND)
    assert "self" == kept.readers
    assert {"done": {"first-ask": [3, "full"]}} == json.loads(paper(vault, kept.id).document)


def test_what_is_forgotten_is_gone(vault, settings):
    practice = open_practice(vault)
    play_first(practice, vault, settings, "1")
    keep_practice(practice, vault)
    forget_practice(practice, vault)
    assert {} == practice.done
    assert [] == papers(vault, KIND)
    assert {} == open_practice(vault).done
