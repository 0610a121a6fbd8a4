"""The tally in sentences: what was checked, what is open, and what could not be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.reporters.plain_words import counted, listed
from groundrules.rules.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.reporters.report import Report


def sentences(report: Report) -> Iterator[str]:
    """Yield one sentence after another. None of them says that a draft may be published."""
    tally = report.tally
    yield f"{_found(report)} in {counted(len(report.examinations), 'draft')}."
    restricted = f"{tally.restricted:,} of them restricted, {tally.open:,} with open terms"
    yield (
        f"Held against {counted(tally.conversations, 'conversation')} with "
        f"{counted(tally.statements, 'statement')}, "
        f"{'none of which was opened' if report.case.blind else restricted}; "
        f"policy {report.case.policy.id}, as of {report.case.as_of.isoformat()}."
    )
    yield (
        f"{tally.traced:,} of {counted(tally.quotations, 'quotation')} traced to the record; "
        f"{counted(tally.used, 'statement')} used, {tally.used_restricted:,} of them restricted."
    )
    if tally.unchecked:
        yield f"Not checked: {'; '.join(tally.unchecked)}."


def _found(report: Report) -> str:
    found = [finding.severity for _, finding in report.found()]
    if not found:
        return "No broken promise found"
    kinds = [
        counted(found.count(severity), severity.value)
        for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE)
        if severity in found
    ]
    return listed(kinds)
