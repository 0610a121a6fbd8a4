"""`groundrules drill`, run as a process: listed, played from a pipe, stopped, and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from newsroom import groundrules

if TYPE_CHECKING:
    from pathlib import Path


def test_it_lists_what_there_is(tmp_path: Path) -> None:
    done = groundrules(tmp_path, "drill", COLUMNS="80")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("For sources\n")
    assert "  first-ask: easy: The first call\n" in done.stdout


def test_it_lists_one_side(tmp_path: Path) -> None:
    done = groundrules(tmp_path, "drill", "--side", "reporter")

    assert done.stdout.startswith("For reporters\n")
    assert "For sources" not in done.stdout


@pytest.mark.parametrize("columns", [40, 80])
def test_a_play_from_a_pipe(tmp_path: Path, columns: int) -> None:
    done = groundrules(tmp_path, "drill", "first-ask", given="2\n1\n", COLUMNS=str(columns))

    assert (done.returncode, done.stderr) == (0, "")
    assert "- Full score: every law worked for you." in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= columns


def test_enter_shows_the_answers_again_and_a_wrong_number_asks_again(tmp_path: Path) -> None:
    done = groundrules(tmp_path, "drill", "first-ask", given="\n-\n9\n4\n")

    assert done.returncode == 0
    assert done.stdout.count("4. I cannot talk about that.") == 3
    assert "Please type a number from 1 to 4, or words." in done.stdout


def test_words_of_ones_own(tmp_path: Path) -> None:
    given = "Can we talk on background?\nThey hide a loss.\n"
    done = groundrules(tmp_path, "drill", "first-ask", given=given)

    assert done.returncode == 0
    assert "I read this as: you asked to talk on background." in done.stdout
    assert "- Full score" in done.stdout


@pytest.mark.parametrize("given", ["q\n", "", "2\n", "2\nq\n"])
def test_stopping_is_no_fault(tmp_path: Path, given: str) -> None:
    done = groundrules(tmp_path, "drill", "first-ask", given=given)

    assert (done.returncode, done.stderr) == (0, "")
    assert "Score" not in done.stdout


def test_a_finished_play_is_kept_and_can_be_shown(tmp_path: Path) -> None:
    kept = groundrules(tmp_path, "drill", "first-ask", "--save", "a.record", given="2\n1\n")
    shown = groundrules(tmp_path, "record", "show", "a.record")

    assert kept.returncode == 0
    assert shown.returncode == 0
    assert "B │ S1: Good. They hide a loss of two million." in shown.stdout


def test_an_unfinished_play_is_not_kept_and_that_is_said(tmp_path: Path) -> None:
    done = groundrules(tmp_path, "drill", "first-ask", "--save", "a.record", given="2\n")

    assert done.returncode == 2
    assert "the play was not finished, so nothing was kept" in done.stderr
    assert not (tmp_path / "a.record").exists()


def test_a_file_that_is_there_is_refused_before_the_play(tmp_path: Path) -> None:
    (tmp_path / "a.record").write_text("mine", encoding="utf-8")
    refused = groundrules(tmp_path, "drill", "first-ask", "--save", "a.record", given="2\n1\n")
    forced = groundrules(
        tmp_path, "drill", "first-ask", "--save", "a.record", "--force", given="2\n1\n"
    )

    assert (refused.returncode, refused.stdout) == (2, "")
    assert "the file is there already" in refused.stderr
    assert forced.returncode == 0
    assert (tmp_path / "a.record").read_text(encoding="utf-8").startswith("conversation: drill-")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["frist-ask"], "did you mean first-ask?"),
        (["first-ask", "--side", "source"], "--side lists scenarios: leave it out to play one"),
        (["--save", "a.record"], "--save keeps a play: name the scenario to play"),
        (["--side", "both"], "is not one of 'source', 'reporter'"),
    ],
)
def test_misuse(tmp_path: Path, arguments: list[str], complaint: str) -> None:
    done = groundrules(tmp_path, "drill", *arguments)

    assert done.returncode == 2
    assert complaint in done.stderr
    assert done.stderr.count("\n") == 1
