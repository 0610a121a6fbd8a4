"""The asides: what a reporter has put into somebody's words, in brackets.

`we [the council] never voted` is read as `we never voted`. What the brackets hold is searched
too, on its own, so that nothing hides in them; and `[T]he` is one word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from groundrules.draft.wording import Words
from groundrules.matching.alphabet import BREAK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LONGEST = 6
"""In words. What is longer is text of its own, not something put in."""


def asides_apart(
    text: str, found: Words, quotes: Sequence[tuple[int, int]]
) -> tuple[Words, list[int]]:
    """Return the words with each aside behind the rest, and where in the text asides start.

    Args:
        text: the print of a draft.
        found: its words.
        quotes: start and end of each quotation in it.
    """
    places = sorted(set(_asides(text, quotes)), reverse=True)
    if not places:
        return found, []
    main = Words(list(found.texts), list(found.starts), list(found.ends))
    behind = Words([], [], [])
    starts = [start for start, end in places if _apart(main, behind, start, end)]
    return _one_behind_the_other(main, behind), starts[::-1]


def _one_behind_the_other(main: Words, behind: Words) -> Words:
    return Words(main.texts + behind.texts, main.starts + behind.starts, main.ends + behind.ends)


def _asides(text: str, quotes: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield brackets anywhere, and parentheses in quotations: news wires carry no brackets."""
    if "[" in text:
        yield from (match.span() for match in _brackets().finditer(text))
    if "(" in text:
        for start, end in quotes:
            yield from (match.span() for match in _parentheses().finditer(text, start, end))


def _apart(main: Words, behind: Words, start: int, end: int) -> bool:
    """Put one aside behind; tell whether it was one. One that is part of a word is joined to it."""
    first, last = bisect_left(main.starts, start), bisect_left(main.starts, end)
    if not 0 < last - first <= _LONGEST:
        return False
    joined_first = first - (first > 0 and main.ends[first - 1] == start)
    joined_last = last + (last < len(main.starts) and main.starts[last] == end)
    if (joined_first, joined_last) != (first, last):
        _join(main, joined_first, joined_last, start, end)
        return False
    behind.texts.extend([BREAK, *main.texts[first:last]])
    behind.starts.extend([start, *main.starts[first:last]])
    behind.ends.extend([start, *main.ends[first:last]])
    del main.texts[first:last], main.starts[first:last], main.ends[first:last]
    return True


def _join(main: Words, first: int, last: int, start: int, end: int) -> None:
    main.texts[first:last] = ["".join(main.texts[first:last])]
    main.starts[first:last] = [min(main.starts[first], start)]
    main.ends[first:last] = [max(main.ends[last - 1], end)]


@cache
def _brackets() -> re.Pattern[str]:
    return re.compile(r"\[[^][]{1,80}](?![(\[])")


@cache
def _parentheses() -> re.Pattern[str]:
    return re.compile(r"\([^()]{1,80}\)")
