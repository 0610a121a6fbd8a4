"""GR602: a claim rests on fewer unnamed sources than the house asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.rules.passages import is_headline, paragraph_at
from groundrules.rules.people import person_of
from groundrules.rules.rule import Finding, Rule, Severity
from groundrules.rules.usage import permitted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case
    from groundrules.rules.usage import Use


class SingleAnonymousSource(Rule):
    """The draft rests a claim on an unnamed source alone where the house wants more than one."""

    code = "GR602"
    name = "single-anonymous-source"
    since = "0.1.0"
    severity = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield, once for each unnamed source, the first use that stands too much alone.

        A headline claims nothing of its own: what it has in short, the text below it claims.
        """
        needed = case.policy.number("min_anonymous_sources")
        sourced = [
            use
            for use in permitted(case)
            if use.is_sourced and not is_headline(case.draft, use.span)
        ]
        reported = set()
        for use in sourced:
            person = person_of(use.evidenced)
            if use.is_unnamed and person not in reported and _voices(case, use, sourced) < needed:
                reported.add(person)
                yield self.finding_on(
                    case,
                    use,
                    f"rests on fewer than the {needed} sources that the house asks for where "
                    "they are unnamed",
                    "have somebody else bear it out in the same paragraph, or have an editor "
                    "decide",
                )


def _voices(case: Case, use: Use, uses: list[Use]) -> int:
    """Return how many people's words stand in the paragraph of a use."""
    paragraph = paragraph_at(case.draft, use.span)
    return len({person_of(one.evidenced) for one in uses if one.span.overlaps(paragraph)})
