"""The pages of a drill, made of plays of the scenarios that ship."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from groundrules.config.settings import settle
from groundrules.desk.talking.run_drill import answer, begin_drill, every_scenario
from groundrules.record.facts import Kind
from groundrules.reporters import drill_page, drill_words
from groundrules.reporters.sheets.sheet_text import lines
from groundrules.talk.drilling.scenario import Act, Line, Scenario

if TYPE_CHECKING:
    from groundrules.config.settings import Settings
    from groundrules.reporters.sheets.sheet import Sheet
    from groundrules.talk.drilling.play import Play
    from groundrules.talk.drilling.wordings import Wordings

NARROW, WIDE = 40, 80


@cache
def scenarios() -> tuple[Scenario, ...]:
    return every_scenario(settings())


@cache
def settings() -> Settings:
    return settle(Path(__file__).parent, {}, {})


def begun(name: str) -> tuple[Play, Wordings]:
    return begin_drill(name, settings())


def text(sheet: Sheet, columns: int = WIDE) -> str:
    return "".join("".join(piece.text for piece in line) + "\n" for line in lines(sheet, columns))


def pages(name: str, *given: str) -> list[str]:
    """Return the page that each answer brings."""
    play, wordings = begun(name)
    shown = []
    for one in given:
        assert play.step
        step, answered = play.step, answer(play, play.step, one)
        assert answered
        if answered.typed:
            shown.append(text(drill_page.typed_sheet(answered.typed, play, step)))
        play = answered.play
        page = drill_page.result_sheet if play.ending else drill_page.lesson_sheet
        shown.append(text(page(answered.lesson, play, step, wordings)))
    return shown


def test_the_opening_says_what_is_at_stake():
    play, _ = begun("same-word")

    shown = " ".join(text(drill_page.opening_sheet(play.scenario)).split())
    assert (
        "What you need ------------- - A test of the drug went wrong: not to be published; not to "
        "be taken to other sources. This should get out. "
        "Hard. Outlet: The Ledger Post. Rules: The Associated Press."
    ) in shown


def test_a_talk_without_an_outlet_names_none():
    play, _ = begun("aside-at-the-table")

    shown = text(drill_page.opening_sheet(play.scenario))
    assert "Medium. Rules: The cautious default." in shown
    assert "the other side must be able to use it" in shown


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("asks-backwards", "it must be possible to print it with the name"),
        ("counter-offer", "it must be possible to print it with a description"),
        ("first-ask", "to be attributed only by a description; it must be possible to print it."),
    ],
)
def test_what_a_point_is_wanted_for(name, words):
    play, _ = begun(name)

    assert words in " ".join(text(drill_page.opening_sheet(play.scenario)).split())


def test_a_step_shows_who_speaks_and_the_answers():
    play, _ = begun("first-ask")
    assert play.step

    shown = text(drill_page.step_sheet(play, play.step))
    assert shown.startswith("Ana Ruiz says\n=============\n\n  | Hello, Ana Ruiz here.")
    assert "\n4. I cannot talk about that.\n" in shown


def test_a_step_in_which_nobody_speaks():
    play, _ = begun("mail-heading")
    assert play.step
    answered = answer(play, play.step, "2")
    assert answered
    assert answered.play.step

    shown = text(drill_page.step_sheet(answered.play, answered.play.step))
    assert shown.startswith("Nobody says anything\n")
    assert "An hour goes by. No answer comes." in shown


def test_a_lesson_says_what_comes_next_and_what_was_better():
    (lesson,) = pages("vague-yes", "1")
    assert "Nothing that matters was told so far." in lesson
    assert "What you would say next: not settled, so that nobody can count on it." in lesson

    (lesson,) = pages("late-text", "1")
    assert "! The price fell by half: on the record; free to use, with the name." in lesson
    assert "(Law 1: on the record until agreed.)" in lesson
    assert "! Better: answer 2.\n" in lesson


def test_a_reporter_reads_about_the_source():
    (lesson,) = pages("what-she-means", "2")

    assert "What the source would say next: not settled" in lesson


def test_the_end_has_the_score():
    *_, end = pages("first-ask", "2", "1")

    assert end.startswith("How it ends\n===========\n\nThe story quotes a zoo employee.")
    assert end.endswith(
        "Score\n-----\n\n"
        "- Points told: 1. As you need them: 1.\n"
        "- What should get out got out, on terms that will do.\n"
        "- Full score: every law worked for you.\n"
    )


def test_the_end_names_the_laws_that_were_broken():
    (end,) = pages("first-ask", "3")

    assert "- Points told: 1. As you need them: 0." in end
    assert "- Law 3 decided against you: the zoo hides a loss." in end
    assert "- What should get out was told, but on the wrong terms." in end
    assert "  Terms hold from the yes on." in end
    assert "! Better: answer 2." in end


def test_to_say_nothing_is_no_breach():
    (end,) = pages("first-ask", "4")

    assert "- Points told: 0. As you need them: 0." in end
    assert "To say nothing can be right" in end
    assert "Law" not in end


def test_an_end_with_a_last_line():
    (end,) = pages("what-she-means", "1")

    assert end.startswith("Vera Holm says\n==============\n\n  | The steel in the bridge is thin.")


def test_what_was_understood():
    typed = pages("first-ask", "Can we talk on background?")[0]
    assert "I read this as: you asked to talk on background. This is like answer 2." in typed

    typed = " ".join(pages("first-ask", "Fine weather.")[0].split())
    assert "I read this as: plain talk, on the terms that hold now." in typed
    assert "No answer is like it. It goes on as with answer 4." in typed

    typed = " ".join(pages("first-ask", "They hide a loss.")[0].split())
    assert "It tells this: the zoo hides a loss. This is like answer 1." in typed


@pytest.mark.parametrize(
    ("name", "said", "words"),
    [
        ("what-she-means", "No.", "you said no"),
        ("what-she-means", "Sure.", "you said yes"),
        ("asks-backwards", "Sure, I will not use it.", "you said that you will not use what"),
        ("first-ask", "Between us, I am tired.", "you gave a hint and asked for nothing"),
        ("first-ask", "You can print it, but do not use my name. Okay?", "to be attributed"),
    ],
)
def test_acts_in_words(name, said, words):
    assert words in " ".join(pages(name, said)[0].split())


def test_every_kind_of_act_can_be_told():
    play, _ = begun("first-ask")
    facts = {act.fact.kind: act for one in scenarios() for line in one.lines() for act in line.acts}
    some = next(iter(facts.values()))
    for kind in Kind:
        act = facts.get(kind, Act(some.fact._replace(kind=kind, proposal=None)))
        told = drill_words.acts_in_words(Line(play.scenario.you, "", (act,)))
        assert told.startswith("you ")
        assert "{" not in told


def test_a_condition_alone_is_told():
    embargo = next(
        act
        for scenario in scenarios()
        for line in scenario.lines()
        for act in line.acts
        if act.fact.proposal and act.fact.proposal.embargo and not act.fact.proposal.level
    )

    told = drill_words.acts_in_words(Line("S1", "", (embargo,)))
    assert told == "you asked to talk on a condition"


@pytest.mark.parametrize("columns", [NARROW, WIDE])
def test_every_page_fits_the_terminal(columns):
    for scenario in scenarios():
        play, _ = begun(scenario.name)
        assert play.step
        sheets = (drill_page.opening_sheet(scenario), drill_page.step_sheet(play, play.step))
        for sheet in sheets:
            assert max(map(len, text(sheet, columns).splitlines())) <= columns


def test_the_list_fits_forty_columns_and_names_each():
    rows = [
        "".join(piece.text for piece in line) for line in drill_page.list_lines(scenarios(), NARROW)
    ]

    assert max(map(len, rows)) <= NARROW
    assert rows[0] == "For sources"
    assert "For reporters" in rows
    named = {row.strip().partition(":")[0] for row in rows}
    assert {scenario.name for scenario in scenarios()} <= named
