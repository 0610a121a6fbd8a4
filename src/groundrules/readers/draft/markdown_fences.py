"""The fences around code in a Markdown file, and where each is closed."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 99
"""Longer fences count as being of this length, so that no search is long."""


def closing_fences(lines: Sequence[str]) -> dict[int, int]:
    """Return for each line that may open a fence the line that would close it.

    A fence that nothing closes is missing: it hides nothing.

    Args:
        lines: all lines of the file, stripped of what contains them.
    """
    # From the last line up: the nearest closing line of each kind, and the longer ones behind it.
    nearest: dict[str, list[tuple[int, int]]] = {"`": [], "~": []}
    found: dict[int, int] = {}
    for number in range(len(lines) - 1, -1, -1):
        match = _fence().match(lines[number])
        if not match:
            continue
        known, length = nearest[match[1][0]], min(len(match[1]), _LONGEST)
        closing = next((place for size, place in reversed(known) if size >= length), 0)
        if closing:
            found[number] = closing
        if match[1] == lines[number]:
            while known and known[-1][0] <= length:
                known.pop()
            known.append((length, number))
    return found


@cache
def _fence() -> re.Pattern[str]:
    # What follows backquotes on the line must hold none: otherwise it is code within a line.
    return re.compile(r"(`{3,}(?=[^`]*\Z)|~{3,})")
