"""Passages of a draft: what stands at a span, and the paragraph around it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from groundrules.draft.document import Span
from groundrules.draft.paragraphs import paragraphs
from groundrules.draft.printed import as_printed
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


def is_headline(draft: Draft, span: Span) -> bool:
    """Tell whether a span of the copy begins in the headline.

    That is the first paragraph, if others follow, where the format calls it the title or where it
    is no sentence. A headline says in short what the text has, and never on whose word.
    """
    everything = paragraphs(draft)
    if len(everything) <= 1 or paragraph_at(draft, span) != everything[0]:
        return False
    shown = as_printed(draft, everything[0])
    return shown == draft.title or shown[-1:].isalnum()


def sentences_at(draft: Draft, span: Span) -> Span:
    """Return the sentences that a span of the copy lies in, from the first to the last of them."""
    found = [one for one in sentences(draft) if one.overlaps(span)]
    return Span(found[0].start, found[-1].end) if found else span
