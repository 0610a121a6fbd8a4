"""GR606: the approval of a use is not in force at the time of publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.rules.approving import Outcome, findings
from groundrules.rules.rule import Finding, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case


class ExpiredApproval(Rule):
    """The draft uses an unnamed source on an approval that is not in force."""

    code = "GR606"
    name = "expired-approval"
    since = "0.1.0"

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the uses whose only sufficient approval has expired, or comes after publication."""
        return findings(self, case, Outcome.EXPIRED, "on an approval that is not in force")
