"""GR103: words that the journalist undertook, as a grace, to spare stand in the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.rules.rule import Finding, Rule, Severity
from groundrules.rules.usage import settled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case


class GracedStatement(Rule):
    """The draft uses words for which a journalist granted a grace."""

    code = "GR103"
    name = "graced-statement"
    since = "0.1.0"
    severity = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the uses of statements with a grace that no release has overtaken."""
        for use in settled(case):
            if use.standing.graces and not use.is_released:
                yield self.finding_on(
                    case,
                    use,
                    "uses words for which the journalist granted a grace after they were spoken",
                    "keep to the grace, or clear the use with whoever granted it",
                )
