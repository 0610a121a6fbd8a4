"""GR603: the draft says that somebody would not comment, and uses what they said unnamed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.rules.names import Named, names_in
from groundrules.rules.people import names_of, person_of
from groundrules.rules.rule import Finding, Rule, Severity
from groundrules.rules.usage import uses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case
    from groundrules.rules.usage import Use


class DeclinedComment(Rule):
    """The draft says that a source declined to comment whose words it uses without the name."""

    code = "GR603"
    name = "declined-comment"
    since = "0.1.0"
    severity = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield where somebody is said to have declined whose unnamed words stand in the draft."""
        unnamed: dict[str, Use] = {}
        for use in uses(case):
            if use.is_sourced and use.is_unnamed:
                unnamed.setdefault(person_of(use.evidenced), use)
        for use in unnamed.values():
            for attribution in case.attributions:
                if attribution.declined and any(
                    named.span.overlaps(attribution.span) for named in _namings(case, use)
                ):
                    yield self.finding_on(
                        case,
                        use,
                        "says that somebody would not comment who did, and may not be named",
                        "take it out, or say that the person would not comment on the record",
                        span=attribution.span,
                    )


def _namings(case: Case, use: Use) -> list[Named]:
    speaker = use.evidenced.speaker
    return names_in(case.draft, names_of(speaker)) if speaker else []
