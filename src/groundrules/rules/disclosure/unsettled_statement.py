"""GR102: words whose terms nobody has settled stand in the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.standing import Doubt
from groundrules.rules.rule import Finding, Rule
from groundrules.rules.usage import uses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case
    from groundrules.rules.usage import Use

_ELSEWHERE = frozenset(
    {Doubt.NO_DESCRIPTION, Doubt.UNCONFIRMED_DEFINITION, Doubt.UNDEFINED, Doubt.UNTIMED}
)
"""Doubts that terms may have which are settled."""


_SETTLE = "settle the terms with the source and record the answer, or leave it out"


def _remedy(use: Use) -> str:
    """Return how the terms are settled: what was only heard is first confirmed or rejected."""
    if any(point.doubt is Doubt.PROPOSED for point in use.standing.open):
        talk = use.evidenced.conversation.id
        return f"confirm or reject what was heard: `groundrules review` on the record of {talk}"
    return _SETTLE


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
                    _remedy(use),
                )
