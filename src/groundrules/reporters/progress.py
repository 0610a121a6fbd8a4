"""Progress: how much of a long work is done, for somebody who waits at a terminal.

It counts, and names nothing that is worked on. Where nobody looks, nothing is written.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LEAST = 200
"""Things to do from which on a bar is worth it."""


@contextmanager
def progress(doing: str, stream: TextIO) -> Iterator[Callable[[int, int], None]]:
    """Give what is to be told how many of how many things are done, and show that as a bar.

    Args:
        doing: what is done, such as `Indexing`.
        stream: where the bar is drawn, if that is a terminal.
    """
    if not stream.isatty():
        yield _unseen
        return
    bar = _Bar(doing, stream)
    try:
        yield bar.show
    finally:
        bar.close()


def _unseen(done: int, of: int) -> None:
    """Show nothing."""


class _Bar:
    """A bar that is drawn once it is known that the work is long."""

    def __init__(self, doing: str, stream: TextIO) -> None:
        self._doing = doing
        self._stream = stream
        self._drawn: tuple[Callable[[int, int], None], Callable[[], None]] | None = None

    def show(self, done: int, of: int) -> None:
        if of < _LEAST:
            return
        if self._drawn is None:
            from groundrules.reporters.progress_bar import drawn  # noqa: PLC0415 - rich is slow

            self._drawn = drawn(self._doing, self._stream)
        self._drawn[0](done, of)

    def close(self) -> None:
        if self._drawn:
            self._drawn[1]()
