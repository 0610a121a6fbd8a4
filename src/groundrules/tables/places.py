"""The line on which each key of a TOML file is written: the parser does not tell.

It is only asked once something is wrong. It knows headers and keys at the start of a line, which
is how our files are written; a key within braces gets the line on which the braces open.
"""

from __future__ import annotations

import re

_PART = r"""(?:"[^"]*"|'[^']*'|[\w-]+)"""
_PATH = rf"{_PART}(?:\s*\.\s*{_PART})*"
_HEADER = re.compile(rf"\s*\[\[?\s*({_PATH})\s*\]")
_KEY = re.compile(rf"\s*({_PATH})\s*=")
_PARTS = re.compile(_PART)
_BLOCK_QUOTES = ('"""', "'''")


class Places:
    """The lines of one file, by key."""

    def __init__(self, text: str) -> None:
        """Read the text once; the first place at which a key or a part of it stands counts."""
        self._lines: dict[tuple[str, ...], int] = {}
        table: tuple[str, ...] = ()
        quoted = False
        for number, line in enumerate(text.split("\n"), 1):
            if not quoted:
                table = self._note(number, line, table)
            quoted ^= any(line.count(quotes) % 2 for quotes in _BLOCK_QUOTES)

    def line(self, key: tuple[str, ...]) -> int:
        """Return the line of a key, or of the table that would hold it; 0 where there is none."""
        for length in range(len(key), 0, -1):
            if key[:length] in self._lines:
                return self._lines[key[:length]]
        return 0

    def _note(self, number: int, line: str, table: tuple[str, ...]) -> tuple[str, ...]:
        """Note what stands on a line; return the table that the next line belongs to."""
        if header := _HEADER.match(line):
            table = _parts(header[1])
            self._add(table, number)
        elif key := _KEY.match(line):
            self._add((*table, *_parts(key[1])), number)
        return table

    def _add(self, path: tuple[str, ...], number: int) -> None:
        for length in range(1, len(path) + 1):
            self._lines.setdefault(path[:length], number)


def _parts(path: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PARTS.findall(path))
