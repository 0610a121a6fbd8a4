"""Which words are the whole of a sentence or a quotation, against a plain count of words."""

from __future__ import annotations

import random

import numpy as np
from drafts_at_random import drafted_at_random, places_at_random
from hypothesis import given, settings
from hypothesis import strategies as st

from groundrules.matching.index.whole import are_whole


def is_whole(about, first, words):
    told = about.ends[first] - about.starts[first] + 1
    quote = about.quotes[first]
    if quote >= 0:
        told = min(told, about.quoted[quote])
    return words >= 5 and words >= told - 3


@settings(max_examples=200)
@given(st.integers(0, 1 << 32))
def test_words_that_are_all_of_a_sentence_or_a_quotation_but_for_a_few(seed):
    chance = random.Random(seed)  # noqa: S311 - any draft will do
    about = drafted_at_random(chance, chance.choice([1, 6, 50]), 12)
    shared = places_at_random(chance, len(about.stems), 6)
    words = [float(chance.randint(0, 14)) for _ in shared.first]

    found = are_whole(about, shared.first, np.array(words))

    places = zip(shared.first.tolist(), words, strict=True)
    assert [is_whole(about, *one) for one in places] == found.tolist()


def test_some_are_and_some_are_not():
    chance = random.Random(5)  # noqa: S311 - any draft will do
    about = drafted_at_random(chance, 50, 12)
    first = np.arange(50)

    assert {True, False} == set(are_whole(about, first, np.full(50, 7.0)).tolist())
    assert not are_whole(about, first, np.full(50, 4.0)).any()
