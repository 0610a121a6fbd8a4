"""GR601: the draft speaks of several sources, and the words come from one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.attribution import SourceForm
from groundrules.rules.attributed import attributed, first_mention, source_of
from groundrules.rules.descriptions import content, points_back
from groundrules.rules.people import person_of
from groundrules.rules.rule import Finding, Rule, Severity
from groundrules.rules.usage import permitted
from groundrules.terms.rights import Attribute

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
            if _claims_several(case, attribution) and not _is_agreed_circle(case, attribution, use):
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


def _claims_several(case: Case, attribution: Attribution) -> bool:
    """Tell whether an attribution speaks of several people, and was the first to do so.

    `Both women` say no more than `two workers` above, where it has been found already.
    """
    first = first_mention(case, attribution)
    told = first is not attribution and first.plural
    again = told or points_back(source_of(case, attribution))
    return attribution.plural and attribution.form is SourceForm.DESCRIBED and not again


def _is_agreed_circle(case: Case, attribution: Attribution, use: Use) -> bool:
    """Tell whether the words may be laid to a circle, and are: `government circles`."""
    circle = not content(source_of(case, attribution)).isdisjoint(_CIRCLES)
    return circle and use.rights.attribute is Attribute.INSTITUTION


_CIRCLES = frozenset({"authoritie", "brass", "circle", "leadership", "quarter"})
"""What stands in the plural and claims no number of people, in the form of `content`."""
