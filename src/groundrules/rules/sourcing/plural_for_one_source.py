"""GR601: the draft speaks of several sources, and the words come from one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.attribution import SourceForm
from groundrules.rules.attributed import attributed
from groundrules.rules.people import person_of
from groundrules.rules.rule import Finding, Rule, Severity
from groundrules.rules.usage import permitted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.draft.attribution import Attribution
    from groundrules.evidence.case import Case
    from groundrules.rules.usage import Use

PLURAL = 2
"""What the plural means under a policy that does not say: it is the word's meaning."""


class PluralForOneSource(Rule):
    """The draft lays to several sources what the record has from fewer."""

    code = "GR601"
    name = "plural-for-one-source"
    since = "0.1.0"
    severity = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the plural attributions that govern the words of too few people."""
        needed = case.policy.number("plural_requires") or PLURAL
        behind: dict[Attribution, list[Use]] = {}
        for attribution, use in attributed(case, permitted(case)):
            if attribution.plural and attribution.form is SourceForm.DESCRIBED:
                behind.setdefault(attribution, []).append(use)
        for attribution, uses in behind.items():
            if len({person_of(use.evidenced) for use in uses}) < needed:
                yield self.finding_on(
                    case,
                    uses[0],
                    "speaks of several sources for words that the record has from "
                    f"fewer than {needed}",
                    "use the singular, or add the other source's statement to the record",
                    span=attribution.source,
                )
