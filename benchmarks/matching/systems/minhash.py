"""datasketch: MinHash with locality-sensitive hashing over pairs of words. Sampled."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from benchmarks.matching.measures import Reported
from benchmarks.matching.systems.system import Scaled, numbered, sample, sentences
from datasketch import MinHash, MinHashLSH

from groundrules.draft.wording import word_list

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from groundrules.matching.index.talks import Talk

_SAMPLE = 20_000
_THRESHOLD, _PERMUTATIONS = 0.3, 128


class MinHashIndex:
    """In memory. Its search is timed on the sample and not scaled, which flatters it."""

    name = "datasketch, MinHash LSH"

    def __init__(self) -> None:
        """Start with nothing scaled."""
        self._share = 1.0

    @property
    def scaled(self) -> Scaled:
        """Return the factor from the sample to all, for the building."""
        return Scaled(self._share, 1.0, f"over {_SAMPLE:,} statements; only the build is scaled")

    def build(self, talks: Sequence[Talk], folder: Path) -> None:  # noqa: ARG002 - nothing is kept on disk
        """Hash the sample."""
        self._ids, said = sample(talks, _SAMPLE)
        self._share = len(numbered(talks)) / len(self._ids)
        self._lsh = MinHashLSH(threshold=_THRESHOLD, num_perm=_PERMUTATIONS)
        with self._lsh.insertion_session() as session:
            for number, text in enumerate(said):
                session.insert(number, _hashed(text))

    def search(self, draft: str) -> list[Reported]:
        """Return the statements that share a bucket with a sentence."""
        return [
            Reported(sentence.start, sentence.end, self._ids[number], 1.0)
            for sentence in sentences(draft)
            for number in self._lsh.query(_hashed(sentence.text))
        ]


def _hashed(text: str) -> MinHash:
    words = word_list(text)
    hashed = MinHash(num_perm=_PERMUTATIONS)
    pairs = [f"{one} {two}".encode() for one, two in pairwise(words)]
    hashed.update_batch(pairs or [text.encode()])
    return hashed
