"""The report as lines of JSON: one for each finding, and one at the end for what was looked at.

`line.schema.json` beside this file describes a line. A program can read the findings one by one,
and knows by the last line that it has them all.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from groundrules import __version__
from groundrules.reporters.json_report import finding_as_object, tally_as_object
from groundrules.reporters.lines import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.reporters.lines import Line
    from groundrules.reporters.report import Report

SCHEMA = "groundrules-line-1"
"""The name of the form. A key may be added under the same name; none goes, or changes."""


def lines(report: Report) -> Iterator[Line]:
    """Yield an object for each finding, in the order of the drafts, and one for the tally."""
    for case, finding in report.found():
        yield _line("finding", finding_as_object(case, finding, report.redaction))
    yield _line("tally", _check(report))


def _check(report: Report) -> dict[str, object]:
    return {
        "version": __version__,
        "as_of": report.case.as_of.isoformat(),
        "policy": report.case.policy.id,
        "revealed": report.redaction.revealed,
        "drafts": [examination.case.draft.path for examination in report.examinations],
        "findings": sum(1 for _ in report.found()),
        **tally_as_object(report),
    }


def _line(kind: str, content: dict[str, object]) -> Line:
    """Return a line. What is not ASCII is escaped: programs disagree about what ends a line."""
    return plain(json.dumps({"schema": SCHEMA, "kind": kind, **content}))
