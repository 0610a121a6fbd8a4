"""Where a report goes, and what is written down before it reveals anything."""

from __future__ import annotations

import io
import json
import os
import stat
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from groundrules.config.settings import Settings, settle
from groundrules.desk.checking.deliver_report import Delivery, deliver
from groundrules.errors import BadInput
from harbor_case import SECRET, examined, the_case, the_findings

if TYPE_CHECKING:
    from pathlib import Path


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def settings_in(folder: Path, form: str = "full") -> Settings:
    return settle(folder, {"format": form}, {})


def delivered(
    settings: Settings, delivery: Delivery, stream: io.StringIO | None = None
) -> io.StringIO:
    stream = stream or io.StringIO()
    deliver([examined(the_case(), the_findings())], settings, delivery, stream, {})
    return stream


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_terminal_gets_the_drafts_lines_and_colour(tmp_path: Path) -> None:
    shown = delivered(settings_in(tmp_path), Delivery(), Terminal()).getvalue()

    assert SECRET[:-1] in shown
    assert "\x1b[" in shown


def test_a_pipe_gets_neither(tmp_path: Path) -> None:
    shown = delivered(settings_in(tmp_path), Delivery()).getvalue()

    assert SECRET[:-1] not in shown
    assert "\x1b" not in shown


def test_standard_output_is_no_file(tmp_path: Path) -> None:
    delivered(settings_in(tmp_path), Delivery())

    assert list(tmp_path.iterdir()) == []


def test_json_is_never_coloured(tmp_path: Path) -> None:
    shown = delivered(settings_in(tmp_path, "json"), Delivery(colour="always"), Terminal())

    assert json.loads(shown.getvalue())["revealed"] is False


def test_a_file_gets_what_a_pipe_would(tmp_path: Path) -> None:
    piped = delivered(settings_in(tmp_path), Delivery()).getvalue()

    printed = delivered(settings_in(tmp_path), Delivery(output="out.txt"), Terminal())

    assert printed.getvalue() == ""
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == piped


def test_a_report_replaces_an_earlier_one(tmp_path: Path) -> None:
    (tmp_path / "out.txt").write_text("old", encoding="utf-8")

    delivered(settings_in(tmp_path, "concise"), Delivery(output="out.txt"))

    assert "GR101" in (tmp_path / "out.txt").read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]


@pytest.mark.parametrize("output", ["stories/draft.md", "kept/a.record", "groundrules.toml"])
def test_a_report_never_overwrites_what_it_is_about(tmp_path: Path, output: str) -> None:
    for name in ("stories/draft.md", "kept/a.record", "groundrules.toml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("# kept\n", encoding="utf-8")

    with pytest.raises(BadInput):
        delivered(settings_in(tmp_path), Delivery(output=output))

    assert (tmp_path / output).read_text(encoding="utf-8") == "# kept\n"


def test_a_folder_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        delivered(settings_in(tmp_path), Delivery(output="missing/out.txt"))


def test_a_reveal_is_recorded_without_a_word(tmp_path: Path) -> None:
    shown = delivered(settings_in(tmp_path), Delivery(reveal=True)).getvalue()
    register = tmp_path / ".groundrules" / "reveals.jsonl"
    (line,) = register.read_text(encoding="utf-8").splitlines()
    entry = json.loads(line)

    assert SECRET in shown
    assert datetime.fromisoformat(entry.pop("when")).utcoffset() is not None
    assert entry.pop("user")
    assert entry == {
        "format": "full",
        "output": "-",
        "drafts": ["stories/draft.md"],
        "conversations": ["harbor"],
        "statements": ["harbor#4", "harbor#8"],
    }
    assert "Whitfield" not in line
    assert (mode(register), mode(register.parent)) == (0o600, 0o700)


def test_every_reveal_has_a_line_of_its_own(tmp_path: Path) -> None:
    for _ in range(3):
        delivered(settings_in(tmp_path), Delivery(reveal=True))

    register = tmp_path / ".groundrules" / "reveals.jsonl"
    assert len(register.read_text(encoding="utf-8").splitlines()) == 3


def test_the_register_lies_beside_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "groundrules.toml").write_text("", encoding="utf-8")
    inner = tmp_path / "inner"
    inner.mkdir()
    os.chdir(inner)

    delivered(settings_in(inner), Delivery(reveal=True))

    assert (tmp_path / ".groundrules" / "reveals.jsonl").exists()
    assert not (inner / ".groundrules").exists()


def test_nothing_is_recorded_where_nothing_is_revealed(tmp_path: Path) -> None:
    delivered(settings_in(tmp_path), Delivery())

    assert not (tmp_path / ".groundrules").exists()


def test_a_register_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    (tmp_path / ".groundrules").mkdir()
    register = tmp_path / ".groundrules" / "reveals.jsonl"
    register.touch(mode=0o644)

    delivered(settings_in(tmp_path), Delivery(reveal=True))

    assert mode(register) == 0o600


def test_the_register_is_kept_out_of_repositories(tmp_path: Path) -> None:
    delivered(settings_in(tmp_path), Delivery(reveal=True))

    assert "/reveals.jsonl\n" in (tmp_path / ".groundrules" / ".gitignore").read_text("utf-8")


@pytest.mark.parametrize("obstacle", ["file", "link", "pipe"])
def test_what_cannot_be_recorded_is_not_revealed(tmp_path: Path, obstacle: str) -> None:
    folder = tmp_path / ".groundrules"
    if obstacle == "file":
        folder.touch()
    else:
        folder.mkdir()
    if obstacle == "link":
        (folder / "reveals.jsonl").symlink_to(tmp_path / "elsewhere")
    if obstacle == "pipe":
        os.mkfifo(folder / "reveals.jsonl")
    stream = io.StringIO()

    with pytest.raises(BadInput) as raised:
        delivered(settings_in(tmp_path), Delivery(reveal=True), stream)

    assert "the reveal cannot be recorded, so nothing is revealed" in str(raised.value)
    assert stream.getvalue() == ""


def test_a_revealed_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    delivered(settings_in(tmp_path), Delivery(output="out.txt", reveal=True))

    assert mode(tmp_path / "out.txt") == 0o600
    assert SECRET in (tmp_path / "out.txt").read_text(encoding="utf-8")
