"""Waivers: findings in spite of which somebody has decided to publish.

A waived finding stays in the report, as a note that says who decided and until when: nothing is
hidden, and the day on which the waiver expires the finding is what it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.facts import Kind
from groundrules.rules.newsroom import decided, spoken_of
from groundrules.rules.rule import Severity

if TYPE_CHECKING:
    from groundrules.evidence.case import Case
    from groundrules.record.facts import Decision
    from groundrules.rules.rule import Finding


def judged(case: Case, finding: Finding) -> Finding:
    """Return a finding as it is, or as a note where a waiver in force is about it."""
    evidenced = case.statements.get(finding.statement)
    if not evidenced:
        return finding
    for found in decided(case, evidenced, Kind.FINDING_WAIVED):
        if found.in_force and _is_about(found.decision, finding):
            return finding._replace(
                severity=Severity.NOTE, message=f"{finding.message}{_waived(found.decision)}"
            )
    return finding


def _is_about(decision: Decision, finding: Finding) -> bool:
    rule = decision.rule.strip().casefold()
    return rule in {finding.code.casefold(), finding.name} and decision.expires is not None


def _waived(decision: Decision) -> str:
    until = decision.expires.isoformat(" ", "minutes") if decision.expires else ""
    return f"; waived by {spoken_of(decision.role)} until {until}"
