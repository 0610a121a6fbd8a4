from __future__ import annotations

import json
import sys
from typing import Any

import pytest
import typst
from hypothesis import given, settings
from sheets import EVERYTHING, HOSTILE, SHEETS

from groundrules.errors import BadInput, Fault
from groundrules.reporters.sheets.sheet import Heading, Items, Paragraph, Rows, Sheet
from groundrules.reporters.sheets.sheet_pdf import SOURCE, as_data, pdf


def inputs(sheet: Sheet) -> dict[str, Any]:
    return {"sys_inputs": {"sheet": json.dumps(as_data(sheet))}, "ignore_system_fonts": True}


def found(sheet: Sheet, element: str) -> list[str]:
    """Return what Typst has set: the text of every element of a kind, a list's item by item."""
    answer = json.loads(typst.query(SOURCE.read_bytes(), element, **inputs(sheet)))
    return [plain(part) for one in answer for part in one.get("children", [one])]


def plain(content: dict[str, Any]) -> str:
    inner = content.get("body", content)
    parts = [part.get("text", " ") for part in inner.get("children", [inner])]
    return "".join(parts)


def pages(sheet: Sheet) -> int:
    made = typst.compile(SOURCE.read_bytes(), format="png", ppi=20, **inputs(sheet))
    return len(made) if isinstance(made, list) else 1


def refused(sheet: Sheet) -> str:
    with pytest.raises(BadInput) as caught:
        pdf(sheet)
    (fault,) = caught.value.faults
    return fault.message


def test_it_is_a_tagged_pdf_for_screen_readers_with_title_and_language() -> None:
    made = pdf(EVERYTHING)

    assert made.startswith(b"%PDF-1.7")
    for part in (
        b"<pdfuaid:part>1</pdfuaid:part>",
        b"/StructTreeRoot",
        b"/Marked true",
        b"Your talk with The Ledger Post</rdf:li>",
        b"<rdf:li>en-GB</rdf:li>",
    ):
        assert part in made


def test_it_says_neither_who_made_it_nor_when() -> None:
    made = pdf(EVERYTHING)

    for part in (b"CreationDate", b"ModDate", b"CreateDate", b"/Author", b"dc:creator"):
        assert part not in made


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert pdf(EVERYTHING) == pdf(EVERYTHING)
    assert pdf(EVERYTHING) != pdf(EVERYTHING._replace(title="Another"))


def test_headings_and_spoken_words_are_what_they_are() -> None:
    assert [EVERYTHING.title, "What to say", "Rights"] == found(EVERYTHING, "heading")
    assert ["Can we talk on background?"] == found(EVERYTHING, "quote")
    assert ["Ask.", "Wait.", "Go on.", "One", "Two"] == found(EVERYTHING, "enum")


def test_no_text_is_read_as_markup() -> None:
    sheet = Sheet(HOSTILE[0], tuple(Heading(text) for text in HOSTILE))

    assert [HOSTILE[0], *HOSTILE] == found(sheet, "heading")
    assert [*HOSTILE] == found(Sheet("T", (Items(HOSTILE),)), "list")
    assert pdf(sheet).startswith(b"%PDF")


def test_a_short_sheet_is_one_page_and_a_long_one_is_counted() -> None:
    assert 1 == pages(EVERYTHING)
    assert 2 == pages(Sheet("T", tuple(Paragraph(str(number)) for number in range(50))))


@pytest.mark.parametrize(
    ("language", "paper"),
    [("en-US", "us-letter"), ("en-GB", "a4"), ("", "a4"), ("fr-CA", "us-letter")],
)
def test_paper_follows_the_region(language: str, paper: str) -> None:
    sheet = Sheet("T", (), language)

    assert paper == as_data(sheet)["paper"]
    assert pdf(sheet).startswith(b"%PDF")


def test_a_long_word_is_broken_rather_than_run_off_the_page() -> None:
    blank = Sheet("T", (Paragraph("x"),))
    long = Sheet("T", (Paragraph("x" * 5000),))

    assert (1, 2) == (pages(blank), pages(long))


def test_a_character_that_no_font_has_is_refused_by_its_code_point() -> None:
    message = refused(Sheet("T", (Paragraph("ok é 🙂"), Rows(("a",), (("日",),)))))

    assert "the fonts for PDF cannot show U+65E5, U+1F642" == message
    assert "the fonts for PDF cannot show U+241B" == refused(Sheet("\x1b"))
    assert "the fonts for PDF cannot show U+3042, U+3044, U+3046, U+3048, U+304A and 2 more" == (
        refused(Sheet("あいうえおかき"))
    )


def test_letters_of_europe_and_typographic_marks_can_be_shown() -> None:
    text = "Łódź, Ștefan, Ğüneş, Þór, Nguyễn, Ελλάδα, Москва, שלום – — ‘ ’ “ ” … € ½ ☐ e\u0301"

    assert pdf(Sheet(text)).startswith(b"%PDF")


@settings(max_examples=40, deadline=None)
@given(SHEETS)
def test_any_sheet_is_set_or_refused_for_its_characters(sheet: Sheet) -> None:
    try:
        made = pdf(sheet)
    except BadInput as refusal:
        (fault,) = refusal.faults
        assert fault.message.startswith("the fonts for PDF cannot show U+")
    else:
        assert made.startswith(b"%PDF")


def test_without_the_extra_it_says_which_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(BadInput) as caught:
        pdf(EVERYTHING)

    assert (
        Fault(
            "pdf",
            "PDF needs a package that is not installed",
            "install groundrules with its extra `paper`, or take --format html and print it",
        ),
    ) == caught.value.faults
