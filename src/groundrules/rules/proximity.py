"""Proximity: what stands so near to used words that a reader connects the two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.rules.attributed import firmly_governing, first_mention, governing
from groundrules.rules.passages import sentences_at

if TYPE_CHECKING:
    from groundrules.draft.attribution import Attribution
    from groundrules.draft.document import Span
    from groundrules.evidence.case import Case
    from groundrules.rules.usage import Use


def is_near(case: Case, span: Span, use: Use) -> bool:
    """Tell whether a span lies in a sentence with the words, or in an attribution of them.

    A guessed attribution counts here: readers who look for whose words these are guess likewise,
    and it is the very person to protect whom they find.
    """
    if span.overlaps(sentences_at(case.draft, use.span)):
        return True
    return any(_is_in(case, span, use, one) for one in governing(case, use.span))


def is_in_attribution(case: Case, span: Span, use: Use) -> bool:
    """Tell whether a span lies in an attribution that firmly governs the words, or in its source.

    In `…, according to a clerk of the port. “…,” she said` the clerk is in the second one too.
    """
    return any(_is_in(case, span, use, one) for one in firmly_governing(case, use.span))


def _is_in(case: Case, span: Span, use: Use, attribution: Attribution) -> bool:
    """Tell it of one attribution. Terms that are not settled reach no further than its words."""
    meant = first_mention(case, attribution).source
    return span.overlaps(attribution.span) or (not use.standing.is_open and span.overlaps(meant))
