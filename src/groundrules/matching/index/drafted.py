"""The drafted: a draft as an index on disk sees it, word by word, in arrays.

Everything that the index is asked about a draft's words is asked once, since a lookup costs little
more for thousands of fingerprints than for one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from groundrules.draft.sentences import sentence_stretches
from groundrules.matching.index.fingerprints import Family
from groundrules.matching.index.lexicon import NO_WORD, STEM_CODES, known, letters_of
from groundrules.matching.index.sayings import set_phrases_in
from groundrules.matching.index.shingles import RUN, pairs, trigrams
from groundrules.matching.index.wordings import groups
from groundrules.matching.rarity import MOST, REPEATS, STOCK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from numpy.typing import NDArray

    from groundrules.draft.document import Draft
    from groundrules.matching.index.fingerprints import Fingerprints
    from groundrules.matching.index.lexicon import Known, Letters
    from groundrules.matching.index.shingles import Shingles
    from groundrules.matching.passages import Passages
    from groundrules.matching.rarity import Rarity

    Counts = Callable[[NDArray[np.uint32]], NDArray[np.uint32]]
    Bits = NDArray[np.float64]
    Numbers = NDArray[np.int64]

_STRANGEST = 24.0
"""Bits of a word that was never said."""

_IN_NAME = 3.0
"""Bits of a word with a capital behind another one: the name was said as a whole."""

_LEFT_OF_SAYINGS = 0.25
"""What is left of the bits of words that stand in a saying that everybody has heard."""

_LETTER = 32
"""Bits of a letter, where two are one number."""

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

    @property
    def fingerprints(self) -> NDArray[np.uint32]:
        """Return those of the runs, and behind them those of the pairs."""
        return np.concatenate([self.runs.fingerprints, self.pairs.fingerprints])


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

    @property
    def matters(self) -> NDArray[np.bool_]:
        """Return for each number of a stem whether a content word of the draft has it."""
        found = np.zeros(int(self.stems.max(initial=0)) + 1, dtype=bool)
        found[self.stems[self.content]] = True
        return found


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


def said(
    asked: Fingerprinted, counts: Counts, often: NDArray[np.uint32], fingerprints: Fingerprints
) -> Said:
    """Return how often the words of a draft were said.

    Args:
        asked: the draft.
        counts: returns how often the words and rows of some fingerprints were said.
        often: how many statements have each of its runs.
        fingerprints: what makes them.
    """
    letters, codes = asked.letters, asked.known.codes
    both = np.flatnonzero((letters[:-1] != NO_WORD) & (letters[1:] != NO_WORD))
    word = fingerprints.of(Family.WORD, codes)
    row = fingerprints.of(Family.BIGRAM, codes[letters[both]], codes[letters[both + 1]])
    found = counts(np.concatenate([word, row])).astype(np.int64)
    rows, runs = np.zeros((2, len(letters)), dtype=np.int64)
    rows[both + 1] = found[len(word) :]
    runs[asked.runs.first + (RUN - 1)] = often
    return Said(found[: len(word)], rows, runs)


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
    at = np.array(passages.words.at, dtype=np.int64)
    begin = np.array(passages.words.starts, dtype=np.int64)[at]
    bits = np.zeros(len(asked.known.codes))
    bits[letters_of("".join(rarity.bits))] = list(rarity.bits.values())
    heard = set_phrases_in(passages)
    alone = np.where(heard, bits[letters] * _LEFT_OF_SAYINGS, bits[letters])
    is_word = letters != NO_WORD
    seldom = np.log2(rarity.size / np.maximum(1, often.words[letters] - 1))
    stems = (asked.known.stems[letters] % STEM_CODES).astype(np.int64)
    codes = np.unique(stems[is_word])
    numbers = np.zeros(STEM_CODES, dtype=np.int32)
    numbers[codes] = np.arange(1, len(codes) + 1)
    sentence, starts, ends = _sentences(draft, begin)
    capital = _has_capital(passages.shown.text, begin)
    return Drafted(
        alone,
        _behind(letters, capital, often, rarity, alone),
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
        np.array(passages.quoted, dtype=np.int64)[at],
        np.array([*passages.lengths, 0], dtype=np.int64),
    )


def _behind(
    letters: Letters, capital: NDArray[np.bool_], often: Said, rarity: Rarity, alone: Bits
) -> Bits:
    """Return what words say behind others: the fewest bits that what was said allows."""
    found, words = alone.copy(), often.words[letters]
    ahead = np.concatenate([[0], words[:-1]])
    rows_ahead = np.concatenate([[0], often.rows[:-1]])
    for context, run in ((ahead, often.rows), (rows_ahead, often.runs)):
        again = np.flatnonzero((run > REPEATS) & (often.rows > REPEATS))
        told = np.log2(np.maximum(1.0, context[again] / (run[again] - REPEATS)))
        found[again] = np.minimum(found[again], told)
    stock = _in_pairs(letters, rarity.stock)
    found[stock] = np.minimum(found[stock], STOCK)
    name = np.flatnonzero(capital[1:] & capital[:-1]) + 1
    found[name] = np.minimum(found[name], _IN_NAME)
    return np.minimum(found, MOST)


def _in_pairs(letters: Letters, pairs: Iterable[str]) -> NDArray[np.intp]:
    """Return the words that make one of some pairs with the word ahead of them."""
    wanted = letters_of("".join(pairs)).astype(np.int64).reshape(-1, 2)
    ahead, behind = letters[:-1].astype(np.int64), letters[1:]
    met = np.isin((ahead << _LETTER) | behind, (wanted[:, 0] << _LETTER) | wanted[:, 1])
    return np.flatnonzero(met) + 1


def _has_capital(text: str, begin: Numbers) -> NDArray[np.bool_]:
    """Tell for each of some places of a text whether a capital stands there."""
    characters, which = np.unique(letters_of(text)[begin], return_inverse=True)
    capital = np.array([chr(one).isupper() for one in characters.tolist()], dtype=bool)
    return capital[which]


def _sentences(draft: Draft, begin: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Return for each plain word its sentence, and the first and the last word of that.

    Args:
        draft: the draft.
        begin: where in the print each plain word begins.
    """
    starts = np.array([one.start for one in sentence_stretches(draft)], dtype=np.int64)
    sentence = np.searchsorted(starts, begin, side="right").astype(np.int64)
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
