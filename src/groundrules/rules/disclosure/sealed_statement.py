"""GR107: words of a statement stand in the draft that whoever checks may not open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.rules.rule import Finding, Rule, Severity
from groundrules.rules.usage import sureness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case


class SealedStatement(Rule):
    """The draft has words of a statement that is closed to whoever checks it."""

    code = "GR107"
    name = "sealed-statement"
    since = "0.1.0"
    severity = Severity.WARNING
    blind = True

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the passages that an index alone connects with a statement."""
        for match in case.sealed:
            yield self.finding(
                case,
                match.span,
                "has words of a statement that is closed to you, so that its terms are not known",
                f"ask {match.contact} on which terms it was said (statement {match.statement})",
                statement=match.statement,
                confidence=sureness(match.confidence),
            )
