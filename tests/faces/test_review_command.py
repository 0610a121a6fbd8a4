"""`groundrules review`: one key decides, at a terminal and from a pipe."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from newsroom import groundrules
from single_keys import press

from groundrules.reporters.sheets.sheet_wrapping import width_of

if TYPE_CHECKING:
    from pathlib import Path

HEAD = (
    "# Ours.\nconversation: c\nparties:\n  AR: reporter, Ana Ruiz\n  S1: source, Dana Whitfield\n\n"
)
TALK = """[00:00:01] S1: Can we go off the record for a second?
  ?> ask off-the-record
# She nodded.
[00:00:05] AR: Sure.
  ?> agree
[00:00:09] S1:   The deal was dead by Friday.
[00:00:12] AR: Back on the record?
  ?> return
[00:00:14] S1: Fine. We vote in May.
  ?> return-accept
"""
NAME = "c.record"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / NAME
    path.write_text(HEAD + TALK, encoding="utf-8")
    return path


def piped(record: Path, *keys: str, status: int = 0) -> str:
    """Review a record with keys from a pipe; return what was printed."""
    ended = groundrules(record.parent, "review", NAME, given="".join(f"{key}\n" for key in keys))
    assert (ended.returncode, ended.stderr) == (status, "")
    return ended.stdout


def talk(record: Path) -> str:
    text = record.read_text(encoding="utf-8")
    assert text.startswith(HEAD)
    return text.removeprefix(HEAD)


def test_a_proposal_is_shown_with_its_turns_its_reason_and_what_hangs_on_it(record: Path) -> None:
    page = piped(record)

    assert page.startswith(
        "\n1 of 4\n"
        ">    1 00:00:01 S1: [Can we go off the record for a second?]\n"
        "     2 00:00:05 AR: Sure.\n"
        "     3 00:00:09 S1: The deal was dead by Friday.\n"
        "\n"
        "S1, Dana Whitfield, asks for terms: off the record.\n"
        "?> ask off-the-record\n"
        "Why: "
    )
    assert (
        "\nTurns 2-4: off the record if it is so, on the record if not (now: terms not settled).\n"
        in page
    )


def test_each_key_decides(record: Path) -> None:
    page = piped(record, "a", "R", "unclear", "s", "")

    assert "Accepted." in page
    assert "Rejected." in page
    assert "Marked unclear." in page
    assert "Left for later." in page
    assert "Decided: 1 accepted, 1 rejected, 1 marked unclear.\n1 proposal waits" in page
    assert talk(record) == TALK.replace("?> ask", "> ask").replace("  ?> agree\n", "").replace(
        "?> return\n", "> unclear\n"
    )


def test_undo_goes_back_any_number_of_steps(record: Path) -> None:
    page = piped(record, "a", "s", "r", "z", "z", "z", "z", "q")

    assert page.count("Undone.") == 3
    assert page.count("There is nothing to undo.") == 1
    assert "Decided: nothing.\n4 proposals wait" in page
    assert talk(record) == TALK


def test_the_last_decision_can_be_undone_too(record: Path) -> None:
    page = piped(record, "a", "a", "a", "a", "z", "r", "")

    assert page.count("That was the last one.") == 2
    assert page.endswith(
        "Decided: 3 accepted, 1 rejected.\n"
        "See the terms with:\n  groundrules record show c.record\n"
    )
    assert "?>" not in talk(record)
    assert "return-accept" not in talk(record)


def test_it_goes_on_where_it_was_left(record: Path) -> None:
    piped(record, "a", "q")
    page = piped(record, "a")

    assert page.startswith("\n1 of 3\n")
    assert talk(record).count("?>") == 2
    assert talk(record).count("> agree\n") == 1


def test_what_is_no_key_is_asked_again_and_help_is_given(record: Path) -> None:
    page = piped(record, "x", "?", "q")

    assert "Please press one of these." in page
    assert "a: it was said and meant so." in page
    assert talk(record) == TALK


def test_a_record_in_which_nothing_waits(record: Path) -> None:
    record.write_text(HEAD + "S1: Hello.\n", encoding="utf-8")

    assert piped(record) == "Nothing waits in c.record.\n"


def test_an_act_is_changed_by_small_questions(record: Path) -> None:
    page = piped(
        *(record, "c", "level", "background", "rights", "quote", "paraphrase"),
        *("description", "an aide", "", "embargo", "tomorrow at six", "scope", "the sale"),
        *("who", "AR", "kind", "offer", "done", "q"),
    )

    assert "Changed, and accepted." in page
    assert (
        "\n  > offer background quote=paraphrase"
        ' description="an aide" embargo="tomorrow at six" scope="the sale" by=AR\n'
    ) in talk(record)


def test_a_change_can_take_things_away(record: Path) -> None:
    line = '  ?> ask background quote=no description="x" embargo=2026-11-05T06:00-05:00 scope="y"\n'
    text = HEAD + TALK.replace("  ?> ask off-the-record\n", line)
    record.write_text(text, encoding="utf-8")

    page = piped(
        *(record, "c", "rights", "quote", "none", "description", "-", "scope", "-"),
        *("embargo", "2026-13-05", "-", "who", "?", "done", "q"),
    )

    assert "there is no such day or time" in page
    assert talk(record).split("\n")[1] == "  > ask background by=?"


def test_an_ask_without_terms_is_not_accepted(record: Path) -> None:
    page = piped(record, "s", "c", "kind", "ask", "", "", "done", "q")

    assert "It must name terms." in page
    assert "What did it name?" in page


def test_nothing_is_changed_by_a_change_that_is_given_up(record: Path) -> None:
    page = piped(record, "c", "level", "background", "q", "c", "done", "q")

    assert "Nothing is changed." in page
    assert "Decided: 1 accepted." in page
    assert talk(record) == TALK.replace("?> ask", "> ask")


def test_what_cannot_be_reviewed_is_said_in_one_line(record: Path) -> None:
    missing = groundrules(record.parent, "review", "none.record")
    piped_record = groundrules(record.parent, "review", "-", given=HEAD + TALK)

    assert (missing.returncode, missing.stderr.count("\n")) == (2, 1)
    assert "there is no such file" in missing.stderr
    assert (piped_record.returncode, piped_record.stderr.count("\n")) == (2, 1)


@pytest.mark.parametrize("columns", [80, 40])
def test_single_keys_at_a_terminal(record: Path, columns: int) -> None:
    sitting = press(
        record.parent, columns, ["a", "c", "done\n", "s", "z", "u", "\r", "q"], "review", NAME
    )

    assert sitting.status == 0
    assert max(width_of(row) for row in sitting.screen.split("\n")) <= columns
    for said in ("1 of 4", "2 of 4", "3 of 4", "4 of 4", "Undone.", "Left for later."):
        assert said in sitting.screen
    assert talk(record) == TALK.replace("?> ask", "> ask").replace("?> agree", "> agree").replace(
        "?> return\n", "> unclear\n"
    )


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_what_was_decided_stays_where_the_person_breaks_off(record: Path, key: str) -> None:
    sitting = press(record.parent, 80, ["a", key], "review", NAME)

    assert sitting.status == (130 if key == "\x03" else 0)
    assert talk(record) == TALK.replace("?> ask", "> ask")
