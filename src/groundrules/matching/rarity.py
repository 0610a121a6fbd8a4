"""Rarity: how many bits does a word say, on its own and behind others?"""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING

from groundrules.matching.alphabet import BREAK
from groundrules.matching.common_words import RARE, STOCK_PAIRS, STOP_WORDS, WORD_BITS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.matching.alphabet import Alphabet
    from groundrules.matching.index.answers import Index

MOST = 12.0
"""The most that one word says: a strange word alone proves nothing."""

MATTER = 9.0
"""What a word must say to carry matter of its own."""

STOCK = 2.0
"""What a word says that the one before it all but foretells."""

_BACKGROUND = 50_000
"""As many words as the list of common words is worth beside those of the record."""

REPEATS = 3
"""So often may the same be said, and written down twice, before it counts as a phrase."""


class Rarity:
    """Bits of the words of one draft, against what was said.

    Attributes:
        size: how many words were said, and as many as the list of common words is worth.
        bits: for each letter, what the word says on its own; the one time that it was said by
            whom we suspect is left out.
        content: the letters of words that are no stop words.
        matter: the letters of words that carry matter.
        stock: the pairs of letters of which the first all but foretells the second.
    """

    def __init__(self, alphabet: Alphabet, index: Index) -> None:
        """Look each word up in the list of common ones, and in the index."""
        letters = alphabet.letters
        listed = {letter: WORD_BITS.get(word, RARE) for word, letter in letters.items()}
        self.size = index.size + _BACKGROUND
        by_list = {bits: (min(MOST, bits), _BACKGROUND * 2**-bits) for bits in {*listed.values()}}
        self.bits = {BREAK: 0.0}
        for letter, bits in listed.items():
            most, expected = by_list[bits]
            others = index.frequency(letter) - 1
            if others > 0:
                expected += others
            self.bits[letter] = min(most, log2(self.size / expected))
        self.content = frozenset(letters[word] for word in letters.keys() - STOP_WORDS)
        self.matter = frozenset(letter for letter in self.content if listed[letter] >= MATTER)
        self.stock = frozenset(
            letters[first] + letters[then]
            for first, then in STOCK_PAIRS
            if first in letters and then in letters
        )

    def of(self, letters: Iterable[str]) -> float:
        """Return the bits of words, each on its own."""
        return sum(map(self.bits.__getitem__, letters))

    def run(self, letters: Iterable[str], often: int) -> float:
        """Return the bits of a run of words that so many statements have: fewer, if it is many."""
        bits = self.of(letters)
        return min(bits, log2(self.size / (often - REPEATS))) if often > REPEATS else bits

    def is_stock(self, first: str, then: str) -> bool:
        """Tell whether a word all but foretells the one behind it."""
        return first + then in self.stock

    def behind(self, before: str, letter: str) -> float:
        """Return the bits of a word behind one or two others: few where it is a stock phrase."""
        bits = self.bits[letter]
        return min(STOCK, bits) if self.is_stock(before[-1], letter) else bits


class Phrases:
    """Bits of words in the runs in which they were said: fewer, where others say the same.

    To count runs takes time, so it is done for few, and once for each.

    Attributes:
        bits: for each letter, what the word says on its own.
    """

    def __init__(self, rarity: Rarity, index: Index) -> None:
        """Count nothing yet."""
        self.bits = rarity.bits
        self._rarity = rarity
        self._index = index
        self._counts: dict[str, int] = {}

    def _count(self, run: str) -> int:
        if run not in self._counts:
            self._counts[run] = self._index.frequency(run)
        return self._counts[run]

    def behind(self, before: str, letter: str) -> float:
        """Return the bits of a word behind one or two others: the fewest that they allow."""
        bits = self._rarity.behind(before, letter)
        for words in range(1, len(before) + 1):
            context = before[-words:]
            often = self._count(context + letter) - REPEATS
            if often <= 0:
                break
            bits = min(bits, log2(self._count(context) / often))
        return bits
