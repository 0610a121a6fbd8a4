"""Findings as remarks: what is wrong, what would mend it, and which promise it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.reporters.html_report.promise_cards import promised, revealed, status
from groundrules.reporters.html_report.remark import Remark, labelled, sentence
from groundrules.reporters.report import evidence_for
from groundrules.rules.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from groundrules.evidence.case import Case
    from groundrules.reporters.redaction import Redaction
    from groundrules.reporters.report import Report
    from groundrules.rules.rule import Finding

LETTERS = {Severity.ERROR: "E", Severity.WARNING: "W", Severity.NOTE: "N"}
"""Severity to the letter that stands for it."""


def finding_remarks(report: Report) -> tuple[tuple[Remark, ...], ...]:
    """Return the remarks about each draft, numbered through the whole report."""
    promises = promised(report)
    number = 0
    found = []
    for examination in report.examinations:
        remarks = []
        for finding in examination.findings:
            number += 1
            body = tuple(_body(examination.case, finding, report.redaction, promises))
            remarks.append(_remark(number, examination.case, finding, body))
        found.append(tuple(remarks))
    return tuple(found)


def _remark(number: int, case: Case, finding: Finding, body: tuple[str, ...]) -> Remark:
    line, column = case.draft.position(finding.span.start)
    return Remark(
        number,
        finding.span,
        f"k-{finding.severity.value}",
        LETTERS[finding.severity],
        finding.severity.value,
        f'<a href="#rule-{finding.code}">{finding.code} {finding.name}</a>',
        body,
        f"line {line}, column {column}; {finding.confidence.value} confidence",
    )


def _body(
    case: Case, finding: Finding, redaction: Redaction, promises: Mapping[str, int]
) -> Iterator[str]:
    yield f'<p class="fault">{sentence(finding.message)}</p>'
    if finding.remedy:
        yield labelled("To mend it", sentence(finding.remedy), "mend")
    evidenced = evidence_for(case, finding)
    if evidenced:
        number = promises[finding.statement]
        at = f'<a href="#promise-{number}">promise {number}</a>'
        yield labelled("Terms", f"{status(case, evidenced)}; {at}.", "terms")
        yield from revealed(evidenced, redaction)
