"""GR301: words that may only be paraphrased stand in quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.rules.rule import Finding, Rule
from groundrules.rules.usage import quoted
from groundrules.terms.rights import Quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case


class QuotedParaphraseOnly(Rule):
    """The draft quotes words that its source did not agree to have quoted."""

    code = "GR301"
    name = "quoted-paraphrase-only"
    since = "0.1.0"

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the quoted parts of statements that may not be quoted."""
        for use, part in quoted(case):
            if use.rights.quote is not Quote.VERBATIM:
                yield self.finding_on(
                    case,
                    use,
                    f"quotes words spoken {use.spoken}, which may not be quoted",
                    "take off the quotation marks and say it in other words, or ask the source "
                    "to release the quotation",
                    span=part,
                )
