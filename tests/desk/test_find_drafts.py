"""Which drafts are checked, and against which records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from groundrules.config.settings import Settings, settle
from groundrules.desk.checking.find_drafts import find_drafts, not_read
from groundrules.desk.records.find_records import common_folder, records_for
from groundrules.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("A line.\n", encoding="utf-8")


def faults(named: list[str]) -> list[str]:
    with pytest.raises(BadInput) as raised:
        find_drafts(named)
    return [str(fault) for fault in raised.value.faults]


def no_settings(folder: Path, **flags: tuple[str, ...]) -> Settings:
    return settle(folder, flags, {})


def test_what_is_named_is_taken_as_it_is() -> None:
    assert find_drafts(["b.md", "-", "missing.docx"]) == ("b.md", "-", "missing.docx")


def test_every_form_that_is_read_is_found_and_files_that_are_open_are_not(tmp_path: Path) -> None:
    kept = ["a.docx", "b.odt", "c.html", "d.htm", "e.md", "f.txt"]
    for name in (*kept, "~$a.docx", ".~lock.b.odt#", "g.pdf", "h.doc"):
        write(tmp_path / "drafts" / name)

    assert find_drafts(["drafts"]) == tuple(f"drafts/{name}" for name in kept)


def test_a_folder_stands_for_the_drafts_below_it(tmp_path: Path) -> None:
    write(
        tmp_path / "drafts" / "b.md",
        tmp_path / "drafts" / "a.txt",
        tmp_path / "drafts" / "deep" / "c.markdown",
        tmp_path / "drafts" / ".hidden.md",
        tmp_path / ".git" / "d.md",
        tmp_path / "records" / "talk.txt",
        tmp_path / "photo.jpg",
    )

    assert find_drafts(["."]) == ("drafts/a.txt", "drafts/b.md", "drafts/deep/c.markdown")
    assert find_drafts(["drafts/deep", "drafts/b.md"]) == ("drafts/deep/c.markdown", "drafts/b.md")


def test_forms_in_folders_that_are_not_read_are_counted_without_their_names(tmp_path: Path) -> None:
    for name in ("a.md", "b.pdf", "deep/c.PDF", "d.rtf", "photo.jpg", "~$e.doc", "records/f.pdf"):
        write(tmp_path / "drafts" / name)

    assert not_read(["drafts", "-", "drafts/b.pdf", "missing"]) == (
        "3 files in the folders, in forms that are not read: 2 .pdf, 1 .rtf",
    )
    assert not_read(["drafts/a.md"]) == ()


def test_a_loop_of_links_is_not_entered(tmp_path: Path) -> None:
    write(tmp_path / "drafts" / "a.md")
    (tmp_path / "drafts" / "loop").symlink_to(tmp_path / "drafts")

    assert find_drafts(["drafts"]) == ("drafts/a.md",)


def test_nothing_named() -> None:
    assert faults([]) == ["check: no draft was named (name one, or - for standard input)"]


def test_a_folder_without_drafts_and_a_draft_named_twice(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    write(tmp_path / "a.md")

    assert faults(["empty", "a.md", "a.md"]) == [
        "empty: there is no draft in this folder (name a draft)",
        "a.md: it was named twice (name it once)",
    ]


def test_records_that_are_named_are_taken(tmp_path: Path) -> None:
    settings = no_settings(tmp_path, records=("talks", "more"))

    assert [str(path) for path in records_for(["a.md"], settings)] == ["talks", "more"]


def test_the_folder_beside_the_draft_wins_over_the_one_here(tmp_path: Path) -> None:
    write(tmp_path / "records" / "x.record", tmp_path / "story" / "records" / "y.record")
    settings = no_settings(tmp_path)

    found = records_for(["story/a.md", "story/b.md", "c.md"], settings)

    assert [str(path) for path in found] == ["story/records", "records"]


def test_standard_input_lies_where_it_says_it_comes_from(tmp_path: Path) -> None:
    write(tmp_path / "records" / "x.record", tmp_path / "story" / "records" / "y.record")
    settings = no_settings(tmp_path)

    assert [str(path) for path in records_for(["-"], settings)] == ["records"]
    assert [str(path) for path in records_for(["-"], settings, "story/a.md")] == ["story/records"]


def test_no_records_at_all_is_a_fault_for_each_draft(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as raised:
        records_for(["a.md", "b.md"], no_settings(tmp_path))

    assert [fault.path for fault in raised.value.faults] == ["a.md", "b.md"]
    assert "--records" in raised.value.faults[0].remedy


def test_the_configuration_is_looked_for_from_the_folder_of_all_drafts(tmp_path: Path) -> None:
    assert common_folder(["one/a.md", "one/two/b.md"]) == tmp_path / "one"
    assert common_folder(["../a.md"]) == tmp_path.parent
    assert common_folder(["-"]) == tmp_path
    assert common_folder(["-"], "one/a.md") == tmp_path / "one"
    assert common_folder([]) == tmp_path
