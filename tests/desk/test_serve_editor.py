"""Serving an editor at the desk: what is kept loaded, and when it is loaded anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from groundrules.desk.checking.read_buffer import Buffer, Form, read_buffer
from groundrules.desk.checking.serve_editor import EditorDesk
from groundrules.errors import BadInput
from groundrules.record.notation import to_text
from harbor_case import CONVERSATION, TEXT

if TYPE_CHECKING:
    from pathlib import Path

AS_OF = "2026-11-05T09:00+00:00"


@pytest.fixture
def room(tmp_path: Path) -> Path:
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "harbor.record").write_text(to_text(CONVERSATION), encoding="utf-8")
    return tmp_path


def buffer_in(folder: Path, text: str = TEXT, name: str = "draft.md") -> Buffer:
    return Buffer(str(folder / name), text, "markdown", folder, folder)


def desk(**flags: tuple[str, ...]) -> EditorDesk:
    return EditorDesk(flags, AS_OF, {})


def found(checkup) -> list[str]:
    return [one.code for one in checkup.examination.findings]


def test_a_buffer_is_checked_as_the_file_would_be(room: Path) -> None:
    checkup = desk().check(buffer_in(room))

    assert "GR101" in found(checkup)
    assert ((), AS_OF[:16]) == (checkup.faults, checkup.examination.case.as_of.isoformat()[:16])


def test_what_is_loaded_is_kept_until_it_changes(room: Path) -> None:
    one = desk()
    first, second = (one.check(buffer_in(room, TEXT + more)) for more in ("", "\n"))
    unchanged = one.drop_stale()
    path = room / "records" / "harbor.record"
    path.write_text(path.read_text("utf-8") + "\n", encoding="utf-8")

    assert first.examination.case.statements is second.examination.case.statements
    assert (False, True, False) == (unchanged, one.drop_stale(), one.drop_stale())
    assert one.check(buffer_in(room)).examination.case.statements is not (
        first.examination.case.statements
    )


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("groundrules.toml", 'ignore = ["GR101"]\n'),
        ("records/deeper/other.record", to_text(CONVERSATION).replace(": harbor\n", ": pier\n")),
    ],
)
def test_files_that_come_later_count_at_once(room: Path, file: str, text: str) -> None:
    one = desk()
    before = one.check(buffer_in(room))
    (room / "records" / "deeper").mkdir()
    (room / file).write_text(text, encoding="utf-8")
    after = one.check(buffer_in(room))

    assert (found(before), len(before.examination.case.conversations)) != (
        found(after),
        len(after.examination.case.conversations),
    )


def test_the_story_beside_a_draft_counts_when_it_comes_and_when_it_changes(room: Path) -> None:
    one = desk()
    one.check(buffer_in(room))
    (room / "draft.md.groundrules.toml").write_text("nothing = 1\n", encoding="utf-8")
    stale = one.drop_stale()
    broken = one.check(buffer_in(room))

    assert (True, False, None) == (stale, one.drop_stale(), broken.examination)
    assert broken.faults[0].path.endswith("draft.md.groundrules.toml")


def test_a_folder_of_records_may_come_later(tmp_path: Path) -> None:
    one = desk()
    before = one.check(buffer_in(tmp_path))
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "a.record").write_text(to_text(CONVERSATION), encoding="utf-8")

    assert "there is no record" in before.faults[0].message
    assert "GR101" in found(one.check(buffer_in(tmp_path)))


def test_the_records_of_the_workspace_are_for_drafts_without_any_beside_them(room: Path) -> None:
    (room / "far").mkdir()
    buffer = buffer_in(room / "far")._replace(workspace=room)

    assert "GR101" in found(desk().check(buffer))


def test_faults_keep_a_draft_from_being_checked_until_they_are_mended(room: Path) -> None:
    path = room / "records" / "harbor.record"
    path.write_text("nothing\n", encoding="utf-8")
    one = desk()
    broken = one.check(buffer_in(room))
    path.write_text(to_text(CONVERSATION), encoding="utf-8")

    assert (None, str(path)) == (broken.examination, broken.faults[0].path)
    assert "GR101" in found(one.check(buffer_in(room)))


def test_rules_are_selected_as_in_a_check(room: Path) -> None:
    assert {"GR101"} == {*found(desk(select=("GR101",)).check(buffer_in(room)))}


def test_what_there_is_not_is_refused_at_the_beginning() -> None:
    with pytest.raises(BadInput, match="no rule is called 'GR999'"):
        desk(select=("GR999",))
    with pytest.raises(BadInput, match="is not an instant"):
        EditorDesk({}, "soon", {})


@pytest.mark.parametrize(
    ("name", "language", "form"),
    [
        ("a.md", "plaintext", Form.MARKDOWN),
        ("a.TXT", "markdown", Form.PLAIN),
        ("a.html", "", Form.WEB),
        ("Untitled-1", "markdown", Form.MARKDOWN),
        ("Untitled-1", "plaintext", Form.PLAIN),
        ("Untitled-1", "html", Form.WEB),
        ("a.py", "python", None),
    ],
)
def test_the_name_says_the_format_and_else_the_editor(name, language, form, tmp_path: Path) -> None:
    assert form == Buffer(name, "", language, tmp_path, tmp_path).form


@pytest.mark.parametrize("text", ["a\0b", "a\u202eb", "a\ud800b"])
def test_what_no_draft_may_hold_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadInput):
        read_buffer(buffer_in(tmp_path, text))
