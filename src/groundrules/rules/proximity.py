"""Proximity: what stands so near to used words that a reader connects the two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.rules.attributed import governing
from groundrules.rules.passages import sentences_at

if TYPE_CHECKING:
    from groundrules.draft.document import Span
    from groundrules.evidence.case import Case
    from groundrules.rules.usage import Use


def is_near(case: Case, span: Span, use: Use) -> bool:
    """Tell whether a span lies in a sentence with the words, or in an attribution of them."""
    return span.overlaps(sentences_at(case.draft, use.span)) or is_in_attribution(case, span, use)


def is_in_attribution(case: Case, span: Span, use: Use) -> bool:
    """Tell whether a span lies in an attribution that governs the words."""
    return any(span.overlaps(one.span) for one in governing(case, use.span))
