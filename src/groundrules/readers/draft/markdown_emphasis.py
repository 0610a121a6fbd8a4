"""The marks of emphasis inside a block of a Markdown file: which of them readers do not see."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Emphasis:
    """The runs of `*`, `_` and `~~` in a block; those that pair are marks, the others are copy.

    As CommonMark pairs them, but for its rule of three, which copy never needs.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        """Begin with a block of a text."""
        self._text, self._start, self._end = text, start, end
        self._opened: dict[str, list[tuple[int, int]]] = {"*": [], "_": [], "~": []}
        self._cuts: list[tuple[int, int]] = []

    def add(self, start: int, end: int) -> None:
        """Add the next run: let it close what it can, and open with what is left of it."""
        kind = self._text[start]
        opens, closes = self._flanks(start, end)
        if closes:
            start = self._close(kind, start, end)
        if opens and start < end:
            self._opened[kind].append((start, end))

    def cuts(self) -> Iterator[tuple[int, int]]:
        """Yield the runs, or parts of them, that are marks."""
        yield from self._cuts

    def _close(self, kind: str, start: int, end: int) -> int:
        """Pair from the left end of a run with the right ends of opened ones; return the rest."""
        opened = self._opened[kind]
        while opened and start < end:
            first, last = opened.pop()
            length = min(last - first, end - start)
            self._cuts += [(last - length, last), (start, start + length)]
            start += length
            if first < last - length:
                opened.append((first, last - length))
        return start

    def _flanks(self, start: int, end: int) -> tuple[bool, bool]:
        """Tell whether a run may open and whether it may close."""
        before = self._text[start - 1] if start > self._start else " "
        after = self._text[end] if end < self._end else " "
        left = not after.isspace() and (after.isalnum() or not before.isalnum())
        right = not before.isspace() and (before.isalnum() or not after.isalnum())
        if self._text[start] == "_":
            return left and not before.isalnum(), right and not after.isalnum()
        return left, right
