"""The lexicon: it reads the words of a text as the letters of a draft do."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledgers import SECRET, Slow, words_of

from edit_cases import EDITS, SAID
from groundrules.matching.alphabet import BREAK, Alphabet
from groundrules.matching.common_words import FILLER_PHRASES, FILLERS, STOP_WORDS
from groundrules.matching.index.fingerprints import Fingerprints
from groundrules.matching.index.lexicon import (
    NO_WORD,
    STEM_CODES,
    Lexicon,
    known,
    letters_of,
    stems,
)
from groundrules.matching.variants import VARIANTS
from invented_talk import news, talk

SAMPLE = """
    the a of to harbor lease bids families commission mayor know mean sort kind you i
    U.S. 1,200 3.5 long-term café naïve Straße ﬁnance I’m they’re ‘tis e\u0301clair İzmir
""".split()  # noqa: SIM905 - words read best as words
VOCABULARY = [
    *SAMPLE,
    *FILLERS,
    *FILLER_PHRASES,
    *list(VARIANTS)[::5],
]
MARKS = [
    " ",
    " ",
    " ",
    ", ",
    ". ",
    "—",
    "… ",
    "” ",
    " “",
    "\n",
    "\u00a0",
    "'",
    "-",
    "\x01",
    "\0",
    "",
]
TEXT = st.one_of(
    st.lists(st.tuples(st.sampled_from(VOCABULARY), st.sampled_from(MARKS)), max_size=25).map(
        lambda pairs: "".join(word + mark for word, mark in pairs)
    ),
    st.text(max_size=60),
)
TEXTS = st.lists(TEXT, max_size=6)


def spelled(texts: list[str]) -> list[list[str]]:
    """Return the words of each text, as a lexicon has them."""
    lexicon = Lexicon()
    letters = lexicon.spell(texts)
    assert not texts or len(texts) - 1 == int((letters == NO_WORD).sum())
    found: list[list[str]] = [[]]
    for letter in letters.tolist():
        if letter == NO_WORD:
            found.append([])
        else:
            found[-1].append(lexicon.words[letter])
    return found if texts else []


def read(texts: list[str]) -> list[list[str]]:
    """Return the words of each text, as the letters of a draft have them that has all of them."""
    alphabet = Alphabet(word for text in texts for word in words_of(text))
    return [alphabet.run(alphabet.read(text).plain) for text in texts]


@settings(max_examples=200)
@given(TEXTS)
def test_a_text_has_the_words_that_a_draft_would_have(texts):
    assert read(texts) == spelled(texts)


@settings(max_examples=200)
@given(TEXTS)
def test_a_text_has_the_words_that_it_has_read_one_by_one(texts):
    assert [words_of(text) for text in texts] == spelled(texts)


@settings(max_examples=100)
@given(TEXTS, TEXT)
def test_what_was_spelled_before_changes_no_words(texts, text):
    lexicon = Lexicon()
    lexicon.spell(texts)
    letters = lexicon.spell([text])

    assert spelled([text])[0] == [lexicon.words[letter] for letter in letters.tolist()]


@pytest.mark.parametrize("seed", range(3))
def test_ordinary_texts(seed):
    texts = [*talk(100, seed), *news(600, seed).split("\n\n"), *SAID]
    texts += [edit.draft for edit in EDITS]

    assert read(texts) == spelled(texts)


def test_a_letter_is_a_word_and_a_word_one_letter():
    lexicon = Lexicon()
    lexicon.spell(["the harbor lease", "Lease the HARBOR, um"])

    real = [word for word in lexicon.words if word]

    assert len(real) == len(set(real))
    assert lexicon.spell(["harbor"]).tolist() == lexicon.spell(["Harbor!"]).tolist()


def test_letters_are_no_surrogates_and_go_on_behind_them():
    lexicon = Lexicon()
    many = [f"{number}w" for number in range(0xE000)]

    letters = lexicon.spell([" ".join(many)])

    assert len(many) == len(set(letters.tolist()))
    assert not np.any((letters >= 0xD800) & (letters < 0xE000))
    assert many == [lexicon.words[letter] for letter in letters.tolist()]
    assert ["harbor"] == [lexicon.words[letter] for letter in lexicon.spell(["harbor"]).tolist()]


def test_a_lexicon_is_full_before_there_are_no_more_letters():
    lexicon = Lexicon()
    assert not lexicon.is_full
    lexicon.words.extend([""] * 1_000_000)

    assert lexicon.is_full


def test_what_is_known_of_a_word():
    words = ["", "the", "voting", "votes", "harbor"]
    slow = Slow(SECRET)

    found = known(words, Fingerprints(SECRET))

    assert [slow.code(word) for word in words] == found.codes.tolist()
    assert [slow.stem_code(stem) for stem in ("", "the", "vote", "vote", "harbor")] == (
        found.stems.tolist()
    )
    assert [False, False, True, True, True] == found.content.tolist()


def test_a_word_and_a_stem_that_are_spelled_alike_have_codes_of_their_own():
    found = known(["harbor"], Fingerprints(SECRET))

    assert found.codes.tolist() != found.stems.tolist()
    assert STEM_CODES == 1 << 16


@settings(max_examples=50)
@given(TEXTS, TEXTS)
def test_what_is_known_is_added_to(first, then):
    made = Fingerprints(SECRET)
    lexicon = Lexicon()
    lexicon.spell(first)
    before = lexicon.known(made)
    lexicon.spell(then)

    found = lexicon.known(made, before)

    expected = known(lexicon.words, made)
    assert all(one.tolist() == two.tolist() for one, two in zip(expected, found, strict=True))
    assert [word not in STOP_WORDS for word in lexicon.words[2:] if word] == [
        bool(content)
        for content, word in zip(found.content[2:], lexicon.words[2:], strict=True)
        if word
    ]


def test_stems():
    assert ["vote", "vote", "vote", "harbor", "the"] == stems(
        ["vote", "voted", "voting", "harbors", "the"]
    )


def test_letters_as_numbers():
    assert [2, NO_WORD, 0xD800, 0x10FFFF] == letters_of(f"\2{BREAK}\ud800\U0010ffff").tolist()
    assert [] == letters_of("").tolist()
