"""The sentences of a draft. A quotation is never cut: it belongs to the sentence it stands in.

So `"I left. I never came back," she said.` is one sentence, and the sentence that a quotation
ends (`… "was dead."`) ends behind the closing mark.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain
from typing import TYPE_CHECKING

from groundrules.draft.paragraphs import paragraph_stretches, stretch
from groundrules.draft.printed import Stretch, printed
from groundrules.draft.quotation import find_quotations
from groundrules.draft.sentence_ends import sentences_of
from groundrules.draft.tokens import cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.document import Draft, Span
    from groundrules.draft.quotation import Quotation
    from groundrules.draft.tokens import Token


def sentences(draft: Draft) -> tuple[Span, ...]:
    """Return the sentences of a draft, in order; a heading or a list item has at least one."""
    shown = printed(draft)
    return tuple(shown.span(*one) for one in sentence_stretches(draft))


def sentence_stretches(draft: Draft) -> list[Stretch]:
    """Return the sentences as stretches of the print."""
    return list(chain.from_iterable(_found(draft)))


def tokenised_paragraphs(
    draft: Draft, quotations: Sequence[Quotation] | None = None
) -> list[list[list[Token]]]:
    """Return paragraphs of sentences of tokens; no list is empty.

    Args:
        draft: the draft.
        quotations: its quotations, where they are known already.
    """
    if quotations is None or quotations is find_quotations(draft):
        return draft.keep("tokens", lambda one: _tokenised(one, find_quotations(one), _found(one)))
    return _tokenised(draft, quotations, _sentences(draft, quotations))


def _found(draft: Draft) -> list[list[Stretch]]:
    return draft.keep("sentences", lambda one: _sentences(one, find_quotations(one)))


def _sentences(draft: Draft, quotations: Sequence[Quotation]) -> list[list[Stretch]]:
    """Return the sentences of each paragraph."""
    text = printed(draft).text
    return sentences_of(text, paragraph_stretches(draft), _whole(draft, quotations))


def _whole(draft: Draft, quotations: Sequence[Quotation]) -> list[Stretch]:
    """Return the quotations that end, where no other words of their paragraph can be in them.

    Two may share what one substitution shows: that belongs to the first.
    """
    shown = printed(draft)
    found: list[Stretch] = []
    behind = 0
    for one in quotations:
        if one.is_closed or one.span.end == one.paragraph.end:
            start, end = stretch(shown, one.span)
            if max(start, behind) < end:
                found.append(Stretch(max(start, behind), end))
                behind = end
    return found


def _tokenised(
    draft: Draft, quotations: Sequence[Quotation], found: list[list[Stretch]]
) -> list[list[list[Token]]]:
    """Divide the tokens of a draft among the sentences of its paragraphs."""
    text = printed(draft).text
    columns = cut(text, Stretch(0, len(text)), _whole(draft, quotations))
    tokens, starts = columns.tokens(), columns.starts
    told: list[list[list[Token]]] = []
    first = 0
    for paragraph in found:
        told.append([])
        for sentence in paragraph:
            behind = bisect_left(starts, sentence.end, first)
            told[-1].append(tokens[first:behind])
            first = behind
    return told
