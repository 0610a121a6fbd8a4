"""The report as JSON, for other programs. `report.schema.json` beside this file describes it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from groundrules import __version__
from groundrules.reporters.lines import plain
from groundrules.reporters.report import evidence_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case, Evidenced
    from groundrules.reporters.lines import Line
    from groundrules.reporters.redaction import Redaction
    from groundrules.reporters.report import Report
    from groundrules.rules.rule import Finding
    from groundrules.terms.promise import Terms

SCHEMA = "groundrules-report-1"
"""The name of the form. A key may be added under the same name; none goes, or changes."""


def lines(report: Report) -> Iterator[Line]:
    """Yield the report as one JSON object over several lines."""
    for line in json.dumps(as_object(report), ensure_ascii=False, indent=2).split("\n"):
        yield plain(line)


def as_object(report: Report) -> dict[str, object]:
    """Return the report as what JSON can hold."""
    return {
        "schema": SCHEMA,
        "version": __version__,
        "as_of": report.case.as_of.isoformat(),
        "policy": report.case.policy.id,
        "revealed": report.redaction.revealed,
        "drafts": [examination.case.draft.path for examination in report.examinations],
        "findings": [
            finding_as_object(case, one, report.redaction) for case, one in report.found()
        ],
        "tally": tally_as_object(report),
    }


def tally_as_object(report: Report) -> dict[str, object]:
    """Return what was looked at, as what JSON can hold."""
    tally = report.tally
    return {**tally._asdict(), "unchecked": list(tally.unchecked)}


def finding_as_object(case: Case, finding: Finding, redaction: Redaction) -> dict[str, object]:
    """Return a finding as what JSON can hold."""
    line, column = case.draft.position(finding.span.start)
    end_line, end_column = case.draft.position(finding.span.end)
    evidenced = evidence_for(case, finding)
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "path": case.draft.path,
        "start": finding.span.start,
        "end": finding.span.end,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "statement": finding.statement or None,
        "conversation": evidenced.conversation.id if evidenced else None,
        "turn": evidenced.statement.place.turn if evidenced else None,
        "terms": standing_as_object(case, evidenced, redaction) if evidenced else None,
        "message": finding.message,
        "remedy": finding.remedy,
        **_revealed(case, finding, evidenced, redaction),
    }


def standing_as_object(case: Case, evidenced: Evidenced, redaction: Redaction) -> dict[str, object]:
    """Return on which terms a statement stands, and why, as what JSON can hold."""
    terms = evidenced.standing.terms
    return {
        "status": evidenced.standing.status,
        "basis": evidenced.standing.basis.name.lower(),
        "policy": evidenced.conversation.policy or case.policy.id,
        **terms_as_object(terms),
        **(_revealed_conditions(terms, redaction) if redaction.revealed else {}),
        "facts": list(evidenced.standing.facts),
        "open": [point.doubt.value for point in evidenced.standing.open],
    }


def terms_as_object(terms: Terms) -> dict[str, object]:
    """Return terms as what JSON can hold, without any words of the record."""
    conditions = terms.conditions
    return {
        "level": terms.level.value,
        "rights": {axis: permission.value for axis, permission in terms.rights.by_axis().items()},
        "described": conditions.descriptions is not None,
        "quote_approval": conditions.quote_approval,
        "embargo_until": sorted(
            embargo.until.isoformat() for embargo in conditions.embargoes if embargo.until
        ),
        "embargo_events": sum(bool(embargo.event) for embargo in conditions.embargoes),
        "delete_by": conditions.delete_by.isoformat() if conditions.delete_by else None,
        "tell_limited": conditions.tell is not None,
    }


def _revealed_conditions(terms: Terms, redaction: Redaction) -> dict[str, object]:
    return {
        "descriptions": list(redaction.descriptions(terms)),
        "tell": list(redaction.told(terms)),
    }


def _revealed(
    case: Case, finding: Finding, evidenced: Evidenced | None, redaction: Redaction
) -> dict[str, object]:
    if not redaction.revealed:
        return {}
    return {
        "text": redaction.passage(case, finding.span),
        "said": redaction.said(evidenced) if evidenced else None,
        "source": redaction.speaker(evidenced) if evidenced else None,
    }
