from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from groundrules.draft.document import Draft, Span, Substitution
from groundrules.draft.wording import draft_words, word_list, words

CASES = [
    ("The Deal was DEAD.", ["the", "deal", "was", "dead"]),
    ("It’s dead, isn't it?", ["it's", "dead", "isn't", "it"]),
    ("'Twas the workers' 'deal'", ["twas", "the", "workers", "deal"]),
    ("long-term—not short‑term", ["long", "term", "not", "short", "term"]),
    (
        "$1,200 and 1200, 12,34 and 1,200,300.50",
        ["1200", "and", "1200", "12", "34", "and", "1200300.50"],
    ),
    ("3.5 percent at 14:00.", ["3.5", "percent", "at", "14", "00"]),
    (
        "the U.S. at 3 p.m., i.e. now. I said.",
        ["the", "us", "at", "3", "pm", "ie", "now", "i", "said"],
    ),
    ("Whit\u200bfield\u00ad \u202eDana\u202c", ["whitfield", "dana"]),
    ("Straße ﬁne ＡＢＣ", ["strasse", "fine", "abc"]),
    ("café cafe\u0301", ["café", "café"]),
    ("snake_case a/b", ["snake", "case", "a", "b"]),
    ("2nd G7 covid19", ["2nd", "g7", "covid19"]),
    ("«Мост» שלום مرحبا", ["мост", "שלום", "مرحبا"]),
    ("\ud800 lone", ["lone"]),
    ("", []),
    (" ...—' '' ", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_words_are_compared_in_one_form(text: str, expected: list[str]) -> None:
    assert expected == words(text).texts
    assert expected == word_list(text)


def test_words_know_where_they_stand() -> None:
    text = "A Straße’s ﬁne Whit\u200bfield cost $1,200."
    found = words(text)

    assert ["A", "Straße’s", "ﬁne", "Whit\u200bfield", "cost", "1,200"] == [
        text[slice(*found.span(at, at))] for at in range(len(found.texts))
    ]
    assert text[slice(*found.span(2, 3))] == "ﬁne Whit\u200bfield"


def test_words_in_spans_go_on_where_the_next_span_does() -> None:
    text = "un**believ**able [x](y) end"
    spans = (Span(0, 2), Span(4, 10), Span(12, 17), Span(18, 19), Span(23, 27))
    found = words(text, spans)

    assert found.texts == ["unbelievable", "x", "end"]
    assert found.span(0, 0) == Span(0, 16)


def test_a_drafts_words_know_character_references() -> None:
    text = "Caf&eacute; owners"
    draft = Draft("-", text, (Span(0, 18),), substitutions=(Substitution(Span(3, 11), "é"),))

    assert draft_words(draft).texts == ["café", "owners"]
    assert draft_words(draft).span(0, 0) == Span(0, 11)


ANY = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("aZé’'.,- 1\u200b\u0301ﬁßİΐ\u1100\u1161\u3000\ud800"),
    ),
    max_size=40,
)


@settings(deadline=None)
@given(ANY)
@example("İstanbul İ")
@example("\u1100\u1161\u11a8")
@example("a\u0301\u0327b")
def test_words_are_in_order_and_in_range(text: str) -> None:
    found = words(text)

    assert len(found.texts) == len(found.starts) == len(found.ends)
    assert all(found.texts)
    edges = [edge for pair in zip(found.starts, found.ends, strict=True) for edge in pair]
    assert all(0 <= edge <= len(text) for edge in edges)
    assert all(start < end for start, end in zip(found.starts, found.ends, strict=True))
    assert found.starts == sorted(found.starts)


@settings(deadline=None)
@given(ANY)
def test_case_and_apostrophes_do_not_count(text: str) -> None:
    other = text.replace("'", "’")

    assert words(text).texts == words(other).texts


@settings(deadline=None)
@given(st.text(st.characters(max_codepoint=0x17F), max_size=40))
def test_with_and_without_places_the_words_are_the_same(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)

    assert words(composed).texts == word_list(composed)


@settings(deadline=None)
@given(st.text(st.characters(max_codepoint=127), max_size=40))
def test_each_ascii_word_stands_where_it_says(text: str) -> None:
    found = words(text)

    for word, start, end in zip(*found, strict=True):
        written = text[start:end].lower()
        assert word in {written, written.replace(",", ""), written.replace(".", "")}
