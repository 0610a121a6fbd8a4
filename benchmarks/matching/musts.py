"""The musts: what the search must do, what it aims at, and what it did."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from benchmarks.matching.edits.passage import Class
from benchmarks.matching.tables import columns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchmarks.matching.measures import Scores

BUDGET, _FINE_BUDGET = 0.1, 0.01
"""False alarms per 1,500 words that a must and an aim allow."""


class Must(NamedTuple):
    """A figure that must be reached.

    Attributes:
        what: the figure.
        must: the most it may be, or the least where `least`.
        aim: what it should be.
        value: what was measured; None where it was not.
        least: more is better.
        alarms: false alarms per 1,500 words in the same run, where the figure is a recall.
    """

    what: str
    must: float
    aim: float
    value: float | None
    least: bool = False
    alarms: float = 0.0

    @property
    def verdict(self) -> str:
        """Return `met`, `missed` or `not measured`; or `aim` where that is reached, too."""
        if self.value is None:
            return "not measured"
        if not self._reached(self.must, BUDGET):
            return "missed"
        return "met, and the aim" if self._reached(self.aim, _FINE_BUDGET) else "met"

    def _reached(self, bar: float, budget: float) -> bool:
        if self.value is None or self.alarms > budget:
            return False
        return self.value >= bar if self.least else self.value <= bar


def recalls(full: Scores, small: Scores | None, blind: Scores | None) -> list[Must]:
    """Return the musts about what is found.

    Args:
        full: in the ledger of full size.
        small: in a story's own ledger of 10,000 statements.
        blind: in the ledger of full size, with nothing opened.
    """
    pairs = [name for name in full.recall if name.startswith("pairs") and name.count(",") == 1]
    return [
        _recall("verbatim, 8 words or more", [Class.VERBATIM], full, 1.0, 1.0),
        _recall("filler and ellipsis", [Class.TRIMMED], full, 0.95, 0.99),
        _recall("indirect speech", [Class.INDIRECT], full, 0.95, 0.99),
        _recall("substitution 45 %", [Class.SUBSTITUTED_45], full, 0.9, 0.98),
        _recall("paraphrase pairs", pairs, full, 0.75, 0.9),
        _recall("fragments of 7-9 words", [Class.FRAGMENT_7_9], full, 0.85, 0.98),
        _recall("fragments of 5-6 words, 10 k", [Class.FRAGMENT_5_6], small, 0.75, 0.95),
        _recall("blind, verbatim", [Class.VERBATIM], blind, 0.95, 1.0),
        Must("plagdet, draft side", 0.84, 0.93, full.draft_side.score, least=True),
    ]


def _recall(
    what: str, kinds: Iterable[str], scores: Scores | None, must: float, aim: float
) -> Must:
    if scores is None:
        return Must(what, must, aim, None, least=True)
    found = [scores.recall[kind] for kind in kinds if kind in scores.recall]
    cases = sum(one.cases for one in found)
    share = sum(one.right for one in found) / cases if cases else None
    alarms = scores.false_alarms.per_draft
    return Must(what, must, aim, share, least=True, alarms=alarms)


def of_musts(musts: Iterable[Must]) -> str:
    """Return the musts as a table."""
    rows = [
        (
            one.what,
            f"{'≥' if one.least else '≤'} {one.must:g}",
            f"{'≥' if one.least else '≤'} {one.aim:g}",
            "-" if one.value is None else f"{one.value:.3g}",
            f"{one.alarms:.3f}" if one.alarms else "",
            one.verdict,
        )
        for one in musts
    ]
    return columns("what it must do", ["", "must", "aim", "measured", "false alarms", ""], rows)
