from __future__ import annotations

import stat
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from docx import Document

from groundrules.desk.talking.deliver_sheet import FORMS, deliver_sheet, form_of
from groundrules.errors import BadInput
from groundrules.reporters.sheets.sheet import Paragraph, Sheet

if TYPE_CHECKING:
    from pathlib import Path

SHEET = Sheet("Title", (Paragraph("One two three four five six seven eight nine ten eleven."),))


def shown(form: str, **more: int) -> list[str]:
    return ["".join(piece.text for piece in line) for line in deliver_sheet(SHEET, form, **more)]


def refused(form: str, out: str) -> str:
    with pytest.raises(BadInput) as caught:
        deliver_sheet(SHEET, form, out)
    (fault,) = caught.value.faults
    return str(fault)


def test_without_a_file_it_is_lines_for_the_terminal() -> None:
    assert [
        "Title",
        "=====",
        "",
        "One two three four",
        "five six seven eight",
        "nine ten eleven.",
    ] == (shown("", columns=20))
    assert ["<!doctype html>", "</html>"] == shown("html")[:: len(shown("html")) - 1]


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.txt", b"Title\n=====\n\nOne two"),
        ("a.html", b"<!doctype html>\n"),
        ("a.HTM", b"<!doctype html>\n"),
        ("a.docx", b"PK\x03\x04"),
        ("a.pdf", b"%PDF-1.7"),
        ("notes", b"Title\n====="),
    ],
)
def test_the_ending_of_a_file_says_its_form(tmp_path: Path, name: str, begins: bytes) -> None:
    path = tmp_path / name

    assert () == deliver_sheet(SHEET, "", str(path))
    assert begins == path.read_bytes()[: len(begins)]
    assert 0o600 == stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("form", FORMS)
def test_a_file_of_any_name_takes_the_form_that_was_asked_for(tmp_path: Path, form: str) -> None:
    deliver_sheet(SHEET, form, str(tmp_path / "sheet"))
    made = (tmp_path / "sheet").read_bytes()

    assert {"text": b"Titl", "html": b"<!do", "docx": b"PK\x03\x04", "pdf": b"%PDF"}[form] == made[
        :4
    ]
    if form == "docx":
        assert "Title" == Document(BytesIO(made)).paragraphs[0].text


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_what_is_no_text_never_goes_to_a_terminal(form: str) -> None:
    assert (
        f"--out: {form} is no text, and is not written to standard output "
        f"(name a file: --out FILE.{form})"
    ) == refused(form, "-")


def test_a_form_and_a_name_that_do_not_go_together_are_refused(tmp_path: Path) -> None:
    path = str(tmp_path / "a.pdf")

    assert f"{path}: this is no name for docx (name it FILE.docx)" == refused("docx", path)
    assert f"{path}: this is no name for text (name it FILE.txt)" == refused("text", path)
    assert [] == list(tmp_path.iterdir())


def test_a_record_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "harbor.record"
    path.write_text("kept", encoding="utf-8")
    with pytest.raises(BadInput):
        deliver_sheet(SHEET, "text", str(path), force=True)

    assert "kept" == path.read_text(encoding="utf-8")


def test_what_it_was_made_from_is_never_overwritten_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text("kept", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to(path)
    for out in (path, tmp_path / "link.txt"):
        with pytest.raises(BadInput) as caught:
            deliver_sheet(SHEET, "", str(out), force=True, made_from=(str(path), "-"))
        assert "a record is not overwritten" in str(caught.value)

    assert "kept" == path.read_text(encoding="utf-8")
    assert () == deliver_sheet(SHEET, "", str(tmp_path / "new.txt"), made_from=(str(path),))


def test_a_file_that_is_there_is_replaced_only_by_force(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")

    assert "the file is there already" in refused("", str(path))
    deliver_sheet(SHEET, "", str(path), force=True)
    assert path.read_text(encoding="utf-8").startswith("Title")


def test_nothing_is_written_where_the_form_cannot_be_made(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        deliver_sheet(Sheet("🙂"), "pdf", str(tmp_path / "a.pdf"))

    assert [] == list(tmp_path.iterdir())


def test_the_form_is_settled_before_anything_is_made() -> None:
    assert ["text", "html", "pdf", "text"] == [
        form_of("", "-"),
        form_of("html", "-"),
        form_of("", "x.PDF"),
        form_of("text", "x"),
    ]
