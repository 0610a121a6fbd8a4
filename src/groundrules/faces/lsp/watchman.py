"""The watchman: the thread that checks what was typed, and looks whether the records changed.

The first change after a pause is checked at once. While somebody goes on typing, as much time is
left between two checks as the last one took, so that checking never takes more than half of it.
"""

from __future__ import annotations

from threading import Event, Thread
from time import perf_counter, sleep
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_LOOK = 1.0
"""Seconds between two looks at the files of the records."""

_LONGEST_REST = 0.5


class Watchman:
    """What does the checking beside the thread that talks with the editor."""

    def __init__(self, check: Callable[[set[str]], None], look: Callable[[], None]) -> None:
        """Note what to do; `start` begins with it.

        Args:
            check: checks documents by their URIs, and tells the editor.
            look: looks whether anything has changed on the disk, and does what follows.
        """
        self._check = check
        self._look = look
        self._waiting: set[str] = set()
        self._wake = Event()
        self._is_stopped = False
        self._thread = Thread(target=self._work, name="watchman", daemon=True)

    def start(self) -> None:
        """Begin."""
        if not self._thread.is_alive():
            self._thread.start()

    def stop(self) -> None:
        """End soon."""
        self._is_stopped = True
        self._wake.set()

    def call(self, uri: str) -> None:
        """Have a document checked."""
        self._waiting.add(uri)
        self._wake.set()

    def _work(self) -> None:
        while not self._is_stopped:
            woken = self._wake.wait(_LOOK)
            self._wake.clear()
            began = perf_counter()
            if woken:
                waiting: set[str] = set()
                while self._waiting:  # another thread may add one at any time
                    waiting.add(self._waiting.pop())
                self._check(waiting)
                sleep(min(perf_counter() - began, _LONGEST_REST))
            else:
                self._look()
