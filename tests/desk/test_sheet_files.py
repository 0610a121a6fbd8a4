"""Sheets as files in memory: in each form what its programs read, and nothing on the disk."""

from __future__ import annotations

import pytest

from groundrules.desk.talking.sheet_files import sheet_file
from groundrules.errors import BadInput
from groundrules.reporters.sheets.sheet import Heading, Items, Paragraph, Sheet

SHEET = Sheet("A title", (Heading("Part"), Paragraph("Words to say.", "spoken"), Items(("a", "b"))))


@pytest.mark.parametrize(
    ("form", "begins", "holds"),
    [
        ("pdf", b"%PDF-", b""),
        ("docx", b"PK", b""),
        ("html", b"<!doctype html>", b"Words to say."),
        ("md", b"# A title", b"> Words to say."),
        ("txt", b"A title", b"Words to say."),
    ],
)
def test_a_form_is_what_its_programs_read(form, begins, holds):
    made = sheet_file(SHEET, form)
    assert made.content.startswith(begins)
    assert holds in made.content
    assert form == made.ending
    assert "/" in made.kind


def test_nothing_is_written_beside_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for form in ("html", "md", "txt", "docx"):
        sheet_file(SHEET, form)
    assert [] == list(tmp_path.iterdir())


def test_a_form_that_there_is_not_is_refused():
    with pytest.raises(BadInput, match="no form"):
        sheet_file(SHEET, "exe")


def test_a_file_shows_no_word_of_itself():
    assert "Words" not in repr(sheet_file(SHEET, "txt"))
