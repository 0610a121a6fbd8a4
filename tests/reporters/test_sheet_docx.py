from __future__ import annotations

import sys
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from hypothesis import given, settings
from sheets import EVERYTHING, HOSTILE, SHEETS, texts

from groundrules.errors import BadInput, Fault
from groundrules.reporters.sheets.sheet import Heading, Items, Paragraph, Sheet
from groundrules.reporters.sheets.sheet_characters import printable
from groundrules.reporters.sheets.sheet_docx import docx

if TYPE_CHECKING:
    from docx.document import Document as Read


def read(sheet: Sheet) -> Read:
    return Document(BytesIO(docx(sheet)))


def styled(document: Read) -> list[tuple[str, str]]:
    return [(one.style.name, one.text) for one in document.paragraphs if one.text and one.style]


def test_every_block_has_a_style_of_its_own() -> None:
    assert [
        ("Title", EVERYTHING.title),
        ("Normal", "This page is for you."),
        ("Heading 1", "What to say"),
        ("Spoken Words", "Can we talk on background?"),
        ("Warning", "Wait for a yes."),
        ("List Number", "Ask."),
        ("List Number", "Wait."),
        ("List Number", "Go on."),
        ("List Number", "One"),
        ("List Number", "Two"),
        ("Heading 2", "Rights"),
        ("List Bullet", "Recorder off"),
        ("List Bullet", "Papers with you"),
        *(("List Bullet", text) for text in HOSTILE),
        ("Small Print", "No legal advice."),
        ("Blank to Fill In", "Place and day:\t"),
        ("Blank to Fill In", "Signature:\t"),
    ] == styled(read(EVERYTHING))


def test_a_table_has_a_head_that_is_told_as_one() -> None:
    document = read(EVERYTHING)
    (table,) = document.tables

    assert [["Question", "Answer"], ["Publish?", "no"], ["Quote?", "word for word"]] == [
        [cell.text for cell in row.cells] for row in table.rows
    ]
    assert [True, False, False] == [
        row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        for row in document.element.body.iter(qn("w:tr"))
    ]


def test_each_list_counts_for_itself_with_its_own_marks() -> None:
    document = read(Sheet("T", (*EVERYTHING.blocks[4:6], Items(("x",), "boxes"), Items(("y",)))))
    numbering = document.part.numbering_part.element
    formats = {
        one.get(qn("w:abstractNumId")): (
            one.find(f".//{qn('w:numFmt')}").get(qn("w:val")),
            one.find(f".//{qn('w:lvlText')}").get(qn("w:val")),
        )
        for one in numbering.findall(qn("w:abstractNum"))
    }
    kind_of = {
        one.numId: formats[str(one.abstractNumId.val)] for one in numbering.findall(qn("w:num"))
    }
    path = f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}"
    numbers = [
        one.find(path).val
        for one in document.element.body.iter(qn("w:p"))
        if one.find(path) is not None
    ]

    first, _, _, second, _, boxes, points = numbers
    assert [first, first, first, second, second, boxes, points] == numbers
    assert 4 == len(set(numbers))
    assert [("decimal", "%1."), ("decimal", "%1."), ("bullet", "☐"), ("bullet", "•")] == [
        kind_of[one] for one in (first, second, boxes, points)
    ]


def test_it_says_neither_who_made_it_nor_when() -> None:
    properties = read(EVERYTHING).core_properties

    assert (EVERYTHING.title, "en-GB", "", "", "", "") == (
        properties.title,
        properties.language,
        properties.author,
        properties.last_modified_by,
        properties.comments,
        properties.keywords,
    )
    assert datetime(1980, 1, 1, tzinfo=UTC) == properties.created == properties.modified
    with ZipFile(BytesIO(docx(EVERYTHING))) as archive:
        assert {((1980, 1, 1, 0, 0, 0), 0)} == {
            (entry.date_time, entry.create_system) for entry in archive.infolist()
        }
        assert not [name for name in archive.namelist() if "thumbnail" in name]


def test_the_same_sheet_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = docx(EVERYTHING)
    monkeypatch.setattr("time.localtime", lambda *_: (2031, 5, 6, 7, 8, 9, 1, 126, 0))

    assert first == docx(EVERYTHING)


@pytest.mark.parametrize(
    ("language", "width"), [("en-US", Mm(215.9)), ("en-GB", Mm(210)), ("de", Mm(210))]
)
def test_paper_and_spelling_follow_the_language(language: str, width: int) -> None:
    document = read(Sheet("T", (), language))

    assert round(width / 1000) == round((document.sections[0].page_width or 0) / 1000)
    assert {language} == {
        one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))
    }


def test_a_heading_is_at_most_one_level_below_the_one_before() -> None:
    deep = tuple(Heading(f"h{level}", level) for level in (3, 3, 3, 1))

    assert ["Title", "Heading 1", "Heading 2", "Heading 3", "Heading 1"] == [
        style for style, _ in styled(read(Sheet("T", deep)))
    ]


def test_control_characters_become_pictures() -> None:
    assert [("Title", "T"), ("Normal", "a␛b \ufffd")] == styled(
        read(Sheet("T", (Paragraph("a\x1bb\n\ufffe"),)))
    )


@settings(max_examples=25, deadline=None)
@given(SHEETS)
def test_every_text_is_in_the_document_as_it_is(sheet: Sheet) -> None:
    document = read(sheet)
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    found = {one.text for one in document.paragraphs} | {cell.text for cell in cells}

    for block in sheet.blocks:
        for text in filter(None, map(printable, texts(block))):
            assert {text, f"{text}:\t"} & found


def test_without_the_extra_it_says_which_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(BadInput) as caught:
        docx(EVERYTHING)

    assert (
        Fault(
            "docx",
            "a Word document needs a package that is not installed",
            "install groundrules with its extra `paper`, or take --format html",
        ),
    ) == caught.value.faults
