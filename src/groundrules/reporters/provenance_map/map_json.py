"""The provenance map as JSON, for other programs. `provenance.schema.json` describes it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from groundrules import __version__
from groundrules.reporters.json_report import standing_as_object
from groundrules.reporters.lines import plain
from groundrules.reporters.plain_words import clock
from groundrules.reporters.provenance_map.tracing import traced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case, Match
    from groundrules.reporters.lines import Line
    from groundrules.reporters.provenance_map.tracing import Traced
    from groundrules.reporters.redaction import Redaction
    from groundrules.reporters.report import Report

SCHEMA = "groundrules-provenance-1"
"""The name of the form. A key may be added under the same name; none goes, or changes."""


def lines(report: Report) -> Iterator[Line]:
    """Yield the map as one JSON object over several lines."""
    for line in json.dumps(as_object(report), ensure_ascii=False, indent=2).split("\n"):
        yield plain(line)


def as_object(report: Report) -> dict[str, object]:
    """Return the map as what JSON can hold."""
    cases = [examination.case for examination in report.examinations]
    return {
        "schema": SCHEMA,
        "version": __version__,
        "policy": report.case.policy.id,
        "revealed": report.redaction.revealed,
        "drafts": [case.draft.path for case in cases],
        "quotations": [
            _quotation(case, one, report.redaction) for case in cases for one in traced(case)
        ],
        "unchecked": list(report.tally.unchecked),
    }


def _quotation(case: Case, one: Traced, redaction: Redaction) -> dict[str, object]:
    span = one.quotation.span
    line, column = case.draft.position(span.start)
    end_line, end_column = case.draft.position(span.end)
    return {
        "path": case.draft.path,
        "start": span.start,
        "end": span.end,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "difference": one.difference.value,
        "another_speaker": one.is_anothers,
        "origins": [_origin(case, match, redaction) for match in one.origins],
        "also": list(one.also),
        **({"text": redaction.passage(case, span)} if redaction.revealed else {}),
    }


def _origin(case: Case, match: Match, redaction: Redaction) -> dict[str, object]:
    evidenced = case.evidence(match)
    statement, conversation = evidenced.statement, evidenced.conversation
    shown = {"said": redaction.said(evidenced), "source": redaction.speaker(evidenced)}
    return {
        "statement": statement.id,
        "conversation": conversation.id,
        "date": conversation.date.isoformat() if conversation.date else None,
        "turn": statement.place.turn,
        "time": clock(statement.start) or None,
        "start": match.span.start,
        "end": match.span.end,
        "confidence": round(match.confidence, 3),
        "terms": standing_as_object(case, evidenced, redaction),
        **(shown if redaction.revealed else {}),
    }
