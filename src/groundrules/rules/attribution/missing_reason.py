"""GR205: the draft does not say why a source is not named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.rules.rule import Finding, Rule, Severity
from groundrules.rules.withholding import withheld_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case


class MissingReason(Rule):
    """The draft never says why a source whose name it withholds is not named."""

    code = "GR205"
    name = "missing-reason"
    since = "0.1.0"
    severity = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the first attribution to each description that no reason is given for."""
        for same in withheld_names(case):
            if not any(attribution.reason for attribution in same):
                yield self.finding(
                    case,
                    same[0].source,
                    "gives no reason for not naming the source, here or further on",
                    "say why the source is not named, in words that do not narrow who it is",
                )
