"""File stamps: whatever can change is seen, and what editors leave about is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from groundrules.config.settings import settle
from groundrules.desk.records.file_stamps import changed, newsroom_stamps, setup_stamps, stamps

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from groundrules.desk.records.file_stamps import Stamps


@pytest.fixture
def room(tmp_path: Path) -> Path:
    (tmp_path / "records" / "deep").mkdir(parents=True)
    (tmp_path / "policies").mkdir()
    for name in ("records/a.record", "records/deep/b.RECORD", "policies/own.toml"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    return tmp_path


def look(room: Path) -> Stamps:
    settings = settle(room, {"policies": (str(room / "policies"),)}, {})
    return setup_stamps(room) | newsroom_stamps(settings, [room / "records"])


def rename_over(path: Path) -> None:
    (path.parent / "new").write_text("x", encoding="utf-8")
    (path.parent / "new").replace(path)


@pytest.mark.parametrize(
    ("file", "change"),
    [
        ("records/a.record", lambda path: path.write_text("xy", encoding="utf-8")),
        ("records/a.record", rename_over),
        ("records/deep/b.RECORD", lambda path: path.unlink()),
        ("records/deep/c.record", lambda path: path.touch()),
        ("policies/own.toml", lambda path: path.chmod(0o600)),
        ("policies/new.toml", lambda path: path.touch()),
        ("groundrules.toml", lambda path: path.touch()),
        ("pyproject.toml", lambda path: path.touch()),
    ],
)
def test_a_change_is_seen(room: Path, file: str, change: Callable[[Path], object]) -> None:
    before = look(room)
    change(room / file)

    assert (str(room / file),) == changed(before, look(room))


@pytest.mark.parametrize("file", ["records/.a.record.swp", "records/note.md", "policies/own.toml~"])
def test_what_editors_leave_about_is_no_change(room: Path, file: str) -> None:
    before = look(room)
    (room / file).touch()

    assert () == changed(before, look(room))


def test_a_folder_that_leads_back_to_itself_is_entered_once(room: Path) -> None:
    (room / "records" / "round").symlink_to(room / "records")

    assert str(room / "records" / "a.record") in look(room)


def test_what_never_was_has_no_stamp() -> None:
    assert {"no\0path": None, "nowhere": None} == stamps(["no\0path", "nowhere"])
