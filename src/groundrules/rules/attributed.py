"""Attributed uses: which attributions of the draft govern whose words, and how they fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.attribution import Attribution, SourceForm, attributions_of
from groundrules.draft.printed import as_printed
from groundrules.rules.descriptions import Fit, adds_nothing, fit, is_elliptical, points_back
from groundrules.rules.people import person_of
from groundrules.rules.usage import Use, permitted
from groundrules.terms.rights import Attribute

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.draft.document import Span
    from groundrules.evidence.case import Case


class Attributed(NamedTuple):
    """A use of a source's words together with an attribution that governs it."""

    attribution: Attribution
    use: Use


class Described(NamedTuple):
    """An attributed use whose terms ask for a description.

    Attributes:
        fit: how the draft's description fits the agreed ones; None where none was agreed.
    """

    attribution: Attribution
    use: Use
    fit: Fit | None


def source_of(case: Case, attribution: Attribution) -> str:
    """Return the words that the draft has for whoever said it."""
    return as_printed(case.draft, attribution.source)


def governing(case: Case, span: Span) -> tuple[Attribution, ...]:
    """Return the attributions that are for a passage of the draft, or for a part of it."""
    return attributions_of(span, case.attributions)


def firmly_governing(case: Case, span: Span) -> tuple[Attribution, ...]:
    """Return the attributions that are for a passage, and not for all of it by a guess alone."""
    return tuple(one for one in governing(case, span) if not is_guess(one, span))


def is_guess(attribution: Attribution, span: Span) -> bool:
    """Tell whether an attribution is for a passage only because none stands nearer to it."""
    return not any(
        part.overlaps(span) for part in attribution.governs if part not in attribution.guessed
    )


def attributed(case: Case, uses: Iterable[Use]) -> Iterator[Attributed]:
    """Yield the uses of sources' words with each attribution that firmly governs them.

    The same person under the same attribution comes once. A reporter's own words are no source's.
    What only a guess connects tells readers nothing of how the source is called.
    """
    seen = set()
    for use in uses:
        if use.is_sourced:
            for attribution in firmly_governing(case, use.span):
                key = (attribution, person_of(use.evidenced))
                if key not in seen:
                    seen.add(key)
                    yield Attributed(attribution, use)


def described(case: Case) -> Iterator[Described]:
    """Yield the uses that want a description, where the draft describes the source.

    Where two people said the same, a description that was agreed with either is as agreed.
    """
    found = [
        Described(attribution, use, _fit(case, attribution, use))
        for attribution, use in attributed(case, permitted(case))
        if attribution.form in _DESCRIBING and use.rights.attribute in _WANT_DESCRIPTION
    ]
    kept = {(one.attribution, one.use.span) for one in found if one.fit is Fit.AGREED}
    return (one for one in found if (one.attribution, one.use.span) not in kept)


def _fit(case: Case, attribution: Attribution, use: Use) -> Fit | None:
    agreed = use.conditions.descriptions
    if not agreed:
        return None
    source = source_of(case, attribution)
    if is_elliptical(source) or (points_back(source) and adds_nothing(source, agreed)):
        return Fit.AGREED
    first = first_mention(case, attribution)
    if first is not attribution and adds_nothing(source, agreed):
        # What was too narrow at first is found there; to point back to it adds no more.
        return Fit.OTHER if _fit(case, first, use) is Fit.OTHER else Fit.AGREED
    opens = attribution.source.start == attribution.sentence.start
    return fit(source, agreed, opens_sentence=opens)


def first_mention(case: Case, attribution: Attribution) -> Attribution:
    """Return the attribution to whose source this one points back, or the attribution itself."""
    by_source = {one.source: one for one in case.attributions}
    while attribution.refers_to in by_source:
        attribution = by_source[attribution.refers_to]
    return attribution


def over_unattributable(case: Case) -> frozenset[Attribution]:
    """Return the attributions of words that may be attributed to nobody."""
    return frozenset(
        attribution
        for attribution, use in attributed(case, permitted(case))
        if use.rights.attribute is Attribute.NONE
    )


_DESCRIBING = frozenset({SourceForm.DESCRIBED, SourceForm.INSTITUTION})
_WANT_DESCRIPTION = frozenset({Attribute.DESCRIPTION, Attribute.INSTITUTION})
