"""Block quotes: passages that the draft sets off as quoted, and who it says they are from."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.paragraphs import paragraph_stretches, stretch
from groundrules.draft.printed import Stretch, printed
from groundrules.draft.reporting_verbs import REPORTING_VERBS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.draft.document import Draft


class BlockQuote(NamedTuple):
    """A block quote with an attribution, in the print.

    Attributes:
        paragraphs: the words, paragraph by paragraph, without the line that names the source.
        source: what that line says behind its dash; None where a paragraph before it reports.
    """

    paragraphs: tuple[Stretch, ...]
    source: Stretch | None


def block_quotes(draft: Draft) -> tuple[BlockQuote, ...]:
    """Return the block quotes that have an attribution, in order."""
    return draft.keep("block quotes", lambda one: tuple(_block_quotes(one)))


def _block_quotes(draft: Draft) -> Iterator[BlockQuote]:
    shown = printed(draft)
    everything = paragraph_stretches(draft)
    starts = [paragraph.start for paragraph in everything]
    for span in draft.block_quotes:
        start, end = stretch(shown, span)
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        if first == last:
            continue
        inside, source = _without_source(shown.text, everything[first:last])
        before = everything[first - 1] if first else None
        if inside and (source or (before and _reports(shown.text, before))):
            yield BlockQuote(tuple(inside), source)


@cache
def _source_line() -> re.Pattern[str]:
    return re.compile(r"\s*(?:—|–|―|--+)[ \t]*(\S[^\r\n]*)\Z")


def _without_source(text: str, inside: list[Stretch]) -> tuple[list[Stretch], Stretch | None]:
    *others, last = inside
    words = text[last.start : last.end]
    # Only the last line can name the source, so only it is searched.
    line = max(words.rfind("\n"), words.rfind("\r"), 0)
    match = _source_line().match(words, line)
    if not match:
        return inside, None
    source = Stretch(last.start + match.start(1), last.end)
    rest = Stretch(last.start, last.start + len(words[:line].rstrip()))
    return ([*others, rest] if rest.start < rest.end else others), source


def _reports(text: str, paragraph: Stretch) -> bool:
    words = text[paragraph.start : paragraph.end].rstrip("*_ ")
    sentence = words[max(words.rfind(mark, 0, -1) for mark in ".?!") + 1 :]
    return words.endswith(":") or any(
        word.strip(",;:()").lower() in REPORTING_VERBS for word in sentence.split()
    )
