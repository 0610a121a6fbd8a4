"""`groundrules record`: a record as lines, as a page, and many of them as a timeline."""

from __future__ import annotations

import json
import os
import stat
from typing import TYPE_CHECKING

import pytest
from newsroom import at_a_terminal, furnish
from unlocked import office

from groundrules.faces.cli import main
from groundrules.keys.cards import Role
from groundrules.vault.conversations import begin
from harbor_case import SECRET
from vault_fixtures import record_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from unlocked import Office

HARBOR = "records/harbor.record"
SECOND = """\
conversation: union
date: 2026-11-04
parties:
  S2: source, Marcus Oyelaran

S2: Ask the bank.
"""


@pytest.fixture(autouse=True)
def _room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("GROUNDRULES_")]:
        monkeypatch.delenv(name)
    furnish(tmp_path)
    (tmp_path / "records" / "union.record").write_text(SECOND, encoding="utf-8")


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert 0 == main(["record", *arguments])
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("talk.html", "<!doctype html>\n"),
        ("talk.txt", "harbor, 2026-11-03T14:00:00+00:00, read under policy ap\n"),
    ],
)
def test_a_record_is_written_for_its_owner_alone(
    name: str, begins: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert f"wrote {name}\n" == printed(capsys, "show", HARBOR, "--out", name)

    written = (tmp_path / name).read_text(encoding="utf-8")
    assert written.startswith(begins)
    assert SECRET in written
    assert 0o600 == stat.S_IMODE((tmp_path / name).stat().st_mode)
    assert 2 == main(["record", "show", HARBOR, "--out", name])
    assert "the file is there already" in capsys.readouterr().err
    assert 0 == main(["record", "show", HARBOR, "--out", name, "--force"])


def test_a_page_goes_to_the_terminal_too(capsys: pytest.CaptureFixture[str]) -> None:
    shown = printed(capsys, "show", HARBOR, "--format", "html")

    assert shown.startswith("<!doctype html>\n")
    assert shown.endswith("</html>\n")


def test_json_is_written_to_a_file_as_well(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    printed(capsys, "show", HARBOR, "--json", "--out", "talk.json")

    assert "harbor" == json.loads((tmp_path / "talk.json").read_bytes())["conversation"]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["show", "records", "--format", "html"], "a page holds one conversation"),
        (["show", HARBOR, "--format", "html", "--json"], "a page of HTML is no JSON"),
        (["show", HARBOR, "--out", "talk.pdf"], "a record is not shown as pdf"),
        (["show", HARBOR, "--out", "talk.txt", "--format", "html"], "no name for html"),
        (["show", HARBOR, "--out", HARBOR, "--force"], "a record is not overwritten"),
        (["show", "other", "--out", "./other", "--force"], "a record is not overwritten"),
        (["show", HARBOR, "--format", "docx"], "is not one of"),
        (["timeline", "none.record"], "none.record"),
        (["timeline", "records", "records/union.record", "none"], "none: there is no such file"),
    ],
)
def test_what_it_cannot_do_it_says_in_one_line(
    arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "other").write_text(SECOND, encoding="utf-8")

    assert 2 == main(["record", *arguments])
    out, err = capsys.readouterr()
    assert "" == out
    assert 1 == len(err.splitlines())
    assert complaint in err
    assert SECOND == (tmp_path / "other").read_text(encoding="utf-8")


def test_a_timeline_has_a_line_for_each_record_of_files_and_folders(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    shown = printed(capsys, "timeline", "records")

    assert ["date", "2026-11-03", "2026-11-04"] == [
        line.split()[0] for line in shown.splitlines()[:3]
    ]
    assert shown == printed(capsys, "timeline")
    assert shown == printed(capsys, "timeline", "records/union.record", HARBOR)
    assert SECRET not in shown
    assert "Whitfield" not in shown


def test_a_timeline_is_of_the_records_that_are_set(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "groundrules.toml").write_text('records = ["records/union.record"]\n', "utf-8")

    shown = json.loads(printed(capsys, "timeline", "--json"))
    assert ["union"] == [one["conversation"] for one in shown]


def test_a_timeline_is_read_under_the_policy_that_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown = json.loads(printed(capsys, "timeline", "--json", "--policy", "npr"))

    assert {"harbor": "ap", "union": "npr"} == {one["conversation"]: one["policy"] for one in shown}


def test_a_timeline_is_coloured_at_a_terminal(tmp_path: Path) -> None:
    shown = at_a_terminal(tmp_path, "record", "timeline")

    assert "\x1b[32mR" in shown
    assert "\x1b[31mO" in shown


PEOPLE = {"Ana": (Role.REPORTER,), "Ben": (Role.REPORTER,), "Eli": (Role.EDITOR,)}


@pytest.fixture
def newsroom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Office]:
    """Give a vault of two reporters and an editor, with a talk of each reporter's."""
    with office(tmp_path, monkeypatch, capsys, PEOPLE) as opened:
        opened.begin(record_text())
        begin(opened.room.vault("Ben"), record_text("union"))
        yield opened


@pytest.mark.parametrize(
    ("name", "shown", "said"),
    [
        ("Ana", ["harbor-2026-11-03"], "1 other conversation not shown: you may not read"),
        (
            "Eli",
            ["harbor-2026-11-03", "union"],
            "2 conversations shown by the terms alone: you may not read the words.",
        ),
    ],
)
def test_a_timeline_of_a_vault_has_all_of_which_the_terms_may_be_read(
    newsroom: Office, capsys: pytest.CaptureFixture[str], name: str, shown: list[str], said: str
) -> None:
    newsroom.unlock(name)
    page = " ".join(newsroom.run("record", "timeline", "office.vault").split())
    assert 0 == main(["record", "timeline", "office.vault", "--json"])
    listed, told = capsys.readouterr()

    assert said in page
    assert said in told
    assert f"{len(shown)} conversation" in page
    assert shown == [one["conversation"] for one in json.loads(listed)]


def test_a_timeline_of_a_vault_of_which_nothing_may_be_read_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with office(tmp_path, monkeypatch, capsys, PEOPLE) as opened:
        opened.unlock("Ben")
        empty = opened.run("record", "timeline", "office.vault", status=2)
        opened.begin(record_text())
        page = opened.run("record", "timeline", "office.vault")

    assert "there is no record in this vault" in empty
    assert "1 other conversation not shown: you may not read the terms." in page
    assert "Each rail" not in page


def test_a_record_of_which_the_terms_alone_may_be_read_is_shown_without_its_words(
    newsroom: Office,
) -> None:
    newsroom.unlock("Eli")
    mixed = newsroom.run("record", "timeline", HARBOR, "office.vault/union", "--json")
    shown = newsroom.run("record", "show", "office.vault/harbor-2026-11-03")
    none = newsroom.run("record", "show", "office.vault/nowhere", status=2)

    assert "> ask off-the-record" in shown
    assert "S1: (sealed)" in shown
    assert "Friday" not in shown
    assert "Whitfield" not in shown
    assert '"conversation": "harbor"' in mixed
    assert '"conversation": "union"' in mixed
    assert "there is no record of this name" in none
