"""`groundrules meeting`: each of its commands, in a folder of example meetings."""

from __future__ import annotations

import io
import os
import shutil
import stat
import sys
from pathlib import Path

import pytest
from keyboard import sit_down

from groundrules.faces.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"
ROUND_TABLE = "meetings/records/round-table.record"


@pytest.fixture(autouse=True)
def _room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(EXAMPLES / "meetings", tmp_path / "meetings")
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("GROUNDRULES_")]:
        monkeypatch.delenv(name)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    assert main(("meeting", *arguments)) == status
    out, err = capsys.readouterr()
    return err if status else out


@pytest.mark.parametrize(
    ("arguments", "first"),
    [
        ((), "How to open a briefing on background"),
        (("--level", "otr"), "How to open a briefing off the record"),
        (("--kind", "chatham-house"), "How to open a meeting under the Chatham House Rule"),
        (("--kind", "negotiation"), "How to open talks between two sides off the record"),
        (("--policy", "ap"), "How to open a briefing on background"),
    ],
)
def test_the_words_to_open_with(
    arguments: tuple[str, ...], first: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert printed(capsys, "announce", *arguments).splitlines()[0] == first


def test_the_words_of_a_briefing_have_its_description_and_its_embargo(
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = ("--description", "an official", "--embargo", "2026-12-05T06:00-05:00")
    shown = " ".join(printed(capsys, "announce", "--policy", "ap", *asked).replace("|", "").split())

    assert "You may describe us as “an official”." in shown
    assert "before 06:00 (UTC-05:00) on December 5, 2026" in shown
    assert '> announce background description="an official" embargo=2026-12-05T06:00-05:00' in shown


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("announce", "--embargo", "2026-12-05"), "--embargo: the time of day is missing"),
        (
            ("announce", "--level", "otr", "--embargo", "the vote"),
            "nothing that is said off the record is ever published",
        ),
        (
            ("announce", "--level", "otr", "--description", "an official"),
            "nobody is described for what is said off the record",
        ),
        (
            ("announce", "--kind", "chatham-house", "--description", "an official"),
            "nobody is described for what is said under the Chatham House Rule",
        ),
        (("announce", "--level", "backgruond"), "this is no level that a meeting is held on"),
        (("announce", "--level", "on-the-record"), "this is no level that a meeting is held on"),
        (
            ("announce", "--kind", "chatham-house", "--level", "background"),
            "a meeting under the Chatham House Rule has that level and no other",
        ),
        (("announce", "--policy", "app"), "there is no policy called 'app'"),
        (("who", "missing.record"), "missing.record: there is no such file"),
        (("minutes", ROUND_TABLE, "--as-of", "noon"), "this is not an instant"),
        (
            ("minutes", ROUND_TABLE, "--format", "markdown", "--out", "x.pdf"),
            "no name for markdown",
        ),
        (("aside", "missing.txt"), "missing.txt: there is no such file"),
    ],
)
def test_misuse(
    arguments: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert message in printed(capsys, *arguments, status=2)


def test_who_accepted(capsys: pytest.CaptureFixture[str]) -> None:
    shown = printed(capsys, "who", "meetings/records/briefing.record", "--policy", "ap")

    assert "Kim Osei did." in " ".join(shown.split())


def test_minutes_in_every_form(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for name in ("a.txt", "a.html", "a.docx", "a.pdf", "a.md"):
        assert printed(capsys, "minutes", ROUND_TABLE, "--out", name) == f"wrote {name}\n"
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    assert (tmp_path / "a.md").read_text("utf-8") == printed(
        capsys, "minutes", ROUND_TABLE, "--format", "markdown"
    )
    assert "a.md" in printed(capsys, "minutes", ROUND_TABLE, "--out", "a.md", status=2)
    assert printed(capsys, "minutes", ROUND_TABLE, "--out", "a.md", "--force") == "wrote a.md\n"


@pytest.mark.parametrize("name", ["round-table", "quay-lease"])
def test_the_mended_minutes_are_those_that_are_printed(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    record = f"meetings/records/{name}.record"
    mended = Path("meetings", f"{name}-minutes-mended.md").read_text("utf-8")

    assert mended == printed(capsys, "minutes", record, "--format", "markdown")


@pytest.mark.parametrize(
    ("name", "policy", "found"),
    [
        ("round-table", "chatham-house", {"GR101", "GR203", "GR401", "GR402", "GR403"}),
        ("quay-lease", "negotiation", {"GR101", "GR401", "GR402"}),
    ],
)
def test_minutes_are_checked_like_any_draft(
    name: str, policy: str, found: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    record = f"meetings/records/{name}.record"
    options = ("--records", record, "--policy", policy, "--format", "concise")

    assert main(("check", f"meetings/{name}-minutes.md", *options, "--ignore", "GR6,GR7")) == 1
    broken = capsys.readouterr().out
    findings, _, unchecked = broken.partition("Not checked: ")
    assert {word for word in findings.split() if word.startswith("GR")} == found
    assert "switched off: GR" in unchecked
    assert (
        main(("check", f"meetings/{name}-minutes-mended.md", *options, "--fail-on", "error")) == 0
    )
    assert " error" not in capsys.readouterr().out


@pytest.mark.parametrize("name", ["round-table", "briefing", "quay-lease", "quay-lease-side"])
def test_no_minutes_that_we_write_break_a_promise(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    record = f"meetings/records/{name}.record"
    printed(capsys, "minutes", record, "--out", "out.md")

    assert main(("check", "out.md", "--records", "meetings/records", "--fail-on", "error")) == 0


def test_those_who_came(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Miriam Okonjo" in printed(capsys, "attendees", ROUND_TABLE)
    assert "Miriam" not in printed(capsys, "attendees", ROUND_TABLE, "--public")


def test_an_aside_from_a_file_and_from_a_pipe(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("points.txt").write_text("yes: our lease ends\n", "utf-8")
    of_a_file = printed(capsys, "aside", "points.txt", "--tell", "the board")
    piped = io.TextIOWrapper(io.BytesIO(b"yes: our lease ends\n"), "utf-8")
    monkeypatch.setattr(sys, "stdin", piped)

    assert of_a_file == printed(capsys, "aside", "--tell", "the board")
    assert "- Leave it out: our lease ends" in of_a_file
    assert '> ask off-the-record tell="the board"' in of_a_file


@pytest.mark.parametrize("columns", [40, 80])
def test_an_aside_is_asked_for_point_by_point_at_a_terminal(tmp_path: Path, columns: int) -> None:
    typed = ("our lease ends", "1", "we start in May", "3", "", "the board", "")
    keys = [f"{one}\n" for one in typed]

    sitting = sit_down(tmp_path, columns, keys, "meeting", "aside")

    assert sitting.status == 0
    assert "- Leave it out: our lease ends" in sitting.screen
    assert "- You can say it: we start in May" in sitting.screen
    assert "“the board”" in " ".join(sitting.screen.split())


def test_to_stop_asking_keeps_what_was_answered(tmp_path: Path) -> None:
    sitting = sit_down(tmp_path, 80, ["our lease ends\n", "2\n", "q\n"], "meeting", "aside")

    assert sitting.status == 0
    assert "- Leave it out, until you are sure: our lease ends" in sitting.screen
