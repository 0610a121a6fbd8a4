"""Asking one question: defaults, mistakes, and the letters that explain, go back and stop."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from groundrules.errors import BadInput
from groundrules.faces.cli.asking import (
    Question,
    Stopped,
    WentBack,
    ask_choice,
    ask_number,
    ask_several,
    ask_text,
    ask_texts,
    ask_yes_no,
    say,
)

if TYPE_CHECKING:
    from collections.abc import Callable

CHOICES = {"yes": "Yes.", "no": "No.", "not-sure": "I am not sure."}


@pytest.fixture
def typed(monkeypatch) -> Callable[[str], None]:
    """Return what types lines for the questions that follow."""
    monkeypatch.setenv("COLUMNS", "40")

    def type_(lines: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO(lines))

    return type_


def test_a_text(typed, capsys) -> None:
    typed("  The\t Ledger  Post \n\n\n-\n")

    assert ask_text("Which?") == "The Ledger Post"
    assert ask_text("Which?") == ""
    assert ask_text("Which?", default="AP") == "AP"
    assert ask_text("Which?", default="AP") == ""
    assert capsys.readouterr().out.startswith(
        "Which?\n(Enter: leave it empty; q: stop)\n> The Ledger Post\nWhich?\n"
    )


def test_texts(typed, capsys) -> None:
    typed("a\nb\na\n\n\n\n-\nc\n\n")

    assert ask_texts("Which?") == ("a", "b")
    assert ask_texts("Which?") == ()
    assert ask_texts("Which?", default=("a", "b")) == ("a", "b")
    assert ask_texts("Which?", default=("a",)) == ()
    assert ask_texts("Which?", default=("a",)) == ("c",)
    assert "  - a\n  - b\n(one on each line; Enter: keep these 2;" in capsys.readouterr().out


def test_a_number(typed, capsys) -> None:
    typed("many\n-3\n11\n99999999999999999999\n7\n\n1,000\n")

    assert ask_number("How many?", most=10) == 7
    assert ask_number("How many?", default=3) == 3
    assert ask_number("How many?") == 1000
    assert capsys.readouterr().out.count("Please type a whole number from 0 to 10.") == 4


def test_yes_or_no(typed, capsys) -> None:
    typed("perhaps\nY\nno\n\n")

    assert ask_yes_no("Well?", default=False)
    assert not ask_yes_no("Well?", default=True)
    assert ask_yes_no("Well?", default=True)
    assert "Please type y for yes or n for no." in capsys.readouterr().out


def test_one_choice(typed, capsys) -> None:
    typed("0\n4\nn\n2\nnot-sure\ny\n\n\n1\n")

    assert ask_choice("Well?", CHOICES) == "no"
    assert ask_choice("Well?", CHOICES) == "not-sure"
    assert ask_choice("Well?", CHOICES) == "yes"
    assert ask_choice("Well?", CHOICES, default="no") == "no"
    assert ask_choice("Well?", CHOICES) == "yes"
    shown = capsys.readouterr().out
    assert shown.startswith(
        "Well?\n  1 Yes.\n  2 No.\n  3 I am not sure.\n(type a number; q: stop)"
    )
    assert shown.count("Please type a number from 1 to 3.") == 4


def test_several_choices(typed, capsys) -> None:
    typed("3 1\n2,no\n9\n\n\n-\n")

    assert ask_several("Which?", CHOICES) == ("yes", "not-sure")
    assert ask_several("Which?", CHOICES) == ("no",)
    assert ask_several("Which?", CHOICES) == ()
    assert ask_several("Which?", CHOICES, default=("no", "not-sure")) == ("no", "not-sure")
    assert ask_several("Which?", CHOICES, default=("no",)) == ()
    assert "numbers, such as 1 3; Enter: 2 3;" in " ".join(capsys.readouterr().out.split())


def test_a_question_can_be_explained_gone_back_from_and_stopped(typed, capsys) -> None:
    question = Question("Which?", "The one you work for.", back=True)
    typed("?\nb\nq\n")

    with pytest.raises(WentBack):
        ask_text(question)
    with pytest.raises(Stopped):
        ask_text(question)
    with pytest.raises(Stopped):
        ask_text(question)
    assert capsys.readouterr().out.startswith(
        "Which?\n(Enter: leave it empty; ?: more; b:\nback; q: stop)\n> ?\n"
        "The one you work for.\n> b\n"
    )


def test_letters_that_mean_nothing_here_are_answers(typed) -> None:
    typed("?\nb\n")

    assert ask_text("Which?") == "?"
    assert ask_text("Which?") == "b"


def test_a_list_is_left_in_the_middle_as_anywhere(typed) -> None:
    typed("a\nq\na\nb\n")

    with pytest.raises(Stopped):
        ask_texts("Which?")
    with pytest.raises(WentBack):
        ask_texts(Question("Which?", back=True))


def test_what_cannot_be_seen_is_asked_for_again(typed, capsys) -> None:
    typed("a\x1b[Ab\nab\n")

    assert ask_text("Which?") == "ab"
    assert "There are characters in it that cannot" in capsys.readouterr().out


def test_what_is_not_utf_8_is_a_fault(monkeypatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff\n"), "utf-8"))

    with pytest.raises(BadInput, match="an answer is not UTF-8"):
        ask_text("Which?")


def test_a_paragraph_keeps_its_margin(capsys, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "12")
    say("one two three", "  1 ")
    say("")

    assert capsys.readouterr().out == "  1 one two\n    three\n\n"
