"""GR502: words that somebody asked, afterwards, to take back stand in the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.rules.rule import Finding, Rule, Severity
from groundrules.rules.usage import settled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case


class RetroactiveRestriction(Rule):
    """The draft uses words for which a restriction was asked after they were spoken."""

    code = "GR502"
    name = "retroactive-restriction"
    since = "0.1.0"
    severity = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the uses of statements with a late request that nobody has decided upon."""
        for use in settled(case):
            standing = use.standing
            if standing.retroactive and not standing.graces and not use.is_released:
                yield self.finding_on(
                    case,
                    use,
                    "uses words for which terms were asked after they were spoken; the request "
                    "binds nobody, and it waits for a decision",
                    "decide: grant a grace and record it, or tell the source that it stands",
                )
