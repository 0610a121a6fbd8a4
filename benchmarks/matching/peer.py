"""The peer: what a system that gives spans as we do is worth, at few false alarms."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from benchmarks.matching import measures
from benchmarks.matching.musts import BUDGET
from benchmarks.matching.tables import of_scores

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.matching.cases import Trial
    from benchmarks.matching.measures import Reported, Scores


class Peer(NamedTuple):
    """A peer at as many false alarms as a must allows us.

    Attributes:
        name: of the system.
        threshold: what its confidence is above. It is the lowest that keeps to the false alarms,
            chosen on the null drafts that are reported themselves, which flatters the peer: ours
            was fitted on others.
        scores: of what it reports above.
    """

    name: str
    threshold: float
    scores: Scores


def peer(name: str, trial: Trial, found: Mapping[str, Sequence[Reported]]) -> Peer:
    """Return what a peer is worth.

    Args:
        name: of the system.
        trial: the cases.
        found: what it reported for each draft, null drafts among them, as loosely as can be.
    """
    threshold, kept = measures.threshold(trial, found, BUDGET)
    return Peer(name, threshold, measures.score(trial, kept))


def of_peer(ours: str, scores: Scores, other: Peer) -> str:
    """Return both side by side, over the same drafts."""
    text = (
        "What is found beside a peer that gives spans as we do, in the same ledger and drafts. Its"
        f"\nthreshold, {other.threshold:.3g}, is the lowest that keeps to {BUDGET:g} false alarms,"
        " chosen on these very null drafts,\nwhich flatters it; ours was fitted on others\n"
    )
    return f"{text}\n{of_scores({ours: scores, other.name: other.scores})}"
