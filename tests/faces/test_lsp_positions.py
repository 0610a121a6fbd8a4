"""Positions: places of a text as the protocol counts them, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position

from groundrules.draft.document import Span
from groundrules.faces.lsp.positions import Lines

ENCODINGS = ("utf-8", "utf-16", "utf-32")
TEXTS = st.text(st.sampled_from("ab é“漢🚢\n\r\u2028\x85\ud800"), max_size=40)


@given(TEXTS, st.sampled_from(ENCODINGS), st.data())
def test_every_offset_comes_back_from_its_position(text, encoding, data):
    lines = Lines(text, encoding)
    places = [at for at in range(len(text) + 1) if text[max(at - 1, 0) : at + 1] != "\r\n"]
    offset = data.draw(st.sampled_from(places))

    assert offset == lines.offset(lines.position(offset))


@given(TEXTS, st.sampled_from(ENCODINGS), st.integers(0, 50), st.integers(0, 50))
def test_every_position_lies_in_the_text(text, encoding, line, character):
    assert 0 <= Lines(text, encoding).offset(Position(line, character)) <= len(text)


@pytest.mark.parametrize(("encoding", "character"), [("utf-8", 7), ("utf-16", 3), ("utf-32", 2)])
def test_a_character_takes_the_units_of_the_encoding(encoding, character):
    assert Position(1, character) == Lines("a\r\n🚢“x", encoding).position(5)


def test_only_line_feeds_and_carriage_returns_end_lines():
    text = "a\u2028b\x85c\rd\ne"

    assert [Position(0, 4), Position(1, 0), Position(2, 0)] == [
        Lines(text, "utf-16").position(text.index(char)) for char in "cde"
    ]


@pytest.mark.parametrize(
    ("line", "column", "start", "end"),
    [
        (0, 0, (0, 0), (0, 3)),
        (2, 2, (1, 1), (1, 4)),
        (9, 9, (1, 4), (1, 4)),
    ],
)
def test_a_place_of_a_fault_goes_to_the_end_of_its_line(line, column, start, end):
    place = Lines("one\nfour", "utf-16").place(line, column)

    assert (Position(*start), Position(*end)) == (place.start, place.end)


def test_a_range_of_a_span():
    found = Lines("one\ntwo", "utf-16").range(Span(1, 5))

    assert (Position(0, 1), Position(1, 1)) == (found.start, found.end)
