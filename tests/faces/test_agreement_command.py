from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest
from newsroom import furnish

from groundrules.faces.cli import main

if TYPE_CHECKING:
    from pathlib import Path

RECORD = """\
conversation: harbor-2026-11-03
date: 2026-11-03
outlet: The Ledger Post
policy: ap
parties:
  AR: reporter, Ana Ruiz
  S1: source, Dana Whitfield

S1: Background, as an official?
  > ask background description="an official"
AR: Yes.
  > agree
S1: It burns.
"""


@pytest.fixture(autouse=True)
def _room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("GROUNDRULES_")]:
        monkeypatch.delenv(name)
    furnish(tmp_path)
    (tmp_path / "talk.record").write_text(RECORD, encoding="utf-8")


@pytest.mark.parametrize("columns", [40, 80])
def test_it_is_printed_at_any_width(
    columns: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))

    assert 0 == main(["agreement", "talk.record"])
    out = capsys.readouterr().out
    assert out.startswith("What was agreed, in plain words\n===============================\n")
    assert max(map(len, out.splitlines())) <= columns
    assert "Whitfield" not in out
    assert "“an official” (S1" in out


@pytest.mark.parametrize(
    ("name", "begins"),
    [("r.pdf", b"%PDF"), ("r.docx", b"PK"), ("r.html", b"<!do"), ("r.txt", b"What")],
)
def test_it_is_written_for_its_owner_alone(
    name: str, begins: bytes, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert 0 == main(["agreement", "talk.record", "--out", name])

    assert f"wrote {name}\n" == capsys.readouterr().out
    assert (tmp_path / name).read_bytes().startswith(begins)
    assert 0o600 == stat.S_IMODE((tmp_path / name).stat().st_mode)
    assert 2 == main(["agreement", "talk.record", "--out", name])
    assert 0 == main(["agreement", "talk.record", "--out", name, "--force"])


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["talk.record", "--format", "pdf"], "pdf is no text"),
        (["talk.record", "--both-sign"], "a source is not asked for a signature"),
        (["talk.record", "--for", "S9"], "nobody whom an agreement could protect"),
        (["talk.record", "--english", "latin"], "there are no agreements called 'latin'"),
        (["none.record"], "none.record"),
        (["talk.record", "--format", "odt"], "is not one of"),
    ],
)
def test_what_it_cannot_do_it_says_in_one_line(
    arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == main(["agreement", *arguments])
    out, err = capsys.readouterr()
    assert "" == out
    assert 1 == len(err.splitlines())
    assert complaint in err


def test_a_talk_that_agreed_nothing_has_no_page(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "bare.record").write_text(
        "conversation: bare\nparties:\n  S1: source\n\nS1: Hello.\n", encoding="utf-8"
    )

    assert 2 == main(["agreement", "bare.record", "--out", "a.pdf"])
    assert "nothing was agreed in this talk" in capsys.readouterr().err
    assert not (tmp_path / "a.pdf").exists()


def test_names_and_british_english_are_options(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["agreement", "talk.record", "--names", "--english", "british"])

    out = capsys.readouterr().out
    assert "This page names the source." in out
    assert "3 November 2026" in out
    assert 0 == main(["agreement", "talk.record", "--format", "html"])
    assert '<html lang="en-US">' in capsys.readouterr().out
