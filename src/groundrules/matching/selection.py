"""The selection: of all that a passage may rest on, what explains it best?

Where two statements explain the same words equally well, both are kept: the same may have been
said twice, on different terms. One that explains less is kept if it explains something else, or
explains its part more closely.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from groundrules.matching.judgement import Judged
    from groundrules.matching.reuse import Piece
    from groundrules.matching.weigh import Heard

_NEXT_TO_NOTHING = 6.0
"""Bits. Words that say no more are not worth a match of their own, nor make another a better."""

_MUCH_MORE = 0.25
"""The share of what one says that another must say beyond it to be the better."""


class Found(NamedTuple):
    """A passage of the draft, and the text that it is taken from."""

    piece: Piece
    heard: Heard
    judged: Judged

    @property
    def first(self) -> int:
        """Return the first of the words in common."""
        return self.piece.pairs[0][0]

    @property
    def last(self) -> int:
        """Return the last of them."""
        return self.piece.pairs[-1][0]


class _Rival(NamedTuple):
    """Words of the draft, and what explains just these."""

    words: frozenset[int]
    bits: float
    found: list[Found]

    @property
    def flaws(self) -> int:
        return len(self.found[0].piece.flaws)

    def flaws_within(self, first: int, last: int) -> int:
        """Return at how many words between two of the draft's it differs from what was said."""
        flaws = self.found[0].piece.flaws
        return bisect_left(flaws, last) - bisect_left(flaws, first)


def best(found: Iterable[Found], bits: Callable[[Iterable[int]], float]) -> list[Found]:
    """Return what explains the draft's words best.

    Args:
        found: what holds.
        bits: how much words of the draft, by their numbers, say.
    """
    kept: list[_Rival] = []
    for rival in sorted(_rivals(found, bits), key=lambda one: (-one.bits, min(one.words))):
        if not any(_is_beaten(rival, other, bits) for other in kept):
            kept.append(rival)
    return [one for rival in kept for one in rival.found]


def _rivals(found: Iterable[Found], bits: Callable[[Iterable[int]], float]) -> list[_Rival]:
    groups: dict[frozenset[int], list[Found]] = {}
    for one in found:
        groups.setdefault(frozenset(i for i, _ in one.piece.pairs), []).append(one)
    rivals = []
    for words, ties in groups.items():
        fewest = min(len(one.piece.flaws) for one in ties)
        equal = [one for one in ties if len(one.piece.flaws) == fewest]
        rivals.append(_Rival(words, bits(words), equal))
    return rivals


def _is_beaten(rival: _Rival, other: _Rival, bits: Callable[[Iterable[int]], float]) -> bool:
    """Tell whether another one explains the same words, and more of them or more closely."""
    one, two = rival.found[0], other.found[0]
    if one.first > two.last or two.first > one.last:
        return False
    alone, more = bits(rival.words - other.words), bits(other.words - rival.words)
    if alone >= _NEXT_TO_NOTHING:
        return False
    flaws = other.flaws_within(one.first, one.last)
    if flaws < rival.flaws:
        return more >= alone
    return flaws == rival.flaws and more >= max(_NEXT_TO_NOTHING, rival.bits * _MUCH_MORE)
