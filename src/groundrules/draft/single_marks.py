"""Quotations in single marks, as British copy has them, told from apostrophes.

An apostrophe opens nothing inside a word (`O'Neill`) or before a clipped one (`'em`, `'90s`), and a
possessive (`the workers' union`) closes only what nothing better closes before the next opening.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.listed import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.draft.printed import Stretch

_CLOSERS = {"‘": "’'", "'": "'’", "‚": "‘’'", "‛": "’'", "‹": "›"}

_BEFORE_OPENING = frozenset('([{<—–-―/:;,=*_"“«¿¡|>')
_BEHIND_OPENING = frozenset('"“«„[(…$£€#@*')
_STRONG = frozenset(',.?!…;:—-)]"”»*')

_CLIPPED = listed(
    """em til till twas tis cause bout round n cuz coz fraid tude kay nuff neath twixt ere ave im
    er is ow ome cept nother"""
)


class Quoted(NamedTuple):
    """A quotation in the print: with its marks, without them, and whether its end is marked."""

    start: int
    end: int
    words_start: int
    words_end: int
    is_closed: bool


def single_quoted(text: str, paragraph: Stretch, double: Sequence[tuple[int, int]]) -> list[Quoted]:
    """Return the quotations in single marks that do not lie inside others, in order.

    Args:
        text: the print.
        paragraph: the stretch that is searched.
        double: the quotations in other marks there, in order; one may lie inside a single one.
    """
    if not _may_open().search(text, *paragraph):
        return []
    marks = list(_outside(text, paragraph, double))
    found: list[Quoted] = []
    at = 0
    while at < len(marks):
        start = marks[at]
        at += 1
        if not _opens(text, paragraph, start):
            continue
        end, at = _closing(text, paragraph, marks, at)
        if end:
            found.append(Quoted(start, end + 1, start + 1, end, is_closed=True))
        elif start == paragraph.start and text[start] == "‘":
            found.append(Quoted(start, paragraph.end, start + 1, paragraph.end, is_closed=False))
    return found


@cache
def _may_open() -> re.Pattern[str]:
    # Most marks are apostrophes within words, or behind them, and a paragraph has no others.
    return re.compile("[‘’'‚‛‹›](?<![^\\W_].)")


@cache
def _single() -> re.Pattern[str]:
    return re.compile("[‘’'‚‛‹›]")


def _outside(text: str, paragraph: Stretch, double: Sequence[tuple[int, int]]) -> Iterator[int]:
    at = paragraph.start
    for start, end in (*double, (paragraph.end, paragraph.end)):
        for match in _single().finditer(text, at, start):
            yield match.start()
        at = end


def _opens(text: str, paragraph: Stretch, at: int) -> bool:
    if text[at] not in _CLOSERS or at + 1 >= paragraph.end:
        return False
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1]
    if not (before.isspace() or before in _BEFORE_OPENING):
        return False
    if not (after.isalnum() or after in _BEHIND_OPENING):
        return False
    return text[at] in "‚‹" or not _is_clipped(text, at + 1)


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]{1,6}(?!\w)|\d\ds?(?!\w)")


def _is_clipped(text: str, at: int) -> bool:
    match = _word().match(text, at)
    return match is not None and (match[0][0].isdigit() or match[0].lower() in _CLIPPED)


def _closing(text: str, paragraph: Stretch, marks: Sequence[int], at: int) -> tuple[int, int]:
    """Return the mark that closes the one before `at`, or 0, and where to go on among the marks."""
    kinds = _CLOSERS[text[marks[at - 1]]]
    possessive = (0, at)
    for number in range(at, len(marks)):
        mark = marks[number]
        if _opens(text, paragraph, mark):
            break
        if text[mark] in kinds and _may_close(text, paragraph, mark):
            if not _is_possessive(text, mark):
                return mark, number + 1
            possessive = possessive if possessive[0] else (mark, number + 1)
    return possessive


def _may_close(text: str, paragraph: Stretch, at: int) -> bool:
    after = text[at + 1] if at + 1 < paragraph.end else " "
    return not text[at - 1].isspace() and not after.isalnum()


def _is_possessive(text: str, at: int) -> bool:
    """Tell whether a mark may as well be the apostrophe of `workers'`, `goin'` or `'n'`."""
    before = text[at - 1]
    if before in _STRONG or not before.isalpha():
        return False
    return before in "sS" or text[at - 2 : at] == "in" or text[at - 2] in "'’"
