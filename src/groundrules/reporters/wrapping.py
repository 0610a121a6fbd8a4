"""Breaking a text into rows that fit a terminal."""

from __future__ import annotations

from groundrules.reporters.display_width import cells

_INDENT = "  "


def wrapped(text: str, before: str, width: int) -> list[str]:
    """Return the rows of a text, the first behind `before`, the others indented.

    Rows are broken at spaces. A word longer than a row stays whole, so that it can be copied.
    """
    rows = [before]
    taken = len(before)
    is_bare = True
    for word in text.split():
        shown, columns = _measured(word)
        if not is_bare and taken + 1 + columns > width:
            rows.append(_INDENT)
            taken, is_bare = len(_INDENT), True
        rows[-1] += shown if is_bare else f" {shown}"
        taken += columns + (not is_bare)
        is_bare = False
    return rows


def _measured(word: str) -> tuple[str, int]:
    if word.isascii() and word.isprintable():
        return word, len(word)
    seen = list(cells(word, 0, len(word)))
    return "".join(cell.shown for cell in seen), sum(cell.width for cell in seen)
