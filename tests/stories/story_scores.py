"""How the findings of a check stand to the marks of a story."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stories import Mark, Span, Story


class Finding(NamedTuple):
    """What the check found: the rule's code, and where."""

    rule: str
    span: Span


class Verdict(NamedTuple):
    """What became of the marks and the findings of one story.

    Attributes:
        met: marked breaches in which their rule found something.
        missed: those in which it did not.
        right: findings that meet a marked breach of their rule.
        neutral: findings that have a case and need not be.
        false: findings that have none.
    """

    met: tuple[Mark, ...]
    missed: tuple[Mark, ...]
    right: tuple[Finding, ...]
    neutral: tuple[Finding, ...]
    false: tuple[Finding, ...]


class Rate(NamedTuple):
    """Counts of one rule, or of several together."""

    marked: int
    met: int
    right: int
    false: int

    @property
    def precision(self) -> float:
        """Return the share of findings that are right; 1 where there are none."""
        return self.right / (self.right + self.false) if self.right + self.false else 1.0

    @property
    def recall(self) -> float:
        """Return the share of marked breaches that were met; 1 where there are none."""
        return self.met / self.marked if self.marked else 1.0


def judge(story: Story, findings: Iterable[Finding]) -> Verdict:
    """Hold the findings of a check against the marks of its story."""
    found = tuple(findings)
    met = tuple(mark for mark in story.findings if any(_meets(mark, one) for one in found))
    missed = tuple(mark for mark in story.findings if mark not in met)
    right = tuple(one for one in found if any(_meets(mark, one) for mark in story.findings))
    rest = [one for one in found if one not in right]
    neutral = tuple(one for one in rest if _has_a_case(story, one))
    return Verdict(met, missed, right, neutral, tuple(one for one in rest if one not in neutral))


def rates(verdicts: Iterable[Verdict]) -> dict[str, Rate]:
    """Return the counts of every rule that was marked or found anything, in order of codes."""
    marked, met, right, false = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for verdict in verdicts:
        marked.update(mark.rule for mark in verdict.met + verdict.missed)
        met.update(mark.rule for mark in verdict.met)
        right.update(one.rule for one in verdict.right)
        false.update(one.rule for one in verdict.false)
    codes = sorted(marked.keys() | right.keys() | false.keys())
    return {code: Rate(marked[code], met[code], right[code], false[code]) for code in codes}


def together(counts: Iterable[Rate]) -> Rate:
    """Return the counts of several rules added up."""
    sums = [sum(column) for column in zip(*counts, strict=True)] or [0, 0, 0, 0]
    return Rate(*sums)


def silent(story: Story, findings: Iterable[Finding]) -> int:
    """Return how many near misses of the story their rule stayed silent at."""
    found = tuple(findings)
    return sum(not any(_meets(mark, one) for one in found) for mark in story.near_misses)


def _meets(mark: Mark, finding: Finding) -> bool:
    return finding.rule == mark.rule and mark.span.meets(finding.span)


def _has_a_case(story: Story, finding: Finding) -> bool:
    marks = story.findings + story.beyond + story.defensible
    return any(finding.rule in mark.may_also and mark.span.meets(finding.span) for mark in marks)
