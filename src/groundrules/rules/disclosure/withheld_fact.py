"""GR106: a fact that the story declares rests on nothing but words that may not be published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.rules.corroborating import is_corroborated
from groundrules.rules.rule import Finding, Rule
from groundrules.rules.storytelling import told
from groundrules.terms.rights import Publish

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case, Evidenced


class WithheldFact(Rule):
    """The draft tells a fact that it has only from words which may not be published."""

    code = "GR106"
    name = "withheld-fact"
    since = "0.1.0"

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the declared facts that rest on withheld statements alone, uncorroborated."""
        for one in told(case):
            withheld = [known for known in one.statements if not _may_be_told(case, known)]
            if withheld and len(withheld) == len(one.fact.rests_on):
                statement = withheld[0].statement.id
                yield self.finding(
                    case,
                    one.span,
                    "tells a fact that rests on nothing but words which may not be published",
                    "leave it out, record who else bears it out, or ask the source to release it "
                    f"(statement {statement})",
                    statement=statement,
                )


def _may_be_told(case: Case, evidenced: Evidenced) -> bool:
    settled = not evidenced.standing.is_open
    free = settled and evidenced.standing.terms.rights.publish is Publish.YES
    return free or is_corroborated(case, evidenced)
