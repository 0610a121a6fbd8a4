"""The print: the copy as readers see it, and where in the file each of its characters stands.

Everything that reads a draft (words, names, quotations, sentences, attributions) reads the print,
so that `**Dana** Whit<zero-width space>field` is the name that a reader sees, and everything that
it finds is given back as a span of the file.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from groundrules.draft.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from groundrules.draft.document import Draft

BREAK = "\n\n"
"""What stands in the print between two blocks, whatever the file has there."""

_UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff"
)
"""Characters that are not shown: Default_Ignorable_Code_Point in DerivedCoreProperties.txt."""


class Stretch(NamedTuple):
    """A run of the print, `start` included and `end` not; a `Span` is one of the file."""

    start: int
    end: int


class Printed(NamedTuple):
    """What readers see.

    Attributes:
        text: the characters, two line feeds between blocks, nothing that has no width.
        starts: where in the file each character starts.
        ends: where it ends; the same as its start where the file has nothing there.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """Return the span of the file that is printed as this stretch, which is not empty."""
        return Span(self.starts[start], self.ends[end - 1])


_Cut: TypeAlias = "tuple[int, int, str]"
"""Start, end, and what is shown instead."""


def printed(draft: Draft) -> Printed:
    """Return the print of a draft."""
    return draft.keep("printed", _print_of)


def has_words(draft: Draft) -> bool:
    """Tell whether a draft has any copy: a page that a script fills has none where it is saved."""
    return any(map(str.isalnum, printed(draft).text))


def as_printed(draft: Draft, span: Span) -> str:
    """Return a span of the file as readers see it: without marks, its white space made single."""
    shown = printed(draft)
    start, end = (bisect_left(shown.starts, place) for place in span)
    return " ".join(shown.text[start:end].split())


def _print_of(draft: Draft) -> Printed:
    substitutions = ((*one.span, one.shown) for one in draft.substitutions)
    breaks = ((block.start, block.start, BREAK) for block in draft.blocks)
    return printed_text(draft.text, draft.copy, (*substitutions, *breaks))


def printed_text(
    text: str, copy: Sequence[Span] | None = None, cuts: Iterable[_Cut] = ()
) -> Printed:
    """Return the print of a text, of all of it or of the spans that are copy.

    Args:
        text: the file's text.
        copy: the spans that are shown, in order; None for the whole text.
        cuts: start, end and what is shown instead.
    """
    hidden = list(cuts)
    if not text.isascii():
        hidden += [(*match.span(), "") for match in _unseen().finditer(text)]
    if copy is not None:
        hidden += _gaps(len(text), copy)
    if not hidden:
        return Printed(text, range(len(text)), range(1, len(text) + 1))
    return _without(text, sorted(hidden))


@cache
def _unseen() -> re.Pattern[str]:
    return re.compile(f"[{_UNSEEN}]+")


def _gaps(length: int, copy: Sequence[Span]) -> Iterator[_Cut]:
    at = 0
    for start, end in copy:
        if at < start:
            yield at, start, ""
        at = max(at, end)
    if at < length:
        yield at, length, ""


def _without(text: str, cuts: list[_Cut]) -> Printed:
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for start, end, shown in cuts:
        if at < start:
            pieces.append(text[at:start])
            starts.extend(range(at, start))
            ends.extend(range(at + 1, start + 1))
        elif at >= end and shown != BREAK:
            continue  # it lies in what was cut before
        if starts or shown != BREAK:
            pieces.append(shown)
            starts.extend([max(at, start)] * len(shown))
            ends.extend([max(at, end)] * len(shown))
        at = max(at, end)
    pieces.append(text[at:])
    starts.extend(range(at, len(text)))
    ends.extend(range(at + 1, len(text) + 1))
    return Printed("".join(pieces), starts, ends)
