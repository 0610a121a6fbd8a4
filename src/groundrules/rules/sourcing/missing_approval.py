"""GR604: the house wants a use approved, and nobody has approved it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.rules.approving import Outcome, findings
from groundrules.rules.rule import Finding, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case


class MissingApproval(Rule):
    """The draft uses an unnamed source in a way that the house wants approved, and nobody has."""

    code = "GR604"
    name = "missing-approval"
    since = "0.1.0"

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the uses, statement by statement, that no approval for this story is about."""
        return findings(self, case, Outcome.MISSING, "that nobody has approved for this story")
