"""The chains: blocks in the same order on both sides, near enough to be of one passage."""

from __future__ import annotations

from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from groundrules.matching.gaps import Gap, cost, joins

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from groundrules.matching.blocks import Block
    from groundrules.matching.passages import Passages

Chain = list["Block"]

_FEWEST = 2
"""Blocks. Fewer are chains as they are."""

_MOST_BLOCKS = 2_000
_LOOK_BACK = 16
_GAIN = 4.0
"""Bits that a block must bring to a chain over what the gap takes."""


class Chains:
    """Joins the blocks between a draft and one statement after the other."""

    def __init__(self, passages: Passages, bits: Mapping[str, float]) -> None:
        """Take the draft, and what each letter says."""
        self._passages = passages
        self._says = bits

    @cached_property
    def _sums(self) -> list[float]:
        """The bits of the draft's words, added up once, if there are blocks to join at all."""
        says = map(self._says.__getitem__, self._passages.words.plain)
        return list(accumulate(says, initial=0.0))

    def of(self, found: Sequence[Block]) -> tuple[list[Chain], bool]:
        """Return the chains, the best first, and whether all of the blocks were looked at.

        Args:
            found: the blocks, in the order of the draft.
        """
        if len(found) < _FEWEST:
            return [[block] for block in found], True
        best = sorted(found, key=self._bits, reverse=True)[:_MOST_BLOCKS]
        kept = found if len(best) == len(found) else sorted(best)
        scores, before = self._scored(kept)
        used: set[int] = set()
        ends = sorted(range(len(kept)), key=lambda at: (-scores[at], at))
        chains = [_walk(kept, before, end, used) for end in ends if end not in used]
        return chains, len(best) == len(found)

    def _bits(self, block: Block) -> float:
        return self._sums[block.drafted_end] - self._sums[block.drafted]

    def _scored(self, found: Sequence[Block]) -> tuple[list[float], list[int]]:
        """Return for each block the score of the best chain to it, and the block before it."""
        scores: list[float] = []
        before: list[int] = []
        for number, block in enumerate(found):
            best, best_before = self._bits(block), -1
            for earlier in range(max(0, number - _LOOK_BACK), number):
                joined = self._joined(found[earlier], scores[earlier], block)
                if joined > best:
                    best, best_before = joined, earlier
            scores.append(best)
            before.append(best_before)
        return scores, before

    def _joined(self, first: Block, score: float, then: Block) -> float:
        rest = then.behind(first)
        if rest is None or then.said <= first.said:
            return 0.0
        gap = Gap(first.drafted_end - 1, rest.drafted, rest.said - first.said_end)
        if not joins(self._passages, gap):
            return 0.0
        takes, own = cost(self._passages, gap), self._bits(rest)
        return score + own - takes if min(own, score) - takes >= _GAIN else 0.0


def _walk(found: Sequence[Block], before: Sequence[int], end: int, used: set[int]) -> Chain:
    at, backward = end, []
    while at >= 0 and at not in used:
        used.add(at)
        backward.append(found[at])
        at = before[at]
    chain = [backward.pop()]
    while backward:
        rest = backward.pop().behind(chain[-1])
        if rest is not None:
            chain.append(rest)
    return chain
