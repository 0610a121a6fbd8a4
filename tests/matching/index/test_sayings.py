"""The sayings: which words of a draft stand in a set phrase."""

from __future__ import annotations

import pytest
from ledgers import draft

from groundrules.draft.quotation import find_quotations
from groundrules.matching.index.sayings import set_phrases_in
from groundrules.matching.passages import passages
from groundrules.matching.set_phrases import SET_PHRASES


def words_in_sayings(text):
    story = draft(text)
    shown = passages(story, find_quotations(story))
    words = shown.alphabet.run(shown.words.plain)
    return [word for word, said in zip(words, set_phrases_in(shown), strict=True) if said]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pier gave them more bang for their buck.", "bang for their buck"),
        ("“You're damned if you do, damned if you don't,” she said.", "damned if you do " * 2),
        ("That is the tip of the iceberg, said the diver.", "the tip of the iceberg"),
        ("The iceberg had no tip. Bang went the buck.", ""),
    ],
)
def test_the_words_of_a_saying_are_told(text, expected):
    assert expected.split() == [word for word in words_in_sayings(text) if word != "not"]


def test_every_saying_is_found_in_its_own_words():
    lost = [phrase for phrase in SET_PHRASES[::40] if not words_in_sayings(f"He wrote {phrase}.")]

    assert [] == lost


def test_a_saying_has_two_words_at_the_least():
    assert [] == [phrase for phrase in SET_PHRASES if len(phrase.split()) < 2]
