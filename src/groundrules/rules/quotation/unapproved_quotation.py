"""GR304: a quotation stands in the draft that its source was to approve and has not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.rules.rule import Finding, Rule
from groundrules.rules.usage import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case


class UnapprovedQuotation(Rule):
    """The draft quotes words whose quotation the source was promised to approve first."""

    code = "GR304"
    name = "unapproved-quotation"
    since = "0.1.0"

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the quoted parts of statements that wait for the source's approval."""
        for use, part in quoted(case):
            if use.conditions.quote_approval and not use.standing.approved:
                yield self.finding_on(
                    case,
                    use,
                    "quotes words that the source was promised to approve, and has not",
                    "have the source approve the quotation and record it, or paraphrase",
                    span=part,
                )
