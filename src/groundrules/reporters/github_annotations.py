"""The report as annotations that GitHub Actions shows beside the lines of a draft.

Each is a workflow command, as *Workflow commands for GitHub Actions* describes them. What is said
about the check as a whole stands in plain lines, which go into the log.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.reporters.display_width import one_line
from groundrules.reporters.lines import plain
from groundrules.reporters.tally_in_words import sentences
from groundrules.rules.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case
    from groundrules.reporters.lines import Line
    from groundrules.reporters.report import Report
    from groundrules.rules.rule import Finding

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}

_IN_MESSAGES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = {**_IN_MESSAGES, ":": "%3A", ",": "%2C"}


def lines(report: Report) -> Iterator[Line]:
    """Yield an annotation for each finding and each fault, then the tally for the log."""
    for case, finding in report.found():
        yield plain(_annotation(case, finding))
    for fault in report.faults:
        properties = _properties(file=fault.path, title="groundrules: the check is not complete")
        yield plain(f"::error {properties}::{message(f'{fault.message} ({fault.remedy})')}")
    for sentence in sentences(report):
        yield plain(one_line(sentence))


def _annotation(case: Case, finding: Finding) -> str:
    start = case.draft.position(finding.span.start)
    end = case.draft.position(finding.span.end)
    properties = _properties(
        file=case.draft.path,
        line=start.line,
        endLine=end.line,
        col=start.column,
        endColumn=end.column,
        title=f"{finding.code} {finding.name}",
    )
    told = "\n".join(filter(None, (finding.message, finding.remedy)))
    return f"::{_COMMANDS[finding.severity]} {properties}::{message(told)}"


def _properties(**properties: str | int) -> str:
    return ",".join(f"{name}={value_of(str(value))}" for name, value in properties.items())


def message(text: str) -> str:
    """Return a text as it may stand behind the second pair of colons."""
    return _escaped(text, _IN_MESSAGES)


def value_of(text: str) -> str:
    """Return a text as it may stand behind the name of a property."""
    return _escaped(text, _IN_PROPERTIES)


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(char) or one_line(char) for char in text)
