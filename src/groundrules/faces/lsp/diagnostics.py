"""Diagnostics: findings and faults in the words of the protocol. No word of a record is in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from groundrules.rules.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.errors import Fault
    from groundrules.faces.lsp.positions import Lines
    from groundrules.rules.rule import Finding

SOURCE = "groundrules"

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}


def of_findings(findings: Iterable[Finding], lines: Lines) -> list[types.Diagnostic]:
    """Return a diagnostic for each finding, at its passage."""
    return [
        types.Diagnostic(
            lines.range(finding.span),
            f"{finding.message}\nRemedy: {finding.remedy}" if finding.remedy else finding.message,
            _SEVERITIES[finding.severity],
            finding.code,
            source=SOURCE,
        )
        for finding in findings
    ]


def of_faults(faults: Iterable[Fault], lines: Lines) -> list[types.Diagnostic]:
    """Return a diagnostic for each fault of the file whose lines these are."""
    return [
        _fault(lines.place(fault.line, fault.column), f"{fault.message} ({fault.remedy})")
        for fault in dict.fromkeys(faults)
    ]


def of_unchecked(faults: Iterable[Fault], lines: Lines) -> list[types.Diagnostic]:
    """Return diagnostics at the head of a draft that others' faults kept from being checked."""
    return [
        _fault(lines.place(0, 0), f"this draft is not checked: {fault}")
        for fault in dict.fromkeys(faults)
    ]


def _fault(place: types.Range, message: str) -> types.Diagnostic:
    return types.Diagnostic(place, message, types.DiagnosticSeverity.Error, source=SOURCE)
