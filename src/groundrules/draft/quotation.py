"""Quotations: the passages that the draft puts in quotation marks, or sets off as quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.block_quotes import block_quotes
from groundrules.draft.paragraphs import paragraph_stretches
from groundrules.draft.printed import printed
from groundrules.draft.quotation_marks import quoted
from groundrules.draft.single_marks import Quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.draft.document import Draft, Span


class Quotation(NamedTuple):
    """A passage in quotation marks.

    Attributes:
        span: the passage with its marks.
        words: the passage without them.
        paragraph: the paragraph it stands in.
        is_closed: its end is marked; where not, it ends with the paragraph, or before the mark
            that opens the next one.
    """

    span: Span
    words: Span
    paragraph: Span
    is_closed: bool = True


def find_quotations(draft: Draft) -> tuple[Quotation, ...]:
    """Return every quotation of a draft, however short, in order; of nested ones, the outermost.

    A block quote counts as one where it has an attribution: a last line that begins with a dash,
    or a paragraph before it that reports. Each paragraph of it is a quotation of its own.
    """
    return draft.keep("quotations", lambda one: tuple(_quotations(one)))


def _quotations(draft: Draft) -> Iterator[Quotation]:
    shown = printed(draft)
    set_off = {part.start: part for block in block_quotes(draft) for part in block.paragraphs}
    for paragraph in paragraph_stretches(draft):
        found = quoted(shown.text, paragraph)
        if not found and paragraph.start in set_off:
            part = set_off[paragraph.start]
            found = [Quoted(*part, *part, is_closed=True)]
        span = shown.span(*paragraph)
        for one in found:
            whole = shown.span(one.start, one.end)
            yield Quotation(whole, shown.span(one.words_start, one.words_end), span, one.is_closed)
