"""GR206: the reason for not naming a source is a formula."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.printed import as_printed
from groundrules.rules.descriptions import formulas, holds, in_short
from groundrules.rules.rule import Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case


class BoilerplateReason(Rule):
    """The draft gives a reason for not naming a source that the house does not count as one."""

    code = "GR206"
    name = "boilerplate-reason"
    since = "0.1.0"
    severity = Severity.NOTE
    blind = True

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield each reason that holds a formula which the house's policy bans."""
        banned = formulas(case.policy.phrases("banned_reasons"))
        reasons = [attribution.reason for attribution in case.attributions]
        for reason in dict.fromkeys(span for span in reasons if span):
            words = in_short(as_printed(case.draft, reason))
            if any(holds(words, formula) for formula in banned):
                yield self.finding(
                    case,
                    reason,
                    "gives a formula where the reader should learn why the source is not named",
                    "say what the source has to fear or lose by being named",
                )
