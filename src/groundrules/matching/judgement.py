"""The judgement: is what a draft shares with a statement taken from it, or is it chance?"""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING, NamedTuple

from groundrules.matching.bar import SURE
from groundrules.matching.parts import parts
from groundrules.matching.passages import UNQUOTED
from groundrules.matching.rarity import MOST, Phrases
from groundrules.matching.reuse import Piece, breaks, piece_of
from groundrules.matching.weigh import weigh

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.matching.align import Pair
    from groundrules.matching.bar import Bar
    from groundrules.matching.index.answers import Index
    from groundrules.matching.passages import Passages
    from groundrules.matching.rarity import Rarity
    from groundrules.matching.weigh import Heard, Measure

_MOST_OF_IT = 0.75
_ALL_OF_IT = 0.9
"""Shares of a quotation that a passage must be to count as most of it, and as the whole."""

_FRAGMENT = 4
_FRAGMENT_MATTER = 2
"""Words, and words that carry matter, which as the whole of a quotation are no chance."""

_RARE_WORDS = 2
"""Different words that say the most a word can. With fewer, anybody may have put it like that."""

_ALARM, _FOR_EACH_TENFOLD = 0.38, 0.057
_SMALL = 10_000
"""How likely a passage must be taken to count as taken: in a small index, and more in one that is
ten times as large. That is less than one false alarm in ten drafts of 1,500 words, on texts that
the likelihood was not fitted on."""


def alarm_for(statements: int) -> float:
    """Return how likely a passage must be taken to count as taken, in an index of some size."""
    return _ALARM + _FOR_EACH_TENFOLD * log10(max(statements, _SMALL) / _SMALL)


class Judged(NamedTuple):
    """What a draft has from one place of a statement: one passage, or the parts of one.

    Attributes:
        pieces: the passages; several where a quotation is interrupted.
        parts: the pairs of plain words that each was made of.
        bits: what they say together; where they do not hold, at most.
        bar: what they have to say.
        sure: so long a run of it is word for word that the bits do not matter.
        everyday: they are words that anybody may put together like that, and no quotation.
        likelihood: how likely it is that they are taken, where an index has told; then neither
            the bits nor the run matter.
        alarm: how likely it must be then.
    """

    pieces: tuple[Piece, ...]
    parts: tuple[Sequence[Pair], ...]
    bits: float
    bar: float
    sure: bool
    everyday: bool = False
    likelihood: float | None = None
    alarm: float = 1.0

    @property
    def holds(self) -> bool:
        """Tell whether they are taken from the statement."""
        if self.likelihood is not None:
            return self.likelihood >= self.alarm
        return self.sure or self.bits >= self.bar


class Judge:
    """Judges what one draft shares with one statement after the other.

    Attributes:
        plain_bar: how high the bar is over what was said.
    """

    def __init__(self, passages: Passages, rarity: Rarity, index: Index, bar: Bar) -> None:
        """Take what is the same for every statement."""
        self._passages = passages
        self._rarity = rarity
        self._phrases = Phrases(rarity, index)
        self._shares = index.shares
        self.plain_bar = bar

    def judge(self, heard: Heard, pairs: Sequence[Pair]) -> Judged | None:
        """Return what pairs of plain words come to, or None where that is next to nothing."""
        found: list[tuple[Piece, Sequence[Pair]]] = []
        for part in parts(self._passages, pairs, self._rarity.bits):
            piece = piece_of(self._passages, heard.words, part)
            if piece:
                found.append((piece, part))
        if not found:
            return None
        pieces, cut = zip(*found, strict=True)
        bits = self._weigh(heard, cut, self._rarity)
        sure, bar = self._is_sure(pieces), self.bar(pieces)
        if not sure and bits < self.plain_bar.quoted / 2:
            return None
        if not sure and bits >= bar:
            bits = self._weigh(heard, cut, self._phrases)
        return Judged(pieces, cut, bits, bar, sure, self._is_everyday(pieces))

    def together(self, *halves: tuple[Heard, Judged]) -> float:
        """Return by how many bits what stands side by side passes the bar as one passage."""
        bits = sum(self._weigh(heard, judged.parts, self._phrases) for heard, judged in halves)
        return bits - self.bar([piece for _, judged in halves for piece in judged.pieces])

    def bar(self, pieces: Sequence[Piece]) -> float:
        """Return the bits that pieces must say together."""
        starts = self._passages.words.starts
        return self.plain_bar.over(
            len({starts[i] for piece in pieces for i, _ in piece.pairs}),
            quoted=self._is_quoted(pieces),
            unchanged=not any(piece.flaws for piece in pieces),
        )

    def _weigh(self, heard: Heard, cut: Sequence[Sequence[Pair]], measure: Measure) -> float:
        return sum(weigh(self._passages, heard, part, measure, self._shares) for part in cut)

    def _is_quoted(self, pieces: Sequence[Piece]) -> bool:
        """Tell whether the pieces are most of what stands between quotation marks."""
        return self._covered(pieces) >= _MOST_OF_IT

    def _covered(self, pieces: Sequence[Piece]) -> float:
        """Return how much of the quotations that the pieces stand in they are; 0 outside."""
        words = [i for piece in pieces for i, _ in piece.pairs]
        quotes = {self._passages.quoted[i] for i in words}
        if UNQUOTED in quotes:
            return 0.0
        return len(words) / max(1, sum(self._passages.lengths[quote] for quote in quotes))

    def _is_everyday(self, pieces: Sequence[Piece]) -> bool:
        """Tell whether the pieces have hardly a rare word, and nobody says that they are quoted."""
        letters, bits = self._passages.words.letters, self._rarity.bits
        words = {letters[i] for piece in pieces for i, _ in piece.pairs}
        rare = sum(bits[letter] >= MOST for letter in words)
        return rare < _RARE_WORDS and not self._is_quoted(pieces)

    def _is_sure(self, pieces: Sequence[Piece]) -> bool:
        runs = (run for piece in pieces for run in _runs(piece.pairs) if len(run) >= SURE)
        return any(self._has_content(run) for run in runs) or self._is_fragment(pieces)

    def _has_content(self, run: Sequence[Pair]) -> bool:
        """Tell whether there is more in a run than stop words and stock phrases."""
        letters, rarity = self._passages.words.letters, self._rarity
        return any(
            letters[i] in rarity.content and not (i and rarity.is_stock(letters[i - 1], letters[i]))
            for i, _ in run
        )

    def _is_fragment(self, pieces: Sequence[Piece]) -> bool:
        """Tell whether the pieces are the whole of a quotation, and unchanged."""
        letters = self._passages.words.letters
        words = [letters[i] for piece in pieces for i, _ in piece.pairs]
        return (
            len(words) >= _FRAGMENT
            and sum(letter in self._rarity.matter for letter in words) >= _FRAGMENT_MATTER
            and not any(piece.flaws for piece in pieces)
            and self._covered(pieces) >= _ALL_OF_IT
        )


def _runs(pairs: Sequence[Pair]) -> Iterator[Sequence[Pair]]:
    """Yield the longest runs that have nothing between their words on either side."""
    start = 0
    for at in breaks(pairs):
        yield pairs[start:at]
        start = at
    yield pairs[start:]
