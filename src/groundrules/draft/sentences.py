"""The sentences of a draft. A quotation is never cut: it belongs to the sentence it stands in.

So `"I left. I never came back," she said.` is one sentence, and the sentence that a quotation
ends (`… "was dead."`) ends behind the closing mark.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.listed import listed
from groundrules.draft.paragraphs import paragraph_stretches, stretch
from groundrules.draft.printed import Stretch, printed
from groundrules.draft.quotation import find_quotations
from groundrules.draft.reporting_verbs import FIRST_OF_SEVERAL, REPORTING_VERBS
from groundrules.draft.small_words import FUNCTION_WORDS
from groundrules.draft.tokens import QUOTED, Cut, cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from groundrules.draft.document import Draft, Span
    from groundrules.draft.quotation import Quotation
    from groundrules.draft.tokens import Token

_ENDING = frozenset(".?!…‽。？！")
_ASKING = frozenset("?!…？！")
_MAY_END = _ENDING | {QUOTED[-1]}
_CLOSING = frozenset(")]}”’»\"'*")
_MAY_FOLLOW = _ENDING | _CLOSING
_BEFORE_NAMES = listed(
    """adm amb atty brig capt cf cmdr col cpl det dr esq fr gen gov hon insp lt maj messrs mr mrs
    ms mt mx pfc pres prof pvt rep reps rev sen sens sgt ste supt vs v no"""
)
"""Abbreviations that a sentence never ends with."""

_TAG_REACH = 6


class _Paragraph(NamedTuple):
    """A paragraph: what it is cut into, and of each sentence the first token and the one behind."""

    cut: Cut
    sentences: list[tuple[int, int]]


def sentences(draft: Draft) -> tuple[Span, ...]:
    """Return the sentences of a draft, in order; a heading or a list item has at least one."""
    shown = printed(draft)
    return tuple(shown.span(*one) for one in sentence_stretches(draft))


def sentence_stretches(draft: Draft) -> list[Stretch]:
    """Return the sentences as stretches of the print."""
    return [
        Stretch(found.starts[first], found.ends[behind - 1])
        for found, cuts in _paragraphs(draft)
        for first, behind in cuts
    ]


def tokenised_paragraphs(
    draft: Draft, quotations: Sequence[Quotation] | None = None
) -> list[list[list[Token]]]:
    """Return paragraphs of sentences of tokens; no list is empty.

    Args:
        draft: the draft.
        quotations: its quotations, where they are known already.
    """
    if quotations is None or quotations is find_quotations(draft):
        return draft.keep("tokens", lambda one: _tokenised(_paragraphs(one)))
    return _tokenised(_cut_up(draft, quotations))


def _tokenised(found: Iterable[_Paragraph]) -> list[list[list[Token]]]:
    return [[one.cut.tokens(*cuts) for cuts in one.sentences] for one in found]


def _paragraphs(draft: Draft) -> list[_Paragraph]:
    return draft.keep("sentences", lambda one: list(_cut_up(one, find_quotations(one))))


def _cut_up(draft: Draft, quotations: Sequence[Quotation]) -> Iterator[_Paragraph]:
    shown = printed(draft)
    whole = [
        stretch(shown, one.span)
        for one in quotations
        if one.is_closed or one.span.end == one.paragraph.end
    ]
    found = cut(shown.text, Stretch(0, len(shown.text)), whole)
    first = 0
    for paragraph in paragraph_stretches(draft):
        behind = bisect_left(found.starts, paragraph.end, first)
        part = found.part(first, behind)
        yield _Paragraph(part, _sentences(shown.text, part))
        first = behind


def _sentences(text: str, found: Cut) -> list[tuple[int, int]]:
    """Return for each sentence the first token, and the one behind the last."""
    cuts: list[tuple[int, int]] = []
    begin = 0
    for at in [at for at, one in enumerate(found.texts) if one[-1] in _MAY_END]:
        if at >= begin and (end := _behind_end(text, found, at)):
            cuts.append((begin, end))
            begin = end
    if begin < len(found.texts):
        cuts.append((begin, len(found.texts)))
    return cuts


def _behind_end(text: str, found: Cut, at: int) -> int:
    """Return the token behind the sentence that ends with this one, or 0 where none does."""
    token, size = found.token(at), len(found.texts)
    end = at + 1
    if token.text == QUOTED:
        if not _ends_inside(text, token, _ENDING):
            return 0
    elif token.text[0] in _ENDING:
        while end < size and found.texts[end][0] in _MAY_FOLLOW:
            end += 1
    elif not (token.text.endswith(".") and token.low not in _BEFORE_NAMES):
        return 0
    if end >= size:
        return end
    return end if _begins(text, found, end, token) else 0


def _ends_inside(text: str, quotation: Token, marks: frozenset[str]) -> bool:
    """Tell whether the words in quotation marks end with one of these marks."""
    inside = text[max(quotation.start, quotation.end - 6) : quotation.end].rstrip("”’\"'`»›“ *_")
    return bool(inside) and inside[-1] in marks


def _begins(text: str, found: Cut, at: int, ending: Token) -> bool:
    """Tell whether a sentence begins at this token, behind one that may have ended."""
    token = found.token(at)
    if token.text == QUOTED:
        return not (
            ending.is_word and text[token.start : token.start + 3].strip("\"'“‘`")[:1].islower()
        )
    if ending.is_word:  # `U.S. The` ends a sentence, `U.S. Senate` does not
        return token.is_capitalised and token.low in FUNCTION_WORDS
    if token.text[0].islower() or token.text[0] in ",;:—–―-":
        return False
    return not (
        ending.text == QUOTED and _ends_inside(text, ending, _ASKING) and _is_tag(found, at)
    )


def _is_tag(found: Cut, at: int) -> bool:
    """Tell whether a name and a verb of saying follow, as in `"Why?" Dana Whitfield asked`."""
    for number, token in enumerate(found.tokens(at, at + _TAG_REACH)):
        if token.low in REPORTING_VERBS or token.low in FIRST_OF_SEVERAL:
            return number > 0
        if not token.is_capitalised or token.low in FUNCTION_WORDS:
            return False
    return False
