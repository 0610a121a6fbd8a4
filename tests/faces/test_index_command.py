"""`groundrules index`, and the check that uses what it builds, as commands."""

from __future__ import annotations

import json
import os
import sqlite3
from typing import TYPE_CHECKING

import pytest
from newsroom import AS_OF, DRAFT, furnish

from groundrules.faces.cli import main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("GROUNDRULES_")]:
        monkeypatch.delenv(name)
    furnish(tmp_path)


def run(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> tuple[str, str]:
    """Run a command that ends with a status; return what it printed, and what it complained of."""
    assert status == main(arguments)
    out, err = capsys.readouterr()
    return out, err


def the_index(folder: Path) -> Path:
    (found,) = (folder / ".groundrules" / "index").iterdir()
    return found


def test_it_is_built_told_of_and_proven(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "`groundrules index build` makes one" in run(capsys, "index", "status")[0]

    built, said = run(capsys, "index", "build")
    assert f"{the_index(tmp_path)}: 1 conversation; 1 read, 0 taken out.\n" == built
    assert "" == said

    shown = run(capsys, "index", "status")[0]
    assert "holds  1 conversation, " in shown
    assert "state  up to date\n" in shown
    assert "Nothing is damaged: 1 conversation compared.\n" == run(capsys, "index", "verify")[0]


def test_a_status_for_other_programs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert {"records": None, "archive": None} == json.loads(
        run(capsys, "index", "status", "--json")[0]
    )

    run(capsys, "index", "build")
    run(capsys, "index", "build", "--archive", ".")
    found = json.loads(run(capsys, "index", "status", "--json")[0])

    assert (str(the_index(tmp_path)), 1, True) == tuple(
        found["records"][key] for key in ("folder", "talks", "is_current")
    )
    assert (1, 0, 0, 0) == tuple(
        found["archive"][key] for key in ("talks", "added", "altered", "gone")
    )


def test_a_check_finds_the_same_and_says_nothing_of_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    check = ("check", DRAFT, "--format", "json", "--as-of", AS_OF)
    before = run(capsys, *check, status=1)
    run(capsys, "index", "build")

    assert before == run(capsys, *check, status=1)


def test_a_check_with_a_damaged_index_says_so_and_reads_everything(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    check = ("check", DRAFT, "--format", "json", "--as-of", AS_OF)
    before, _ = run(capsys, *check, status=1)
    run(capsys, "index", "build")
    (the_index(tmp_path) / "cards.sqlite").write_bytes(b"x" * 8192)

    found, said = run(capsys, *check, status=1)

    assert before == found
    assert said.startswith("groundrules: the index is not used, and every record is read instead")
    assert 1 == said.count("\n")


def test_damage_is_named_and_a_new_index_takes_the_place_of_the_old(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "index", "build")
    with sqlite3.connect(the_index(tmp_path) / "cards.sqlite") as base:
        base.execute("UPDATE people SET unnamed = 1 - unnamed")
    base.close()

    _, said = run(capsys, "index", "verify", status=2)
    assert "the card of conversation harbor is not what it should be" in said
    assert "groundrules index rebuild" in said

    run(capsys, "index", "rebuild")
    run(capsys, "index", "verify")


def test_a_draft_is_held_against_an_index_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "index", "build")
    (tmp_path / "records" / "harbor.record").unlink()

    found, _ = run(
        capsys, "check", DRAFT, "--index", ".groundrules/index", "--format", "json", "--exit-zero"
    )

    report = json.loads(found)
    assert {"GR107"} >= {one["code"] for one in report["findings"]}
    assert any("need the words" in one for one in report["tally"]["unchecked"])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("check", DRAFT, "--index", "x", "--records", "records"), "leave out --records"),
        (("check", DRAFT, "--index", "x"), "there is no index in this folder"),
        (("index", "build", "records", "--archive", "x"), "leave out the records"),
        (("index", "build", "--archive", "x"), "there is no text in this folder"),
        (("index", "build", "missing.record"), "missing.record: there is no such file"),
        (("index", "build", "-"), "what is read from standard input cannot be kept"),
        (("index", "verify"), "there is no index of these records"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], message: str
) -> None:
    out, said = run(capsys, *arguments, status=2)

    assert "" == out
    assert message in said
    assert 1 == said.count("\n")
