"""GR605: a use is approved by somebody who may not approve it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.rules.approving import Outcome, findings
from groundrules.rules.rule import Finding, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case


class InsufficientApproval(Rule):
    """The draft uses an unnamed source as somebody approved for whom it was not to approve."""

    code = "GR605"
    name = "insufficient-approval"
    since = "0.1.0"

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the uses that only somebody too low, or of another office, has approved."""
        return findings(self, case, Outcome.INSUFFICIENT, "that was approved, but not by {role}")
