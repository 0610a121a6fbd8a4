"""The concise report: one line for each finding, then one for the tally. No word of the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.reporters.display_width import one_line
from groundrules.reporters.lines import Piece, plain
from groundrules.reporters.report import evidence_for
from groundrules.reporters.tally_in_words import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case
    from groundrules.reporters.lines import Line
    from groundrules.reporters.report import Report
    from groundrules.rules.rule import Finding


def lines(report: Report) -> Iterator[Line]:
    """Yield `path:line:column: code message [statement]` for each finding, and the tally."""
    for case, finding in report.found():
        yield _finding(report, case, finding)
    yield plain(" ".join(sentences(report)))


def _finding(report: Report, case: Case, finding: Finding) -> Line:
    line, column = case.draft.position(finding.span.start)
    statement = f" [{finding.statement}]" if finding.statement else ""
    return (
        Piece(f"{one_line(case.draft.path)}:{line}:{column}: ", "place"),
        Piece(finding.code, finding.severity.value),
        Piece(f" {finding.message}"),
        Piece(f"{statement}{_revealed(report, case, finding)}", "aside"),
    )


def _revealed(report: Report, case: Case, finding: Finding) -> str:
    passage = report.redaction.passage(case, finding.span)
    evidenced = evidence_for(case, finding)
    speaker = report.redaction.speaker(evidenced) if evidenced else ""
    shown = [f"“{passage}”" if passage else "", f"source {speaker}" if speaker else ""]
    return "".join(f" {one_line(one)}" for one in shown if one)
