"""GR402: the draft gives away for whom a source works, who may not be named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.rules.descriptions import holds, in_short
from groundrules.rules.names import bodies_in
from groundrules.rules.proximity import is_in_attribution, is_near
from groundrules.rules.rule import Confidence, Finding, Rule
from groundrules.rules.usage import how_spoken, uses
from groundrules.terms.rights import Attendance, Attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.draft.document import Span
    from groundrules.evidence.case import Case
    from groundrules.rules.usage import Use

_WITHHELD = frozenset({Attribute.DESCRIPTION, Attribute.NONE})


class ProtectedAffiliation(Rule):
    """The draft connects words with the body to which an unnamed source belongs."""

    code = "GR402"
    name = "protected-affiliation"
    since = "0.1.0"

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield where an affiliation stands beside the words, or in what attributes them."""
        for use in uses(case):
            if use.is_sourced and use.rights.attribute in _WITHHELD:
                for span in _told(case, use):
                    sure = is_in_attribution(case, span, use)
                    yield self.finding_on(
                        case,
                        use,
                        f"gives away an affiliation of a source {how_spoken(use.standing)}",
                        "leave the affiliation out, or agree with the source on a description "
                        "that has it",
                        span=span,
                        confidence=Confidence.HIGH if sure else Confidence.MEDIUM,
                    )


def _told(case: Case, use: Use) -> Iterator[Span]:
    """Yield where affiliations that nobody agreed to tell stand near the words of a use."""
    agreed = [in_short(one) for one in use.conditions.descriptions or ()]
    own = in_short(use.evidenced.statement.text)
    for affiliation in _affiliations(use):
        words = in_short(affiliation)
        if not any(holds(description, words) for description in agreed):
            for span in bodies_in(case.draft, affiliation):
                said_so = span.within(use.span) and holds(own, words)
                if not said_so and is_near(case, span, use):
                    yield span


def _affiliations(use: Use) -> dict[str, None]:
    """Return the affiliations to keep: where attendance is secret, those of all who were there."""
    everybody = use.rights.attendance is Attendance.SECRET
    return {
        affiliation: None
        for party in use.evidenced.conversation.parties
        if party == use.evidenced.speaker or (everybody and not party.is_reporter)
        for affiliation in party.affiliations
    }
