"""The shingles: which words are fingerprinted together, and at which places."""

from __future__ import annotations

import itertools
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledgers import BIGRAM, NEAR, SECRET, WORD, Slow, stem_of, words_of

from groundrules.matching.common_words import STOP_WORDS
from groundrules.matching.index.fingerprints import Fingerprints
from groundrules.matching.index.lexicon import NO_WORD, Lexicon
from groundrules.matching.index.shingles import added_up, counted, pairs, trigrams

SPOKEN = [
    "the",
    "of",
    "it",
    "harbor",
    "harbors",
    "lease",
    "bids",
    "voted",
    "vote",
    "um",
    "you",
    "know",
    "commission's",
    "25",
    "don't",
]
TEXTS = st.lists(st.lists(st.sampled_from(SPOKEN), max_size=12).map(" ".join), max_size=4)
FAST, SLOW = Fingerprints(SECRET), Slow(SECRET)


class Spelled:
    """Texts as letters, and the word at each letter; "" between two texts."""

    def __init__(self, texts: list[str]) -> None:
        lexicon = Lexicon()
        self.letters = lexicon.spell(texts)
        self.known = lexicon.known(FAST)
        self.words = [
            "" if letter == NO_WORD else lexicon.words[letter] for letter in self.letters.tolist()
        ]

    def shingled(self, family):
        found = family(self.letters, self.known, FAST)
        return sorted(zip(*(column.tolist() for column in found), strict=True))


def runs_expected(words):
    return sorted(
        (at, at + 2, SLOW.trigram(words[at : at + 3]))
        for at in range(len(words) - 2)
        if all(words[at : at + 3]) and not STOP_WORDS.issuperset(words[at : at + 3])
    )


def pairs_expected(words):
    text = np.cumsum([not word for word in words]).tolist()
    content = [at for at, word in enumerate(words) if word and word not in STOP_WORDS]
    return sorted(
        (first, last, SLOW.pair((stem_of(words[first]), stem_of(words[last]))))
        for number, first in enumerate(content)
        for last in content[number + 1 : number + 1 + NEAR]
        if text[first] == text[last] and stem_of(words[first]) != stem_of(words[last])
    )


@settings(max_examples=150)
@given(TEXTS)
def test_runs_of_three(texts):
    spelled = Spelled(texts)

    assert runs_expected(spelled.words) == spelled.shingled(trigrams)


@settings(max_examples=150)
@given(TEXTS)
def test_pairs_of_content_words(texts):
    spelled = Spelled(texts)

    assert pairs_expected(spelled.words) == spelled.shingled(pairs)


@settings(max_examples=150)
@given(TEXTS)
def test_words_and_rows_are_counted(texts):
    spelled = Spelled(texts)
    separate = list(map(words_of, texts))
    words = Counter(SLOW.of(WORD, SLOW.code(word)) for text in separate for word in text)
    rows = Counter(
        SLOW.of(BIGRAM, *map(SLOW.code, row))
        for text in separate
        for row in itertools.pairwise(text)
    )

    found = counted(spelled.letters, spelled.known, FAST)

    assert sorted((words + rows).items()) == list(
        zip(found.fingerprints.tolist(), found.counts.tolist(), strict=True)
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("voted on the lease", "the leases, a vote"),
        ("harbor bids", "bids for the harbors"),
    ],
)
def test_a_pair_is_the_same_either_way_round_and_in_any_form(one, other):
    found = [{pair[2] for pair in Spelled([text]).shingled(pairs)} for text in (one, other)]

    assert found[0] == found[1]
    assert found[0]


def test_a_word_with_itself_is_no_pair():
    assert [] == Spelled(["vote, voted, the votes"]).shingled(pairs)


def test_content_words_four_apart_are_no_pair():
    found = {row[:2] for row in Spelled(["harbor lease bids mayor ferry"]).shingled(pairs)}

    assert {(0, 1), (0, 2), (0, 3)} == {row for row in found if row[0] == 0}


def test_nothing_goes_across_from_one_text_to_the_next():
    assert [] == Spelled(["harbor", "lease", "bids"]).shingled(trigrams)
    assert [] == Spelled(["harbor", "lease", "bids"]).shingled(pairs)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 9)), max_size=12))
def test_counts_of_the_same_are_added_up(rows):
    expected = Counter()
    for fingerprint, count in rows:
        expected[fingerprint] += count

    found = added_up(
        np.array([one for one, _ in rows], dtype=np.uint32),
        np.array([count for _, count in rows], dtype=np.uint32),
    )

    assert sorted(expected.items()) == list(
        zip(found.fingerprints.tolist(), found.counts.tolist(), strict=True)
    )
