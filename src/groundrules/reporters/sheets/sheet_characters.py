"""The characters of a sheet: what may stand on a page that somebody signs or keeps."""

from __future__ import annotations

from groundrules.reporters.display_width import one_line

_TURNING = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
"""The embeddings, overrides and isolates of Unicode Standard Annex #9, which turn the direction of
what stands around them, so that a page would read otherwise than its words run."""

_JOINING = frozenset("\u00ad\u061c\u200c\u200d\u200e\u200f\u2060")
"""Invisible characters that a script needs: joiners, marks of direction, hyphens and no breaks."""

_NO_CHARACTERS = range(0xFDD0, 0xFDF0)
_LAST_TWO = 0xFFFE
"""Of every plane; with the range above, what Unicode sets aside as no characters at all."""


def printable(text: str) -> str:
    """Return a text as one paragraph of characters that a page can hold.

    Blanks and line ends become single blanks. A control character becomes its picture, and what is
    no character, such as half of a surrogate pair, the replacement character. What turns the
    direction of writing is left out, and so is whatever else cannot be seen and is no part of a
    script's spelling.
    """
    joined = " ".join(text.split())
    if joined.isascii() and joined.isprintable():
        return joined
    return "".join(_on_paper(char) for char in joined)


def _on_paper(char: str) -> str:
    if char in _TURNING:
        return ""
    if ord(char) in _NO_CHARACTERS or ord(char) & _LAST_TWO == _LAST_TWO:
        return "\N{REPLACEMENT CHARACTER}"
    return char if char in _JOINING else one_line(char)
