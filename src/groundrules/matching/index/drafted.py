"""The drafted: a draft as an index on disk sees it, word by word, in arrays.

Everything that the index is asked about a draft's words is asked once, since a lookup costs little
more for thousands of fingerprints than for one.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from groundrules.draft.sentences import sentences
from groundrules.matching.index.fingerprints import Family
from groundrules.matching.index.lexicon import NO_WORD, STEM_CODES, known, letters_of
from groundrules.matching.index.sayings import set_phrases_in
from groundrules.matching.index.shingles import RUN, pairs, trigrams
from groundrules.matching.index.wordings import groups
from groundrules.matching.rarity import MOST, REPEATS, STOCK

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from groundrules.draft.document import Draft
    from groundrules.matching.index.fingerprints import Fingerprints
    from groundrules.matching.index.lexicon import Known, Letters
    from groundrules.matching.index.lookup import PostingLists
    from groundrules.matching.index.shingles import Shingles
    from groundrules.matching.passages import Passages
    from groundrules.matching.rarity import Rarity

    Bits = NDArray[np.float64]
    Numbers = NDArray[np.int64]

_STRANGEST = 24.0
"""Bits of a word that was never said."""

_IN_NAME = 3.0
"""Bits of a word with a capital behind another one: the name was said as a whole."""

_LEFT_OF_SAYINGS = 0.25
"""What is left of the bits of words that stand in a saying that everybody has heard."""

_LONGEST_SENTENCE = 64
"""Words. What is longer counts as several: a passage is weighed by how much of its sentence it is,
and a sentence without end must not hide it."""


class Fingerprinted(NamedTuple):
    """A draft's words as fingerprints.

    Attributes:
        letters: the letter of each plain word.
        known: what is known of each letter.
        runs: the draft's runs of three words.
        pairs: its pairs of content words.
        one: for each code of a stem, its group of `wordings`.
    """

    letters: Letters
    known: Known
    runs: Shingles
    pairs: Shingles
    one: NDArray[np.int16]


class Drafted(NamedTuple):
    """What there is to know about each plain word of a draft. A break is a word without bits.

    Attributes:
        alone: what each word says, on its own.
        behind: what it says behind the one or two ahead of it, as far as others said the same.
        strange: how seldom it was said at all; not capped, so that rare words count as such.
        content: whether it is no stop word.
        stems: the number of its stem, from 1; -1 at a break.
        numbers: the number of the stem that has each code; 0 where the draft has none.
        kin: the group of words that it is of in another person or tense; 0 where of none.
        kins: the group of the stem that has each code.
        sentence: the number of the sentence that it stands in.
        starts: the first word of its sentence.
        ends: the last one.
        quotes: the number of its quotation, or -1.
        quoted: how many words each quotation has.
    """

    alone: Bits
    behind: Bits
    strange: Bits
    content: NDArray[np.bool_]
    stems: NDArray[np.int32]
    numbers: NDArray[np.int32]
    kin: NDArray[np.int16]
    kins: NDArray[np.int16]
    sentence: Numbers
    starts: Numbers
    ends: Numbers
    quotes: Numbers
    quoted: Numbers


def fingerprinted(passages: Passages, fingerprints: Fingerprints) -> Fingerprinted:
    """Return a draft's words as fingerprints."""
    letters = letters_of(passages.words.plain)
    about = known(passages.alphabet.words, fingerprints)
    return Fingerprinted(
        letters,
        about,
        trigrams(letters, about, fingerprints),
        pairs(letters, about, fingerprints),
        groups(fingerprints),
    )


class Said(NamedTuple):
    """How often the words of a draft were said.

    Attributes:
        words: each word, by its letter.
        rows: each plain word together with the one ahead of it.
        runs: each plain word together with the two ahead, as far as they are a shingle.
    """

    words: NDArray[np.int64]
    rows: NDArray[np.int64]
    runs: NDArray[np.int64]


def said(asked: Fingerprinted, postings: PostingLists, fingerprints: Fingerprints) -> Said:
    """Return how often the words of a draft were said."""
    letters, codes = asked.letters, asked.known.codes
    words = postings.counts(fingerprints.of(Family.WORD, codes)).astype(np.int64)
    both = np.flatnonzero((letters[:-1] != NO_WORD) & (letters[1:] != NO_WORD))
    row = fingerprints.of(Family.BIGRAM, codes[letters[both]], codes[letters[both + 1]])
    rows, runs = np.zeros((2, len(letters)), dtype=np.int64)
    rows[both + 1] = postings.counts(row)
    runs[asked.runs.first + (RUN - 1)] = postings.frequencies(asked.runs.fingerprints)
    return Said(words, rows, runs)


def drafted(
    draft: Draft, passages: Passages, asked: Fingerprinted, often: Said, rarity: Rarity
) -> Drafted:
    """Return what there is to know about a draft's words.

    Args:
        draft: the draft.
        passages: its words.
        asked: the same as fingerprints.
        often: how often they were said.
        rarity: what each of them says.
    """
    letters = asked.letters
    bits = np.zeros(len(asked.known.codes))
    bits[[ord(letter) for letter in rarity.bits]] = list(rarity.bits.values())
    heard = set_phrases_in(passages)
    alone = np.where(heard, bits[letters] * _LEFT_OF_SAYINGS, bits[letters])
    is_word = letters != NO_WORD
    seldom = np.log2(rarity.size / np.maximum(1, often.words[letters] - 1))
    stems = (asked.known.stems[letters] % STEM_CODES).astype(np.int64)
    codes = np.unique(stems[is_word])
    numbers = np.zeros(STEM_CODES, dtype=np.int32)
    numbers[codes] = np.arange(1, len(codes) + 1)
    sentence, starts, ends = _sentences(draft, passages)
    return Drafted(
        alone,
        _behind(passages, often, rarity, alone),
        np.where(is_word, np.minimum(_STRANGEST, seldom), 0.0)
        * np.where(heard, _LEFT_OF_SAYINGS, 1.0),
        asked.known.content[letters],
        np.where(is_word, numbers[stems], -1),
        numbers,
        np.where(is_word, asked.one[stems], 0),
        asked.one,
        sentence,
        starts,
        ends,
        np.array(passages.quoted, dtype=np.int64)[passages.words.at],
        np.array([*passages.lengths, 0], dtype=np.int64),
    )


def _behind(passages: Passages, often: Said, rarity: Rarity, alone: Bits) -> Bits:
    """Return what words say behind others: the fewest bits that what was said allows."""
    plain, found = passages.words.plain, alone.copy()
    words = often.words[[ord(letter) for letter in plain]] if plain else often.rows
    ahead = np.concatenate([[0], words[:-1]])
    rows_ahead = np.concatenate([[0], often.rows[:-1]])
    for context, run in ((ahead, often.rows), (rows_ahead, often.runs)):
        again = np.flatnonzero((run > REPEATS) & (often.rows > REPEATS))
        told = np.log2(np.maximum(1.0, context[again] / (run[again] - REPEATS)))
        found[again] = np.minimum(found[again], told)
    stock = [at for at in range(1, len(plain)) if rarity.is_stock(plain[at - 1], plain[at])]
    found[stock] = np.minimum(found[stock], STOCK)
    text, starts, at = passages.shown.text, passages.words.starts, passages.words.at
    capital = np.array([text[starts[word]].isupper() for word in at], dtype=bool)
    name = np.flatnonzero(capital[1:] & capital[:-1]) + 1
    found[name] = np.minimum(found[name], _IN_NAME)
    return np.minimum(found, MOST)


def _sentences(draft: Draft, passages: Passages) -> tuple[Numbers, Numbers, Numbers]:
    """Return for each plain word its sentence, and the first and the last word of that."""
    begin = [span.start for span in sentences(draft)]
    places, starts = passages.shown.starts, passages.words.starts
    sentence = np.array(
        [bisect_right(begin, places[starts[word]]) for word in passages.words.at], dtype=np.int64
    )
    first, sizes = _stretches(sentence)
    place = np.arange(len(sentence)) - np.repeat(first, sizes)
    first, sizes = _stretches(sentence * len(sentence) + place // _LONGEST_SENTENCE)
    numbers = np.repeat(np.arange(len(first)), sizes)
    return numbers, np.repeat(first, sizes), np.repeat(first + sizes - 1, sizes)


def _stretches(numbers: Numbers) -> tuple[Numbers, Numbers]:
    """Return where each stretch of the same number begins, and how long it is."""
    first = np.flatnonzero(np.concatenate([[True], numbers[1:] != numbers[:-1]]))
    first = first[: len(numbers)]
    return first, np.diff(np.concatenate([first, [len(numbers)]]))
