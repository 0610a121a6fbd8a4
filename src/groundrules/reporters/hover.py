"""What an editor shows over a passage that is at fault: the promise, in plain rights."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from groundrules.reporters.display_width import one_line
from groundrules.reporters.plain_words import terms_in_words
from groundrules.reporters.provenance import provenance
from groundrules.reporters.report import evidence_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case, Evidenced
    from groundrules.reporters.redaction import Redaction
    from groundrules.reporters.report import Report
    from groundrules.rules.rule import Finding

_MARKS = re.compile(r"([\\`*_{}\[\]()<>#+!|~-])")


def as_markdown(report: Report) -> str:
    """Return what is shown of the findings of a report, in CommonMark."""
    return "\n\n---\n\n".join(
        f"**{finding.severity} {finding.code} {_escaped(finding.name)}**"
        f" ({finding.confidence} confidence)\n\n{_escaped(finding.message)}\n\n"
        + "\n".join(
            f"- *{label}*: {_escaped(text)}"
            for label, text in _notes(case, finding, report.redaction)
        )
        for case, finding in report.found()
    )


def as_text(report: Report) -> str:
    """Return what is shown of the findings of a report, as plain text."""
    return "\n\n".join(
        f"{finding.severity} {finding.code} {finding.name} ({finding.confidence} confidence)\n"
        f"  {finding.message}\n"
        + "\n".join(f"  {label}: {text}" for label, text in _notes(case, finding, report.redaction))
        for case, finding in report.found()
    )


def _notes(case: Case, finding: Finding, redaction: Redaction) -> Iterator[tuple[str, str]]:
    evidenced = evidence_for(case, finding)
    if evidenced:
        yield from _promise(case, evidenced, redaction)
    if finding.remedy:
        yield "remedy", finding.remedy
    yield "see", f"groundrules explain {finding.code}"


def _promise(case: Case, evidenced: Evidenced, redaction: Redaction) -> Iterator[tuple[str, str]]:
    standing = evidenced.standing
    policy = evidenced.conversation.policy or case.policy.id
    kept = "not settled, so kept as " if standing.is_open else ""
    rights = terms_in_words(standing.terms, redaction)
    yield "terms", f"{kept}{standing.terms.level.spoken} ({policy}): {rights}"
    yield provenance(evidenced)
    if speaker := redaction.speaker(evidenced):
        yield "source", one_line(speaker)
    if said := redaction.said(evidenced):
        yield "said", one_line(f"“{said}”")


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)
