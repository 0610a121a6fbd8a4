"""GR702: a level was agreed by its name alone, which means another thing to the house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.standing import Doubt
from groundrules.rules.rule import Finding, Rule, Severity
from groundrules.rules.usage import permitted
from groundrules.terms.policy import FREE_LEVELS
from groundrules.terms.rights import AXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case
    from groundrules.rules.usage import Use


class MismatchedTerms(Rule):
    """The draft uses words under a level by name, which gives the house other rights."""

    code = "GR702"
    name = "mismatched-terms"
    since = "0.1.0"
    severity = Severity.NOTE

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the first use from each conversation and level, where the two policies differ."""
        seen = set()
        for use in permitted(case):
            level = use.standing.terms.level
            key = (use.evidenced.conversation.id, level)
            undefined = any(point.doubt is Doubt.UNDEFINED for point in use.standing.open)
            if undefined and level not in FREE_LEVELS and key not in seen:
                differing = _differing(case, use)
                if differing:
                    seen.add(key)
                    yield self.finding_on(
                        case,
                        use,
                        f"rests on words spoken {use.spoken}, by which the two policies mean "
                        f"different rights: {', '.join(differing)}",
                        "keep to the policy of the conversation, and ask the source what was meant",
                    )


def _differing(case: Case, use: Use) -> list[str]:
    """Return the axes on which both policies rule, and otherwise than each other."""
    level = use.standing.terms.level
    read_under = case.readings.get(use.evidenced.conversation.id, case.policy)
    rulings = [policy.levels.get(level) for policy in (read_under, case.policy)]
    return [
        axis
        for axis in AXES
        if len({one.axes[axis].value for one in rulings if one and axis in one.axes}) > 1
    ]
