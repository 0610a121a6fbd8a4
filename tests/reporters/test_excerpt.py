"""The excerpt: carets stand below what they mean, whatever the characters are."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.draft.document import Draft, Span
from groundrules.reporters.display_width import cells, one_line
from groundrules.reporters.excerpt import COVER, ELISION, Row, excerpt

WIDTH = 72


def draft_of(text: str) -> Draft:
    return Draft("draft.md", text, (Span(0, len(text)),))


def shown(text: str, words: str, *covered: str, width: int = WIDTH) -> tuple[Row, ...]:
    def span(part: str) -> Span:
        return Span(text.index(part), text.index(part) + len(part))

    return excerpt(draft_of(text), span(words), [span(one) for one in covered], width)


def columns(text: str) -> int:
    """Count columns in another way than the code does: all the wide ones here are in this set."""
    return sum(
        0 if unicodedata.combining(char) else 2 if char in "漢字港🚢" else 1 for char in text
    )


@pytest.mark.parametrize(
    ("text", "words", "source", "carets"),
    [
        ("The deal was dead, she said.", "deal", "The deal was dead, she said.", "    ^^^^"),
        ("\tdead", "dead", "    dead", "    ^^^^"),
        ("ab\tdead", "dead", "ab  dead", "    ^^^^"),
        ("漢字 dead", "dead", "漢字 dead", "     ^^^^"),
        ("a 漢字 b", "漢字", "a 漢字 b", "  ^^^^"),
        ("e\u0301te\u0301 dead", "dead", "e\u0301te\u0301 dead", "    ^^^^"),
        ("שלום dead", "dead", "שלום dead", "     ^^^^"),
        ("zero\u200bwidth dead", "dead", "zerowidth dead", "          ^^^^"),
        ("\u202edead\u202c x", "dead", "dead x", "^^^^"),
        ("\x1b[31mred\x7f\x9b dead", "dead", "␛[31mred␡� dead", "           ^^^^"),
        ("🚢 dead", "dead", "🚢 dead", "   ^^^^"),
        ("x\r\nthe end\r\n", "end", "the end", "    ^^^"),
        ("x\rthe end\r", "end", "the end", "    ^^^"),
        ("\u1112\u1161\u11ab dead", "dead", "\u1112\u1161\u11ab dead", "   ^^^^"),
        ("a\u2028dead", "dead", "a�dead", "  ^^^^"),
    ],
)
def test_carets_stand_below_the_words(text: str, words: str, source: str, carets: str) -> None:
    line = draft_of(text).position(text.index(words)).line

    assert shown(text, words) == (Row(line, source, carets),)


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (0, Row(1, "ab", "^")),
        (2, Row(1, "ab", "  ^")),
        (3, Row(2, "", "^")),
    ],
)
def test_a_span_without_characters_still_has_a_caret(start: int, expected: Row) -> None:
    assert excerpt(draft_of("ab\n"), Span(start, start), (), WIDTH) == (expected,)


def test_a_span_of_a_character_without_width_still_has_a_caret() -> None:
    assert shown("ab\u200bcd", "\u200b") == (Row(1, "abcd", "  ^"),)


def test_a_span_of_two_lines_shows_both() -> None:
    assert shown("one\ntwo\nthree", "ne\ntw") == (Row(1, "one", " ^^"), Row(2, "two", "^^"))


def test_a_span_of_many_lines_shows_the_first_and_the_last() -> None:
    rows = shown("one\ntwo\n\nthree\nfour", "one\ntwo\n\nthree\nfo")

    assert rows == (Row(1, "one", "^^^"), ELISION, Row(5, "four", "^^"))


def test_a_long_line_is_shown_around_the_words() -> None:
    text = "before " * 100 + "dead" + " behind" * 100

    (row,) = shown(text, "dead")

    assert row.line == 1
    assert row.source.startswith("…before ")
    assert row.source.endswith(" behind…")
    assert len(row.source) <= WIDTH
    assert row.source[len(row.carets) - 4 : len(row.carets)] == "dead"


def test_a_long_line_without_spaces_is_shown_too() -> None:
    text = "x" * 500 + "dead" + "y" * 500

    (row,) = shown(text, "dead")

    assert len(row.source) <= WIDTH
    assert row.source[row.carets.index("^") :].startswith("dead")


def test_a_long_passage_is_broken_at_spaces() -> None:
    text = "She said " + "some words " * 9 + "and left."

    rows = shown(text, "some words " * 8 + "some words")

    assert [row.line for row in rows] == [1, 0]
    assert rows[0].source.endswith(("some", "words"))
    assert all(len(row.source) <= WIDTH for row in rows)
    assert all(len(row.carets) <= len(row.source) for row in rows)


def test_what_is_covered_is_masked_to_its_width() -> None:
    text = "She told 漢字 and\tDana so."

    (row,) = shown(text, "told", "漢字", "Dana")

    assert row == Row(1, f"She told {COVER * 4} and   {COVER * 4} so.", "    ^^^^")


@given(
    st.text(alphabet="ab é漢字港\t\u0301\u200b\u202eש🚢", max_size=60),
    st.integers(0, 60),
    st.integers(1, 20),
)
def test_as_many_columns_are_marked_as_are_shown(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    span = Span(start, min(start + length, len(text)))
    (row,) = excerpt(draft_of(text), span, (), 200)
    (masked,) = excerpt(draft_of(text), span, (Span(0, len(text)),), 200)
    marked = "".join(
        cell.shown for cell in cells(text, 0, len(text)) if cell.offset in range(*span)
    )

    assert set(row.carets) <= {" ", "^"}
    assert "^" in row.carets
    assert columns(masked.source) == len(masked.source)
    if marked.strip() and row.source.rstrip() == row.source:
        assert row.carets.count("^") <= max(columns(marked), 1)
        assert row.carets.count("^") >= max(columns(marked.rstrip()), 1)


def test_a_path_cannot_steer_the_terminal() -> None:
    assert one_line("a\x1b[2Jb\nc\td") == "a␛[2Jb␊c d"
