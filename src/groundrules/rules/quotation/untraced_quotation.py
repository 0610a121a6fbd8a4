"""GR303: a quotation stands in the draft that rests on no statement of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.rules.rule import Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case

FEWEST_WORDS = 4
"""Shorter passages in quotation marks are mostly titles, terms and irony."""


class UntracedQuotation(Rule):
    """The draft quotes somebody, and no statement of the record holds the words."""

    code = "GR303"
    name = "untraced-quotation"
    since = "0.1.0"
    severity = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the quotations of some length that no match touches."""
        for quotation in case.quotations:
            words = case.draft.text[quotation.words.start : quotation.words.end].split()
            traced = any(match.span.overlaps(quotation.words) for match in case.matches)
            if len(words) >= FEWEST_WORDS and not traced:
                yield self.finding(
                    case,
                    quotation.span,
                    "quotes words that rest on no statement of the record",
                    "find where it was said and add it to the record, or take it out",
                )
