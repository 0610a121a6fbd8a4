"""The pairing of quotation marks within one paragraph.

Straight and curly marks, doubled apostrophes and backquotes, guillemets either way round, low
German ones, corner brackets, and single ones told from apostrophes. Marks that do not pair spoil
nothing beyond their paragraph: what they open ends before the next opening mark, or with it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.single_marks import Quoted, single_quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.draft.printed import Stretch

_CLOSERS = {
    '"': '"”„“',
    "''": "''",
    "``": "''``\"",
    "“": '”"',
    "”": "”",
    "„": '“”"',
    "‟": '”"',
    "«": "»",
    "»": "«»",
    "「": "」",
    "『": "』",
    "＂": "＂",
}
"""By what each opening mark may be closed; `"` for the one by `”` is a slip that copy has."""

_MAY_OPEN = frozenset(['"', "''", "＂", "”", "»"])
_OPENING = frozenset("“„‟«「『") | {"``"}
_OPENING_ONLY = frozenset("„‟「『")
_SPACED = frozenset("”»")
"""Marks that may close behind a space, as in `« mot »`."""

BEFORE_OPENING = frozenset("([{<—–-―/:;,*_‘“„«¿¡|>") | {"'"}
"""What may stand before an opening mark, besides a space."""


_DEPTH = 6
"""How many marks left open by mistake one closing mark may close."""


class _Mark(NamedTuple):
    start: int
    end: int
    kind: str
    opens: bool
    closes: bool
    is_loose: bool


def quoted(text: str, paragraph: Stretch) -> list[Quoted]:
    """Return the quotations of one paragraph of a print, in order, the outermost ones only."""
    if not _begins().search(text, *paragraph):
        return []
    double = list(_paired(text, paragraph, _marks(text, paragraph)))
    single = single_quoted(text, paragraph, [(one.start, one.end) for one in double])
    found = sorted(double + single, key=lambda one: (one.start, -one.end))
    outermost: list[Quoted] = []
    for one in found:
        if one.words_start < one.words_end and (not outermost or one.start >= outermost[-1].end):
            outermost.append(one)
    return outermost


@cache
def _begins() -> re.Pattern[str]:
    # What every quotation begins with. An apostrophe within a word, or behind it, is none.
    return re.compile(r"""["`“”„‟«»「」『』＂'‘’‚‛‹›](?<![^\W_]['‘’])""")


@cache
def _any_mark() -> re.Pattern[str]:
    # The mark of inches behind one of feet is none of ours. Each alternative begins with a plain
    # character, so that the search skips to the next of these.
    return re.compile(r"""\"(?<!['’][0-9]")(?<!['’][0-9]{2}")|``|''|“|”|„|‟|«|»|「|」|『|』|＂""")


def _marks(text: str, paragraph: Stretch) -> list[_Mark]:
    return [
        _mark(text, paragraph, _behind_inner(text, match.start(), match[0]), match[0])
        for match in _any_mark().finditer(text, paragraph.start, paragraph.end)
    ]


def _behind_inner(text: str, start: int, kind: str) -> int:
    """Return where doubled apostrophes start that close behind a single one, as three in a row."""
    if kind != "''" or text[start + 2 : start + 3] != "'" or text[start - 1 : start].isspace():
        return start
    return start + 1 if start else start


def _mark(text: str, paragraph: Stretch, start: int, kind: str) -> _Mark:
    end = start + len(kind)
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    behind_space, before_space = before.isspace(), after.isspace()
    may_open = not before_space and (behind_space or before in BEFORE_OPENING)
    is_loose = behind_space and before_space
    opens = kind in _OPENING or (kind in _MAY_OPEN and (may_open or is_loose))
    closes = kind not in _OPENING_ONLY and (not behind_space or is_loose or kind in _SPACED)
    return _Mark(start, end, kind, opens, closes, is_loose)


def _paired(text: str, paragraph: Stretch, marks: list[_Mark]) -> Iterator[Quoted]:
    nests = _is_balanced(marks)
    opened: list[_Mark] = []
    for mark in marks:
        if at := _closed_by(mark, opened):
            first = opened[0]
            del opened[at - 1 :]
            if not opened:
                yield Quoted(
                    first.start, mark.end, *_trimmed(text, first.end, mark.start), is_closed=True
                )
        elif mark.opens:
            if opened and not nests:
                yield from _unclosed(text, opened[0], mark.start)
                opened.clear()
            opened.append(mark)
    if opened:
        yield from _unclosed(text, opened[0], paragraph.end)


def _is_balanced(marks: list[_Mark]) -> bool:
    opening = sum(mark.opens and not mark.closes for mark in marks)
    closing = sum(mark.closes and not mark.opens for mark in marks)
    either = len(marks) - opening - closing
    return opening == closing and either % 2 == 0


def _closed_by(mark: _Mark, opened: list[_Mark]) -> int:
    """Return how many are open up to the one that a mark closes, that one included, or 0."""
    if not mark.closes:
        return 0
    if opened and mark.kind in _CLOSERS[opened[-1].kind]:
        return len(opened)
    if mark.opens:
        return 0
    deeper = range(len(opened) - 1, max(0, len(opened) - _DEPTH), -1)
    return next((at for at in deeper if mark.kind in _CLOSERS[opened[at - 1].kind]), 0)


def _unclosed(text: str, mark: _Mark, end: int) -> Iterator[Quoted]:
    """Yield what a mark opens that nothing closes; one between two spaces opens nothing."""
    if not mark.is_loose:
        words = _trimmed(text, mark.end, end)
        yield Quoted(mark.start, max(words[1], mark.end), *words, is_closed=False)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
