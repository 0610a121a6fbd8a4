from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheets import EVERYTHING, NASTY, SHEETS, texts

from groundrules.reporters.sheets.sheet import Blanks, Heading, Items, Paragraph, Rows, Sheet
from groundrules.reporters.sheets.sheet_characters import printable
from groundrules.reporters.sheets.sheet_text import lines
from groundrules.reporters.sheets.sheet_wrapping import padded, rows, widest_word, width_of


def shown(sheet: Sheet, columns: int) -> list[str]:
    return ["".join(piece.text for piece in line) for line in lines(sheet, columns)]


def body(columns: int, *blocks: object) -> list[str]:
    return shown(Sheet("T", blocks), columns)[3:]  # type: ignore[arg-type]


def test_a_whole_sheet_at_forty_columns() -> None:
    assert [
        "Your talk with The Ledger Post",
        "==============================",
        "",
        "This page is for you.",
        "",
        "What to say",
        "-----------",
        "",
        "  | Can we talk on background?",
        "",
        "! Wait for a yes.",
        "",
        "1. Ask.",
        "2. Wait.",
        "3. Go on.",
        "",
        "1. One",
        "2. Two",
        "",
        "Rights",
        "",
        "Question  Answer",
        "--------  -------------",
        "Publish?  no",
        "Quote?    word for word",
        "",
        "[ ] Recorder off",
        "[ ] Papers with you",
        "",
        '- #import "x": *',
        "- $1 + 1$ *b* _i_ `c` @ref <label> // no",
        "  comment",
        "- <script>alert(1)</script>",
        '- ]]> --> </style> &amp; "quoted"',
        "  'single'",
        "- {{ braces }} %s \\n \\u{1F642}",
        "",
        "  No legal advice.",
        "",
        "Place and day: _________________________",
        "Signature: _____________________________",
    ] == shown(EVERYTHING, 40)


def test_what_goes_on_hangs_below_its_beginning() -> None:
    assert ["1. one two", "   three", "2. four"] == body(
        10, Items(("one two three", "four"), "steps")
    )
    assert ["  | one two", "  | three"] == body(11, Paragraph("one two three", "spoken"))
    assert ["! one two", "  three"] == body(9, Paragraph("one two three", "warning"))
    assert [" 9. i", "10. j"] == body(40, Items(tuple("abcdefghij"), "steps"))[-2:]


def test_a_table_is_set_side_by_side_stacked_or_wrapped_as_there_is_room() -> None:
    table = Rows(
        ("Axis", "Here", "There"), (("quote", "no, never at all", "yes"), ("name", "", "no"))
    )

    assert [
        "Axis   Here              There",
        "-----  ----------------  -----",
        "quote  no, never at all  yes",
        "name                     no",
    ] == body(80, table)
    assert [
        "Axis: quote",
        "  Here: no, never",
        "    at all",
        "  There: yes",
        "",
        "Axis: name",
        "  Here: ",
        "  There: no",
    ] == [row if row.strip() != "Here:" else "  Here: " for row in body(20, table)]
    wide = Rows(("A", "B"), (("one", "two three four five six seven"),))
    assert [
        "A    B",
        "---  ---------------------",
        "one  two three four five",
        "     six seven",
    ] == body(26, wide)


def test_a_stacked_row_whose_head_is_empty_is_headed_by_its_cell() -> None:
    table = Rows(("", "Mine"), (("a" * 20, "b" * 20),))

    assert ["a" * 20, "  Mine:", f"    {'b' * 20}"] == body(24, table)


def test_a_table_without_rows_still_shows_its_head() -> None:
    assert ["Question", "--------"] == body(40, Rows(("Question",), ()))
    assert [f"{'a' * 20}:", f"{'b' * 20}:"] == body(24, Rows(("a" * 20, "b" * 20), ()))


def test_a_blank_stands_below_a_label_that_leaves_no_room() -> None:
    assert ["For the outlet: name", "and position:", "_" * 20] == body(
        20, Blanks(("For the outlet: name and position",))
    )


def test_wide_characters_count_twice_and_part_where_they_may() -> None:
    assert ["日本語", "です。", "はい"] == rows("日本語です。 はい", 6)
    assert ["日本語", "（い", "う）"] == rows("日本語（いう）", 6)
    assert ["ab日", "本"] == rows("ab日本", 4)
    assert 4 == width_of("日本")
    assert "日本  |" == f"{padded('日本', 6)}|"
    assert 2 == widest_word("日本")


def test_a_word_longer_than_a_row_stays_whole() -> None:
    assert ["a", "https://example.org/path", "b"] == rows("a https://example.org/path b", 10)


def test_what_could_steer_a_terminal_is_shown_as_its_picture() -> None:
    assert ["␛[31mred␇"] == body(40, Paragraph("\x1b[31mred\x07"))
    assert ["ab"] == body(40, Paragraph("a\u202eb"))


def test_a_title_in_wide_characters_is_underlined_in_full() -> None:
    assert ["日本", "===="] == shown(Sheet("日本"), 40)
    assert ["H", "-", "", "S"] == body(40, Heading("H"), Heading("S", 2))


@given(NASTY, st.integers(1, 60))
def test_rows_hold_the_whole_text_and_fit_unless_a_part_cannot(text: str, columns: int) -> None:
    found = rows(text, columns)

    bare = printable(text).replace("\u00ad", "").split(" ")
    assert "".join(rows(" ".join(bare), 10_000)).replace(" ", "") == "".join(found).replace(" ", "")
    assert all(width_of(row) <= max(columns, widest_word(text)) for row in found)


@given(SHEETS, st.sampled_from((20, 40, 80, 200)))
def test_every_text_of_a_sheet_is_on_it_at_any_width(sheet: Sheet, columns: int) -> None:
    page = "".join("".join(shown(sheet, columns)).split())

    for block in sheet.blocks:
        for text in texts(block):
            for word in rows(text, 1):
                assert "".join(word.split()) in page


@pytest.mark.parametrize(
    ("block", "roles"),
    [
        (Paragraph("a", "note"), ["aside", "aside"]),
        (Paragraph("a", "warning"), ["warning", "warning"]),
        (Paragraph("a", "spoken"), ["gutter", ""]),
    ],
)
def test_a_paragraph_has_a_role_to_be_coloured_by(block: Paragraph, roles: list[str]) -> None:
    assert roles == [piece.role for piece in list(lines(Sheet("T", (block,)), 40))[3]]
