"""The search: what does a draft have from each text of a record?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.matching.align import aligned
from groundrules.matching.bar import bar_for
from groundrules.matching.blocks import blocks
from groundrules.matching.chains import Chains
from groundrules.matching.judgement import Judge
from groundrules.matching.weigh import Heard

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.matching.index.answers import Candidate, Index
    from groundrules.matching.judgement import Judged
    from groundrules.matching.passages import Passages
    from groundrules.matching.rarity import Rarity

_MOST_TEXTS = 5_000
"""Texts that are aligned with one draft: those that share the most with it."""

_LONG = 5
"""Words. So long a run is judged on its own, too, if nothing holds that it is part of."""


class Search:
    """A search through an index for what one draft may have taken.

    Attributes:
        passages: the draft.
        rarity: how much its words say.
        judge: what decides.
        capped: the texts that were looked at only in part, or not at all. It fills as they are.
    """

    def __init__(self, passages: Passages, rarity: Rarity, index: Index) -> None:
        """Set the bar by how much the index holds."""
        self.passages = passages
        self.judge = Judge(passages, rarity, index, bar_for(index.size))
        self.capped: set[str] = set()
        self.rarity = rarity
        self._chains = Chains(passages, rarity.bits)

    def judged(self, candidates: Iterable[tuple[Candidate, str]]) -> Iterator[tuple[Heard, Judged]]:
        """Yield what the draft shares with each text, whether it is enough to hold or not.

        Args:
            candidates: what may share something, each with its text.
        """
        ordered = sorted(candidates, key=lambda one: (-one[0].bits, one[1]))
        self.capped.update(text for _, text in ordered[_MOST_TEXTS:])
        for candidate, text in ordered[:_MOST_TEXTS]:
            yield from self.judged_in(candidate, text)

    def judged_in(self, candidate: Candidate, text: str) -> Iterator[tuple[Heard, Judged]]:
        """Yield what the draft shares with one text, as `judged` does."""
        heard = Heard(text, self.passages.alphabet.read(text))
        drafted, said = self.passages.words.plain, heard.words.plain
        found, every_block = blocks(drafted, said, candidate.places)
        chains, every_chain = self._chains.of(found)
        if not (candidate.whole and every_block and every_chain):
            self.capped.add(text)
        explained: list[tuple[int, int]] = []
        alone = {chain[0] for chain in chains if len(chain) == 1}
        long = ([block] for block in found if block.length >= _LONG and block not in alone)
        for chain in (*chains, *long):
            first, last = chain[0].drafted, chain[-1].drafted_end
            if any(start <= first and last <= end for start, end in explained):
                continue
            pairs = aligned(self.passages, said, chain, self.rarity)
            judged = self.judge.judge(heard, pairs)
            if judged:
                yield heard, judged
                if judged.holds:
                    explained.append((pairs[0][0], pairs[-1][0] + 1))
