"""Passages of a draft: what stands at a span, and the paragraph around it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from groundrules.draft.document import Span
from groundrules.draft.paragraphs import paragraphs
from groundrules.draft.sentences import sentences
from groundrules.draft.wording import words

if TYPE_CHECKING:
    from groundrules.draft.document import Draft


def trimmed(draft: Draft, span: Span) -> Span:
    """Return a span from its first word to its last; the span itself where it has no word."""
    found = words(draft.text, [span])
    return Span(found.starts[0], found.ends[-1]) if found.texts else span


def paragraph_at(draft: Draft, span: Span) -> Span:
    """Return the paragraph in which a span of the copy begins."""
    found = paragraphs(draft)
    starts = [one.start for one in found]
    return found[max(bisect_right(starts, span.start) - 1, 0)]


def sentences_at(draft: Draft, span: Span) -> Span:
    """Return the sentences that a span of the copy lies in, from the first to the last of them."""
    found = [one for one in sentences(draft) if one.overlaps(span)]
    return Span(found[0].start, found[-1].end) if found else span
