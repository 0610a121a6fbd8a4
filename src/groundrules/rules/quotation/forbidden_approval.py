"""GR305: a source was promised to approve quotations, which the house forbids to promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.rules.rule import Finding, Rule, Severity
from groundrules.rules.usage import settled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case


class ForbiddenApproval(Rule):
    """The draft uses words with a promise to approve quotations that the house forbids."""

    code = "GR305"
    name = "forbidden-approval"
    since = "0.1.0"
    severity = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the first use from each conversation in which such a promise was made."""
        if case.policy.word("quote_approval") != "forbidden":
            return
        seen = set()
        for use in settled(case):
            talk = use.evidenced.conversation.id
            if use.conditions.quote_approval and talk not in seen:
                seen.add(talk)
                yield self.finding_on(
                    case,
                    use,
                    "uses words with a promise that the source approves quotations, which the "
                    "house does not let anybody make",
                    "keep the promise, and tell whoever decides for the house that it was made",
                )
