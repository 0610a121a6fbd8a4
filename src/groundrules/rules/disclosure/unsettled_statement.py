"""GR102: words whose terms nobody has settled stand in the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.standing import Doubt
from groundrules.rules.rule import Finding, Rule
from groundrules.rules.usage import uses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case

_ELSEWHERE = frozenset(
    {Doubt.NO_DESCRIPTION, Doubt.UNCONFIRMED_DEFINITION, Doubt.UNDEFINED, Doubt.UNTIMED}
)
"""Doubts that terms may have which are settled."""


class UnsettledStatement(Rule):
    """The draft uses words whose terms were never settled; what is unclear is protected."""

    code = "GR102"
    name = "unsettled-statement"
    since = "0.1.0"

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the uses of statements whose status is open."""
        for use in uses(case):
            if use.standing.is_open:
                doubts = [one.message for one in use.standing.open if one.doubt not in _ELSEWHERE]
                yield self.finding_on(
                    case,
                    use,
                    ": ".join(["uses words whose terms are not settled", *doubts]),
                    "settle the terms with the source and record the answer, or leave it out",
                )
