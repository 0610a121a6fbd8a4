"""Tantivy's first statements, each aligned with the sentence by rapidfuzz: it gives spans, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.matching.measures import Reported
from benchmarks.matching.systems.system import Scaled, folded, surplus, texts
from rapidfuzz import fuzz, process

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from benchmarks.matching.systems.system import Sentence
    from benchmarks.matching.systems.tantivy_bm25 import TantivyBM25

    from groundrules.matching.index.talks import Talk

_CUT_OFF = 60
"""The least ratio that is aligned. Nothing with less was reported, on the side of tuning, where
there was to be a tenth of a false alarm for 1,500 words among 100,000 statements."""


class TantivyAligned:
    """What our whole check does, of ready-made parts: which statement, and where in the draft.

    It asks the index that was built for another. It is as fast as we could make it: the statements
    are in memory, in small letters, and with signs in ASCII, which took 7 % less; and what the
    ratio alone refuses is not aligned, which took 1 to 3 % less than to align all. An array of
    ratios (`cdist`) took no less.

    Its confidence is the surplus, since it finds far more at as few false alarms than the ratio
    alone does: plagdet was 0.70 on the side of tuning among 100,000 statements, and not 0.12; with
    the best of least lengths it was 0.61.
    """

    name = "tantivy, aligned by rapidfuzz"
    scaled = Scaled(note="the index is tantivy's")

    def __init__(self, tantivy: TantivyBM25) -> None:
        """Share the other's index."""
        self._tantivy = tantivy

    def build(self, talks: Sequence[Talk], folder: Path) -> None:  # noqa: ARG002 - the index is there
        """Keep the statements in memory."""
        self._texts = [folded(text) for text in texts(talks)]

    def search(self, draft: str) -> list[Reported]:
        """Return what is alike."""
        return [
            one
            for sentence, hits in self._tantivy.likeliest(draft)
            for one in self._aligned(sentence, [number for number, _ in hits])
        ]

    def _aligned(self, sentence: Sentence, numbers: Sequence[int]) -> Iterator[Reported]:
        asked = folded(sentence.text)
        said = [self._texts[number] for number in numbers]
        alike = process.extract(
            asked, said, scorer=fuzz.partial_ratio, score_cutoff=_CUT_OFF, limit=None
        )
        for text, _, at in alike:
            found = fuzz.partial_ratio_alignment(asked, text, score_cutoff=_CUT_OFF)
            if found:
                start, end = sentence.start + found.src_start, sentence.start + found.src_end
                confidence = surplus(found.score / 100, end - start)
                yield Reported(start, end, self._tantivy.ids[numbers[at]], confidence)
