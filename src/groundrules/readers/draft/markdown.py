"""Drafts in Markdown.

What readers see is copy; what they do not see is not, and is named in the draft's `left_out` where
it holds words. The format is CommonMark 0.31 with front matter, footnotes and tables; see
`docs/reference/draft-formats.md` for what counts as copy.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from groundrules.draft.document import Draft, Omission, Span, Substitution
from groundrules.draft.printed import printed, printed_text
from groundrules.readers.draft.markdown_blocks import blocks
from groundrules.readers.draft.markdown_front_matter import front_matter
from groundrules.readers.draft.markdown_inline import inline_marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.draft.printed import Printed
    from groundrules.readers.draft.markdown_blocks import Blocks
    from groundrules.readers.draft.markdown_inline import Mark


def markdown_draft(path: str, text: str) -> Draft:
    """Return the draft that a Markdown text is.

    Args:
        path: the file as the caller named it.
        text: its text without a byte-order mark.
    """
    head = front_matter(text)
    hidden = list(_hidden(text, head.end))
    found = blocks(_blanked(text, hidden), head.end)
    shown = list(_without(found.lines, [one.span for one in hidden]))
    marks = list(_marks(printed_text(text, shown), found))
    copy = tuple(_without(shown, [span for span, mark in marks if mark.shown is None]))
    substitutions = tuple(
        Substitution(span, mark.shown) for span, mark in marks if mark.shown is not None
    )
    left_out = [*hidden, *found.omissions]
    left_out += [Omission(span, mark.omitted) for span, mark in marks if mark.omitted]
    if head.end:
        left_out.append(Omission(Span(0, head.end), "front matter"))
    return Draft(
        path,
        text,
        copy,
        title=head.title or _title(text, copy, substitutions, found.heading),
        blocks=tuple(Span(start, start) for start in found.starts),
        block_quotes=tuple(found.quotes),
        left_out=tuple(sorted(left_out)),
        substitutions=substitutions,
    )


_HIDDEN = {
    "<!--": ("-->", "comments"),
    "<script": ("</script>", "scripts and styles"),
    "<style": ("</style>", "scripts and styles"),
}


@cache
def _hiding() -> re.Pattern[str]:
    return re.compile(r"<!--|<script(?=[\s>])|<style(?=[\s>])", re.IGNORECASE)


def _hidden(text: str, start: int) -> Iterator[Omission]:
    """Yield comments, scripts and styles; what is never closed hides nothing."""
    lower = text.lower() if len(text.lower()) == len(text) else text
    unclosed: set[str] = set()
    end = start
    for match in _hiding().finditer(text, start):
        closing, what = _HIDDEN[match[0].lower()]
        if match.start() < end or closing in unclosed:
            continue
        at = lower.find(closing, match.end())
        if at < 0:
            unclosed.add(closing)
            continue
        end = at + len(closing)
        yield Omission(Span(match.start(), end), what)


def _blanked(text: str, hidden: Sequence[Omission]) -> str:
    """Put spaces in the place of what is hidden, so that every offset stays."""
    pieces: list[str] = []
    at = 0
    for (start, end), *_ in hidden:
        pieces += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])


def _without(spans: Sequence[Span], cuts: Sequence[Span]) -> Iterator[Span]:
    """Yield what is left of spans in order when others are cut out of them."""
    rest = sorted(cuts)
    number = 0
    for start, end in spans:
        at = start
        while number < len(rest) and rest[number].start < end:
            cut = rest[number]
            if at < cut.start:
                yield Span(at, cut.start)
            at = max(at, cut.end)
            if cut.end > end:
                break  # the next span may be cut by it too
            number += 1
        if at < end:
            yield Span(at, end)


def _marks(joined: Printed, found: Blocks) -> Iterator[tuple[Span, Mark]]:
    """Yield the marks inside each block, each with its span of the file."""
    edges = [bisect_left(joined.starts, start) for start in found.starts]
    for start, end in pairwise([*edges, len(joined.text)]):
        for mark in inline_marks(joined.text, start, end, found.labels):
            if mark.start < mark.end:
                yield joined.span(mark.start, mark.end), mark


def _title(
    text: str, copy: Sequence[Span], substitutions: Sequence[Substitution], heading: Span
) -> str:
    inside = tuple(one for one in copy if one.within(heading))
    whole = Draft("", text, inside, substitutions=tuple(substitutions))
    return " ".join(printed(whole).text.split())
