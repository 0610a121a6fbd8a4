"""The full report: each finding with its passage, its terms, their history and the remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.reporters.display_width import one_line
from groundrules.reporters.excerpt import excerpt
from groundrules.reporters.lines import EMPTY, Piece, plain
from groundrules.reporters.plain_words import terms_in_words
from groundrules.reporters.provenance import provenance
from groundrules.reporters.report import evidence_for
from groundrules.reporters.tally_in_words import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.draft.document import Span
    from groundrules.evidence.case import Case, Evidenced
    from groundrules.reporters.lines import Line
    from groundrules.reporters.redaction import Redaction
    from groundrules.reporters.report import Report
    from groundrules.rules.rule import Finding

_NARROWEST = 32


def lines(report: Report) -> Iterator[Line]:
    """Yield the whole report: every finding, then the tally."""
    for examination in report.examinations:
        covered = report.redaction.covered(examination)
        for finding in examination.findings:
            yield from _finding(report, examination.case, finding, covered)
            yield EMPTY
    for sentence in sentences(report):
        yield plain(sentence)


def _finding(
    report: Report, case: Case, finding: Finding, covered: tuple[Span, ...]
) -> Iterator[Line]:
    yield _header(case, finding)
    yield plain(f"  {finding.message}")
    yield from _passage(case, finding, covered, report.width)
    evidenced = evidence_for(case, finding)
    if evidenced:
        yield from _promise(case, evidenced, report.redaction)
    if finding.remedy:
        yield _note("remedy", finding.remedy)
    yield _note("see", f"groundrules explain {finding.code}")


def _header(case: Case, finding: Finding) -> Line:
    line, column = case.draft.position(finding.span.start)
    return (
        Piece(f"{one_line(case.draft.path)}:{line}:{column}: ", "place"),
        Piece(finding.severity.value, finding.severity.value),
        Piece(f" {finding.code} {finding.name}", "label"),
        Piece(f" ({finding.confidence} confidence)", "aside"),
    )


def _passage(case: Case, finding: Finding, covered: tuple[Span, ...], width: int) -> Iterator[Line]:
    last = case.draft.position(max(finding.span.end - 1, finding.span.start)).line
    gutter = len(str(last))
    room = max(width, _NARROWEST) - gutter - 3
    for row in excerpt(case.draft, finding.span, covered, room):
        number = str(row.line) if row.line else ""
        yield (Piece(f"{number:>{gutter}} | ", "gutter"), Piece(row.source))
        if row.carets:
            yield (Piece(f"{'':>{gutter}} | ", "gutter"), Piece(row.carets, "caret"))


def _promise(case: Case, evidenced: Evidenced, redaction: Redaction) -> Iterator[Line]:
    standing = evidenced.standing
    policy = evidenced.conversation.policy or case.policy.id
    level = standing.terms.level.spoken
    words = terms_in_words(standing.terms, redaction)
    kept = "not settled, so kept as " if standing.is_open else ""
    yield _note("terms", f"{kept}{level} ({policy}): {words}")
    yield _note(*provenance(evidenced))
    if speaker := redaction.speaker(evidenced):
        yield _note("source", one_line(speaker))
    if said := redaction.said(evidenced):
        yield _note("said", one_line(f"“{said}”"))


def _note(label: str, text: str) -> Line:
    return (Piece("  = ", "gutter"), Piece(f"{label}: ", "label"), Piece(text))
