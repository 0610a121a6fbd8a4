"""GR204: an attribution tells the reader nothing about the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.attribution import SourceForm
from groundrules.draft.printed import as_printed
from groundrules.rules.attributed import over_unattributable, source_of
from groundrules.rules.descriptions import (
    content,
    formulas,
    holds,
    in_short,
    is_elliptical,
    points_back,
    tells_nothing,
)
from groundrules.rules.rule import Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.draft.attribution import Attribution
    from groundrules.evidence.case import Case


class VagueAttribution(Rule):
    """The draft attributes something in a way that tells the reader nothing."""

    code = "GR204"
    name = "vague-attribution"
    since = "0.1.0"
    severity = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the attributions that the house's policy calls vague, and bare ones.

        Words that may be attributed to nobody are the exception: there the promise asks for it.
        """
        phrases = formulas(case.policy.phrases("vague_attributions"))
        as_promised = over_unattributable(case)
        for attribution in case.attributions:
            new = attribution not in as_promised and not attribution.refers_to
            if new and _is_vague(case, attribution, phrases):
                yield self.finding(
                    case,
                    attribution.span,
                    "tells the reader nothing about the source",
                    "say what the source is and how the source knows, as closely as was agreed",
                )


def _is_vague(case: Case, attribution: Attribution, phrases: list[tuple[str, ...]]) -> bool:
    if attribution.form is SourceForm.DESCRIBED:
        source = source_of(case, attribution)
        met = is_elliptical(source) or points_back(source)
        nobody = tells_nothing(source) and (not met or "source" in content(source))
        return nobody or in_short(source) in map(_without_verb, phrases)
    whole = in_short(as_printed(case.draft, attribution.span))
    impersonal = attribution.form is SourceForm.IMPERSONAL
    return impersonal and any(holds(whole, phrase) for phrase in phrases)


def _without_verb(phrase: tuple[str, ...]) -> tuple[str, ...]:
    return phrase[:-1] if phrase[-1] in _VERBS else phrase


_VERBS = frozenset({"said", "say"})
