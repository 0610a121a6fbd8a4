"""`groundrules prepare` and `groundrules plan`: scripted, and by a person at a terminal."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest
from keyboard import CTRL_C, sit_down
from newsroom import groundrules

if TYPE_CHECKING:
    from pathlib import Path

FILE = "preparation.json"
THREE_MINUTES = 180
INTERRUPTED = 130


def answers(folder: Path, file: str = FILE) -> dict[str, object]:
    kept = json.loads((folder / file).read_text(encoding="utf-8"))
    assert isinstance(kept["answers"], dict)
    return kept["answers"]


@pytest.mark.parametrize("columns", [80, 40])
def test_from_nothing_to_a_printed_plan_by_pressing_enter(tmp_path: Path, columns: int) -> None:
    begun = time.monotonic()
    sitting = sit_down(tmp_path, columns, [], "prepare")
    planned = sit_down(tmp_path, columns, [], "plan", FILE)

    assert time.monotonic() - begun < THREE_MINUTES
    assert (sitting.status, planned.status) == (0, 0)
    assert sitting.prompts == 26
    assert len(answers(tmp_path)) == 25
    assert "What we would choose: do not say it" in sitting.screen
    assert "[ ] Speak first." in planned.screen
    rows = [*sitting.screen.splitlines(), *planned.screen.splitlines()]
    assert [row for row in rows if len(row) > columns] == []


def test_the_first_screen_says_where_the_answers_are_and_how_to_be_rid_of_them(
    tmp_path: Path,
) -> None:
    first = sit_down(tmp_path, 80, ["q\n"], "prepare", "my talk.json")
    screen = " ".join(first.screen.split())

    assert "kept in the file my talk.json. It is not encrypted" in screen
    assert "rm 'my talk.json'" in screen
    assert "You are always on the record" in screen
    assert "Nothing was answered, and nothing was written." in screen
    assert (first.status, list(tmp_path.iterdir())) == (0, [])


def test_a_person_stops_and_goes_on_later(tmp_path: Path) -> None:
    stopped = sit_down(tmp_path, 80, ["The Ledger Post\n", "q\n"], "prepare")
    resumed = sit_down(tmp_path, 80, ["Ana Ruiz\n", CTRL_C], "prepare")

    assert stopped.status == 0
    assert "Every answer so far is saved." in stopped.screen
    assert "No published rules of The Ledger Post are known here." in stopped.screen
    assert "groundrules prepare preparation.json" in stopped.screen
    assert "1 answered so far." in resumed.screen
    assert "2 of about 25" in resumed.screen
    assert "Every answer so far is saved." in resumed.screen
    assert resumed.status == INTERRUPTED
    assert answers(tmp_path) == {"outlet": "The Ledger Post", "reporter": "Ana Ruiz"}


def test_a_person_goes_back_and_changes_an_answer(tmp_path: Path) -> None:
    keys = [
        "b\n",
        "AP\n",
        "?\n",
        "Ana\n",
        "b\n",
        "Ben\n",
        "the port\n",
        "2\n",
        "1\n",
        "b\n",
        "b\n",
        "1\n",
        "q\n",
    ]
    sitting = sit_down(tmp_path, 80, keys, "prepare")

    assert "This is the first question." in sitting.screen
    assert "It goes on your page for the talk, and nowhere else." in sitting.screen
    assert "What have you thought through since you were asked?" in sitting.screen
    assert answers(tmp_path) == {
        "outlet": "AP",
        "reporter": "Ben",
        "matter": "the port",
        "asked_by": "me",
    }


def test_at_the_end_a_person_may_go_back_to_any_question(tmp_path: Path) -> None:
    groundrules(tmp_path, "prepare", "--defaults")
    sitting = sit_down(tmp_path, 80, ["1\n", "NPR\n", "b\n", "stay-out\n", "\n"], "prepare")

    assert "Those were all 25 questions." in sitting.screen
    assert answers(tmp_path)["outlet"] == "NPR"
    assert answers(tmp_path)["gut"] == "stay-out"
    assert "The words are read by the rules of NPR." in sitting.screen
    assert "Your gut says that you should stay out of it." in sitting.screen


def test_answers_come_from_a_script(tmp_path: Path) -> None:
    done = groundrules(tmp_path, "prepare", "p.json", given="The Washington Post\nAna Ruiz\n")

    assert (done.returncode, done.stderr) == (0, "")
    assert "> The Washington Post\nThe words are read by the rules of the Washington Post." in (
        done.stdout
    )
    assert done.stdout.endswith("Go on with:\n\n  groundrules prepare p.json\n")
    assert answers(tmp_path, "p.json") == {"outlet": "The Washington Post", "reporter": "Ana Ruiz"}


def test_a_script_that_answers_everything_gets_the_advice(tmp_path: Path) -> None:
    done = groundrules(tmp_path, "prepare", given="\n" * 25)

    assert done.returncode == 0
    assert "What we would choose: do not say it" in done.stdout
    assert [path.name for path in tmp_path.iterdir()] == [FILE]
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600


def test_an_answer_that_does_not_fit_is_asked_for_again(tmp_path: Path) -> None:
    done = groundrules(tmp_path, "prepare", given="x" * 301 + "\nAP\n")

    assert "That does not fit: it must be one line of up to 300 characters." in done.stdout
    assert answers(tmp_path) == {"outlet": "AP"}


def test_defaults_ask_nothing_and_keep_what_was_answered(tmp_path: Path) -> None:
    groundrules(tmp_path, "prepare", given="AP\n")
    done = groundrules(tmp_path, "prepare", "--defaults")

    assert (done.returncode, ">" in done.stdout) == (0, False)
    assert answers(tmp_path)["outlet"] == "AP"
    assert "Besides the reporter: a manager of the newsroom." in done.stdout


def test_a_policy_may_be_named(tmp_path: Path) -> None:
    done = groundrules(tmp_path, "prepare", "--defaults", "--policy", "washington-post")
    wrong = groundrules(tmp_path, "prepare", "--defaults", "--policy", "washinton-post")

    assert "The words are read by the rules of the Washington Post." in done.stdout
    assert wrong.returncode == 2
    assert "did you mean washington-post?" in wrong.stderr


def test_a_file_of_somebody_else_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.json"
    path.write_text('{"secret": "word"}', encoding="utf-8")
    done = groundrules(tmp_path, "prepare", "notes.json", "--defaults")

    assert done.returncode == 2
    assert done.stderr == (
        "groundrules: notes.json: this is no file of answers before a talk (name a file that "
        "`groundrules prepare` wrote, or begin with a new one)\n"
    )
    assert path.read_text(encoding="utf-8") == '{"secret": "word"}'


def test_the_plan_in_every_form(tmp_path: Path) -> None:
    groundrules(tmp_path, "prepare", "--defaults")
    text = groundrules(tmp_path, "plan", FILE, COLUMNS="40")
    html = groundrules(tmp_path, "plan", FILE, "--format", "html")
    head = groundrules(tmp_path, "plan", FILE, "--format", "record", "--policy", "ap")

    assert text.stdout.startswith("My page for the talk\n")
    assert max(map(len, text.stdout.splitlines())) <= 40
    assert "<h1" in html.stdout
    assert head.stdout == (
        "conversation: talk\ndate:\npolicy: ap\nparties:\n  R1: reporter\n  S1: source\n"
    )
    for name in ("page.pdf", "page.docx", "page.html", "talk.record"):
        done = groundrules(tmp_path, "plan", FILE, "--out", name)
        assert (done.stdout, done.stderr) == (f"wrote {name}\n", "")
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600
    again = groundrules(tmp_path, "plan", FILE, "--out", "talk.record")
    assert again.returncode == 2
    assert "overwrite it with --force" in again.stderr
    assert groundrules(tmp_path, "plan", FILE, "--out", "talk.record", "--force").returncode == 0


def test_the_head_of_the_record_is_one_that_the_record_command_reads(tmp_path: Path) -> None:
    groundrules(tmp_path, "prepare", given="The Washington Post\nAna Ruiz\nthe port\n")
    groundrules(tmp_path, "plan", FILE, "--out", "port.record")
    record = tmp_path / "port.record"
    record.write_text(record.read_text(encoding="utf-8") + "\nR1: Shall we?\n", encoding="utf-8")
    shown = groundrules(tmp_path, "record", "show", "port.record")

    assert shown.returncode == 0
    assert "R1: Shall we?" in shown.stdout


def test_a_plan_needs_a_file(tmp_path: Path) -> None:
    done = groundrules(tmp_path, "plan", "none.json")

    assert done.returncode == 2
    assert done.stderr.startswith("groundrules: none.json: there is no such file")
