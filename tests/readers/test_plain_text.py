from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundrules.draft.document import Span
from groundrules.draft.paragraphs import paragraphs
from groundrules.readers.draft.plain_text import plain_draft

LONG = (
    "The board met for nine hours, and at the end of them "
    + "nobody could say what for, " * 3
    + "again."
)

CASES = [
    ("One\ngoes on.\n\nTwo.", ["One\ngoes on.", "Two."]),
    (f"{LONG}\n{LONG}\nShort.", [LONG, LONG, "Short."]),
    ("   One\ngoes on.\n   Two.", ["One\ngoes on.", "Two."]),
    ("\tOne.\n\tTwo.", ["One.\n\tTwo."]),
    ("", []),
    ("\r\n\r\n", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_paragraphs_are_told_as_the_text_sets_them(text: str, expected: list[str]) -> None:
    draft = plain_draft("draft.txt", text)

    assert expected == [text[slice(*one)] for one in paragraphs(draft)]


@settings(deadline=None)
@given(st.text(max_size=60))
def test_all_of_a_plain_text_is_copy(text: str) -> None:
    draft = plain_draft("draft.txt", text)

    assert draft.copy == ((Span(0, len(text)),) if text else ())
    assert (draft.title, draft.left_out) == ("", ())


def test_marks_of_other_formats_are_copy() -> None:
    draft = plain_draft("draft.txt", "<b>*dead*</b> &amp; [gone](x)")

    assert draft.copy == (Span(0, 29),)
