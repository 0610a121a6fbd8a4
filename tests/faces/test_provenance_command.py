"""`groundrules provenance`, as a process."""

from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING

import pytest
from newsroom import DRAFT, at_a_terminal, furnish, groundrules

from harbor_case import OPEN_WORDS, TEXT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def room(tmp_path: Path) -> Path:
    furnish(tmp_path)
    return tmp_path


def test_a_quotation_is_tied_to_its_turn_and_the_status_is_0(room: Path) -> None:
    done = groundrules(room, "provenance", DRAFT)

    assert (done.returncode, done.stderr) == (0, "")
    assert "draft.md:4:16: letter for letter\n" in done.stdout
    assert "(harbor#8)" in done.stdout
    assert "1 quotation: 1 letter for letter.\n" in done.stdout


def test_a_pipe_covers_what_is_protected_and_a_terminal_does_not(room: Path) -> None:
    assert OPEN_WORDS[:-1] not in groundrules(room, "provenance", DRAFT).stdout
    assert OPEN_WORDS[:-1] in at_a_terminal(room, "provenance", DRAFT, "--color", "never")


def test_a_reveal_is_recorded_with_the_statements_that_are_quoted(room: Path) -> None:
    done = groundrules(room, "provenance", DRAFT, "--reveal")
    (line,) = (room / ".groundrules" / "reveals.jsonl").read_text("utf-8").splitlines()
    entry = json.loads(line)

    assert "source: Dana Whitfield" in done.stdout
    assert (entry["format"], entry["conversations"], entry["statements"]) == (
        "provenance-text",
        ["harbor"],
        ["harbor#8"],
    )


@pytest.mark.parametrize(
    ("output", "begins", "mode"),
    [
        ("q.html", "<!doctype html>\n", 0o600),
        ("q.HTM", "<!doctype html>\n", 0o600),
        ("q.json", "{\n", 0o644),
        ("q.txt", "draft.md:4:16: ", 0o644),
        ("q", "draft.md:4:16: ", 0o644),
    ],
)
def test_the_ending_of_the_file_says_the_form(
    room: Path, output: str, begins: str, mode: int
) -> None:
    done = groundrules(room, "provenance", DRAFT, "--output", output)

    assert (done.returncode, done.stdout) == (0, "")
    assert (room / output).read_text(encoding="utf-8").startswith(begins)
    assert mode == stat.S_IMODE((room / output).stat().st_mode)


def test_the_format_wins_over_the_ending(room: Path) -> None:
    groundrules(room, "provenance", DRAFT, "--output", "q.txt", "--format", "json")

    assert json.loads((room / "q.txt").read_text("utf-8"))["schema"] == "groundrules-provenance-1"


def test_standard_input_has_the_name_it_is_given(room: Path) -> None:
    done = groundrules(room, "provenance", "-", "--stdin-filename", "desk/new.md", given=TEXT)

    assert done.stdout.startswith("desk/new.md:4:16: letter for letter\n")


def test_without_a_record_it_is_2(tmp_path: Path) -> None:
    (tmp_path / DRAFT).write_text(TEXT, encoding="utf-8")

    assert groundrules(tmp_path, "provenance", DRAFT).returncode == 2
