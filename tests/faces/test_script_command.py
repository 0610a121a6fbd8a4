"""`groundrules script`: on the terminal, in a file, and where it is refused."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from groundrules.faces.cli import main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("GROUNDRULES_")]:
        monkeypatch.delenv(name)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    assert main(("script", *arguments)) == status
    out, err = capsys.readouterr()
    return err if status else out


def test_the_words_to_say_on_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, "off-the-record", "--policy", "washington-post")

    assert text.splitlines()[0] == "The words to say: off the record"
    assert "You may not ask other people about it" in " ".join(text.split())


@pytest.mark.parametrize("columns", ["40", "80"])
def test_every_row_fits_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    rows = printed(capsys, "background", "--policy", "ap", "--side", "reporter").splitlines()

    assert [row for row in rows if len(row) > int(columns)] == []


def test_all_options_together(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    options = {
        "--policy": "ap",
        "--mine": "state-department",
        "--side": "source",
        "--channel": "in-person",
        "--english": "british",
        "--description": "an official",
        "--format": "html",
        "--out": "script.html",
        "--color": "never",
    }
    words = [word for pair in options.items() for word in pair]

    assert printed(capsys, "background", *words) == "wrote script.html\n"
    page = (tmp_path / "script.html").read_text("utf-8")
    assert 'lang="en-GB"' in page
    assert "‘an official’" in page
    assert stat.S_IMODE((tmp_path / "script.html").stat().st_mode) == 0o600


def test_a_file_that_is_there_is_kept_unless_forced(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "script.txt").write_text("mine", encoding="utf-8")

    assert "script.txt" in printed(capsys, "otr", "--out", "script.txt", status=2)
    assert (tmp_path / "script.txt").read_text(encoding="utf-8") == "mine"
    assert printed(capsys, "otr", "--out", "script.txt", "--force") == "wrote script.txt\n"


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_a_script_on_paper(capsys: pytest.CaptureFixture[str], tmp_path: Path, form: str) -> None:
    printed(capsys, "chatham-house", "--out", f"script.{form}")

    begins = {"docx": b"PK", "pdf": b"%PDF"}[form]
    assert (tmp_path / f"script.{form}").read_bytes().startswith(begins)


def test_a_message_only_asks_for_a_call(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, "otr", "--channel", "message")

    assert "Could we talk by phone?" in text
    assert "You may" not in text


def test_a_wrong_level(capsys: pytest.CaptureFixture[str]) -> None:
    complaint = printed(capsys, "off-the-recrod", status=2)

    assert complaint.startswith("groundrules: LEVEL: there is no such level (did you mean off-the-")
    assert len(complaint.splitlines()) == 1
