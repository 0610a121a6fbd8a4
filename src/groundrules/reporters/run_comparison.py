"""The comparison of two runs: what the last save broke, mended, or switched off."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.printed import as_printed
from groundrules.reporters.display_width import one_line
from groundrules.reporters.lines import Piece, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from groundrules.evidence.case import Case
    from groundrules.reporters.lines import Line
    from groundrules.rules.examination import Examination
    from groundrules.rules.rule import Finding


class Found(NamedTuple):
    """A finding with the case it was found in."""

    case: Case
    finding: Finding

    @property
    def line(self) -> int:
        """Return the line of the draft in which the passage begins."""
        return self.case.draft.position(self.finding.span.start).line


class Comparison(NamedTuple):
    """What became of the findings between two runs.

    Attributes:
        new: those that were not there before, in the order of the drafts.
        mended: those that are there no more, as they were found then.
        kept: how many were there and are there.
        unasked: those of a rule that is switched off now, so that nobody can say.
    """

    new: tuple[Found, ...]
    mended: tuple[Found, ...]
    kept: int
    unasked: tuple[Found, ...] = ()


def compared(before: Sequence[Examination], after: Sequence[Examination]) -> Comparison:
    """Return what became of the findings.

    A finding is the same if its rule, statement and passage are, wherever in the draft that is
    now. Where the passage was rewritten, it is the same if the rule still finds the statement in
    it, or finds something in the same line.
    """
    gone, new = list(_found(before)), list(_found(after))
    many = len(new)
    for likeness in (_passage, _promise, _place):
        gone, new = _unpaired(gone, new, likeness)
    off = {rule.code for examination in after for rule in examination.off}
    mended = tuple(one for one in gone if one.finding.code not in off)
    unasked = tuple(one for one in gone if one.finding.code in off)
    return Comparison(tuple(new), mended, many - len(new), unasked)


def lines(comparison: Comparison) -> Iterator[Line]:
    """Yield one line with the counts, then one for each finding that was not in both runs."""
    new, mended, kept = len(comparison.new), len(comparison.mended), comparison.kept
    off = f", {len(comparison.unasked):,} switched off" if comparison.unasked else ""
    yield plain(f"+ {new:,} new, {mended:,} mended, {kept:,} as before{off}", "label")
    signed = (("+", comparison.new), ("-", comparison.mended), ("?", comparison.unasked))
    for sign, some in signed:
        for one in some:
            yield _line(sign, one)


def _line(sign: str, one: Found) -> Line:
    finding, draft = one.finding, one.case.draft
    line, column = draft.position(finding.span.start)
    statement = f" [{finding.statement}]" if finding.statement else ""
    return (
        Piece(f"  {sign} {one_line(draft.path)}:{line}:{column}: ", "place"),
        Piece(finding.code, finding.severity.value if sign == "+" else ""),
        Piece(f" {finding.message}"),
        Piece(statement, "aside"),
    )


def _found(examinations: Sequence[Examination]) -> Iterator[Found]:
    for examination in examinations:
        for finding in examination.findings:
            yield Found(examination.case, finding)


def _unpaired(
    before: Sequence[Found], after: Sequence[Found], likeness: Callable[[Found], Hashable]
) -> tuple[list[Found], list[Found]]:
    """Return what is left of both when those that are alike have been paired, one with one."""
    waiting: dict[Hashable, list[Found]] = {}
    for one in before:
        waiting.setdefault(likeness(one), []).append(one)
    new = []
    for one in after:
        alike = waiting.get(likeness(one))
        if alike:
            alike.pop(0)
        else:
            new.append(one)
    left = {id(one) for some in waiting.values() for one in some}
    return [one for one in before if id(one) in left], new


def _passage(one: Found) -> Hashable:
    words = as_printed(one.case.draft, one.finding.span).casefold()
    return one.case.draft.path, one.finding.code, one.finding.statement, words


def _promise(one: Found) -> Hashable:
    finding = one.finding
    if not finding.statement:  # nothing ties it to anything but its passage
        return id(one)
    return one.case.draft.path, finding.code, finding.statement


def _place(one: Found) -> Hashable:
    return one.case.draft.path, one.finding.code, one.line
