"""The copy: a draft's text as its readers see it, by paragraphs, with its phrases marked."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.paragraphs import paragraph_stretches, stretch
from groundrules.draft.printed import Stretch, printed
from groundrules.reporters.html_report.remark import card
from groundrules.reporters.picture.record_page_words import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.draft.document import Draft
    from groundrules.reporters.html_report.remark import Remark


class _Placed(NamedTuple):
    """A remark and where in the print its phrase stands."""

    remark: Remark
    at: Stretch


def rows(draft: Draft, remarks: Sequence[Remark], last: int) -> Iterator[str]:
    """Yield each paragraph of a draft with its line number, and beside it its remarks.

    Args:
        draft: the draft.
        remarks: what there is to say about it, in its order.
        last: the number of the last remark of the page.
    """
    shown_as = printed(draft)
    placed = [_Placed(one, stretch(shown_as, one.span)) for one in remarks]
    paragraphs = paragraph_stretches(draft) or [Stretch(0, 0)]
    begin = 0
    for place, paragraph in enumerate(paragraphs):
        end = paragraphs[place + 1].start if place + 1 < len(paragraphs) else len(shown_as.text) + 1
        here = [one for one in placed if begin <= one.at.start < end]
        line = draft.position(shown_as.starts[paragraph.start]).line if shown_as.text else 1
        yield '<div class="row">'
        yield f'<p class="line" title="line {line}">{line}</p>'
        yield _paragraph(draft, paragraph, placed, here)
        yield from _margin(here, last)
        yield "</div>"
        begin = end


def _margin(here: Sequence[_Placed], last: int) -> Iterator[str]:
    if here:
        yield '<div class="margin">'
        for one in here:
            yield from card(one.remark, last)
        yield "</div>"


def _paragraph(
    draft: Draft, paragraph: Stretch, placed: Sequence[_Placed], here: Sequence[_Placed]
) -> str:
    text = printed(draft).text
    heading = " headline" if _is_heading(draft, paragraph) else ""
    inside = [one for one in placed if _meets(one.at, paragraph)]
    cuts = {paragraph.start, paragraph.end}
    for one in (*inside, *here):
        cuts |= {min(max(place, paragraph.start), paragraph.end) for place in one.at}
    pieces: list[str] = []
    ordered = sorted(cuts)
    for start, end in pairwise([*ordered, ordered[-1]]):
        pieces += [_reference(one.remark) for one in here if _clamped(one, paragraph) == start]
        pieces.append(_piece(text[start:end], [one for one in inside if _holds(one, start, end)]))
    return f'<p class="copy{heading}" dir="auto">{"".join(pieces)}</p>'


def _is_heading(draft: Draft, paragraph: Stretch) -> bool:
    """Tell whether a paragraph is the title, or stands behind a mark of a heading in the file."""
    shown_as = printed(draft)
    if paragraph.start == paragraph.end:
        return False
    if shown_as.text[paragraph.start : paragraph.end] == draft.title:
        return True
    begins = shown_as.starts[paragraph.start]
    before = draft.text[begins - draft.position(begins).column + 1 : begins].strip()
    return bool(before) and not before.strip("#")


def _meets(one: Stretch, other: Stretch) -> bool:
    return one.start < other.end and other.start < one.end


def _holds(one: _Placed, start: int, end: int) -> bool:
    return one.at.start <= start and end <= one.at.end


def _clamped(one: _Placed, paragraph: Stretch) -> int:
    return min(max(one.at.start, paragraph.start), paragraph.end)


def _reference(remark: Remark) -> str:
    number = remark.number
    return (
        f'<a class="ref {remark.kind}" id="at-{number}" href="#remark-{number}" '
        f'title="{remark.word}, remark {number}">{number}</a>'
    )


def _piece(text: str, over: Sequence[_Placed]) -> str:
    if not text:
        return ""
    if not over:
        return _safe(text)
    kinds = [one.remark.kind for one in over]
    strictest = next(kind for kind in KINDS if kind in kinds)
    about = " ".join(str(one.remark.number) for one in over)
    return f'<mark class="{strictest}" data-remarks="{about}">{_safe(text)}</mark>'


def _safe(text: str) -> str:
    """Return a run of a paragraph as HTML; the blanks at its ends are not lost."""
    before = " " if text[:1].isspace() else ""
    behind = " " if text[-1:].isspace() and text.strip() else ""
    return f"{before}{shown(text)}{behind}"


KINDS = ("k-error", "k-nowhere", "k-warning", "k-altered", "k-note", "k-same")
"""The kinds of remarks, the one that is shown first where several are about the same words."""
