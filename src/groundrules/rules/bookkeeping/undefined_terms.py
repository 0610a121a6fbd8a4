"""GR701: words stand in the draft whose terms have a name, and no meaning that was agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.standing import Doubt
from groundrules.rules.rule import Finding, Rule, Severity
from groundrules.rules.usage import settled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case

_UNDEFINED = frozenset({Doubt.UNDEFINED, Doubt.UNCONFIRMED_DEFINITION})


class UndefinedTerms(Rule):
    """The draft uses words whose terms were agreed by name, and nobody agreed what it means."""

    code = "GR701"
    name = "undefined-terms"
    since = "0.1.0"
    severity = Severity.NOTE

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the first use under each agreement that was never put in words."""
        seen = set()
        for use in settled(case):
            for point in use.standing.open:
                agreement = (use.evidenced.conversation.id, point.facts)
                if point.doubt in _UNDEFINED and agreement not in seen:
                    seen.add(agreement)
                    yield self.finding_on(
                        case,
                        use,
                        f"rests on terms read as the policy has them: {point.message}",
                        "ask the source whether it means the same to both, and record the answer",
                    )
