from __future__ import annotations

import pytest

from groundrules.reporters.sheets.sheet import Heading, Paragraph
from groundrules.reporters.sheets.sheet_characters import printable
from groundrules.reporters.sheets.sheet_paper import tongue, without_gaps


@pytest.mark.parametrize(
    ("tag", "language", "region"),
    [
        ("en-GB", "en", "GB"),
        ("zh-Hant-TW", "zh", "TW"),
        ("de", "de", ""),
        ("gsw-ch", "gsw", "CH"),
        ("", "und", ""),
        ("x-private", "und", ""),
        ("es-419", "es", ""),
        ("日本-JP", "und", "JP"),
    ],
)
def test_a_tag_is_taken_apart(tag: str, language: str, region: str) -> None:
    assert (language, region) == tuple(tongue(tag))


def test_headings_have_no_gaps_and_no_empty_ones() -> None:
    blocks = (Heading("a", 2), Heading("b", 4), Heading("\u202e"), Paragraph("p"), Heading("c", 0))

    assert [Heading("a"), Heading("b", 2), Paragraph("p"), Heading("c")] == list(
        without_gaps(blocks)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  a\n b\t\u2028c ", "a b c"),
        ("a\x1bb\x00", "a␛b␀"),
        ("\ud800", "\ufffd"),
        ("\ufdd0\uffff\U0001fffe", "\ufffd" * 3),
        ("a\u202eb\u2066c\u2069", "abc"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("zero\u200bwidth", "zerowidth"),
    ],
)
def test_a_text_becomes_one_paragraph_that_a_page_can_hold(text: str, expected: str) -> None:
    assert expected == printable(text)
