"""rapidfuzz: each sentence compared with each statement. Sampled, and scaled up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.matching.measures import Reported
from benchmarks.matching.systems.system import TOP, Scaled, numbered, sample, sentences
from rapidfuzz import fuzz, process, utils

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from groundrules.matching.index.talks import Talk

_SAMPLE, _SENTENCES = 20_000, 2


class RapidfuzzScan:
    """`partial_ratio` of the first sentences of a draft over a sample of the statements."""

    name = "rapidfuzz, partial ratio"

    def __init__(self) -> None:
        """Start with nothing scaled."""
        self._asked = self._sentences = 0
        self._share = 1.0

    @property
    def scaled(self) -> Scaled:
        """Return the factor from the sample to all, for statements and sentences."""
        factor = self._sentences / self._asked if self._asked else 1.0
        note = f"{_SENTENCES} sentences over {_SAMPLE:,} statements, scaled"
        return Scaled(self._share, factor * self._share, note)

    def build(self, talks: Sequence[Talk], folder: Path) -> None:  # noqa: ARG002 - nothing is kept on disk
        """Prepare the sample."""
        self._ids, said = sample(talks, _SAMPLE)
        self._texts = [utils.default_process(text) for text in said]
        self._share = len(numbered(talks)) / len(self._ids)

    def search(self, draft: str) -> list[Reported]:
        """Return the first statements for a few sentences."""
        all_of_them = sentences(draft)
        asked = all_of_them[:_SENTENCES]
        self._sentences += len(all_of_them)
        self._asked += len(asked)
        return [
            Reported(sentence.start, sentence.end, self._ids[number], ratio)
            for sentence in asked
            for _, ratio, number in process.extract(
                utils.default_process(sentence.text),
                self._texts,
                scorer=fuzz.partial_ratio,
                limit=TOP,
            )
        ]
