"""The measures of PAN: how well the characters are found, and in how many pieces.

After Potthast, Stein, Barrón-Cedeño and Rosso, An Evaluation Framework for Plagiarism Detection
(COLING 2010), macro-averaged over cases and detections, on the draft's side: a detection and a
case meet where they share a character of the draft.
"""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Spans = Sequence[tuple[int, int]]


class Plagdet(NamedTuple):
    """The measures, each from 0 to 1, but granularity, which is 1 at best and grows.

    Attributes:
        granularity: detections for each case that is found at all.
    """

    precision: float
    recall: float
    granularity: float

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def score(self) -> float:
        """Return plagdet: F1 over log2(1 + granularity)."""
        return self.f1 / log2(1 + self.granularity)


def plagdet(drafts: Iterable[tuple[Spans, Spans]]) -> Plagdet:
    """Return the measures over drafts, each given as its cases and its detections.

    Without a case, recall is 1; without a detection, precision is.
    """
    precisions: list[float] = []
    recalls: list[float] = []
    pieces: list[int] = []
    for cases, detections in drafts:
        precisions += [_covered(span, cases) for span in detections]
        recalls += [_covered(span, detections) for span in cases]
        meeting = (sum(map(bool, (_shared(span, one) for one in detections))) for span in cases)
        pieces += filter(None, meeting)
    return Plagdet(_mean(precisions), _mean(recalls), _mean(pieces))


def merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans with those made one that touch or overlap, in order."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _covered(span: tuple[int, int], others: Spans) -> float:
    """Return which share of a span the others cover together."""
    return sum(_shared(span, other) for other in merged(others)) / (span[1] - span[0])


def _shared(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else 1.0
