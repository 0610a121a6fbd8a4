"""GR101: words that were promised not to be published stand in the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.rules.rule import Finding, Rule
from groundrules.rules.usage import settled
from groundrules.terms.rights import Publish

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case

_LIMITS = {
    Publish.NO: (
        "which may not be published",
        "leave it out, or ask the source to release it",
    ),
    Publish.IF_INDEPENDENT: (
        "which may be published only if they were had independently",
        "use the words of somebody else who told it, or ask the source to release these",
    ),
}


class WithheldStatement(Rule):
    """The draft uses words whose terms do not let them be published."""

    code = "GR101"
    name = "withheld-statement"
    since = "0.1.0"

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the uses of settled statements that are withheld."""
        for use in settled(case):
            if use.rights.publish is not Publish.YES:
                limit, remedy = _LIMITS[use.rights.publish]
                yield self.finding_on(case, use, f"uses words spoken {use.spoken}, {limit}", remedy)
