"""Doors of the vault that wait for the next request: to open one takes longer than most questions.

Behind each is a process that has opened the vault, and ends when it is hung up.
"""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from groundrules.desk.vaults.doors import doors_lent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from groundrules.vault.keeper.door import Door

_IDLE = 20.0
"""Seconds for which a door waits."""


class Doors:
    """The doors of one server."""

    def __init__(self) -> None:
        """Begin with none."""
        self._guard = threading.Lock()
        self._waiting: list[tuple[float, dict[Path, Door]]] = []
        self._turn = 0

    @property
    def waiting(self) -> int:
        """Return how many wait for a request."""
        return sum(len(kept) for _, kept in self._waiting)

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Have doors for one request, and keep them for the next one where all went well."""
        with self._guard:
            turn = self._turn
            _, kept = self._waiting.pop() if self._waiting else (0.0, {})
        try:
            with doors_lent(kept):
                yield
        except BaseException:
            _hang_up(kept)
            raise
        with self._guard:
            if turn == self._turn:
                self._waiting.append((time.monotonic(), kept))
                return
        _hang_up(kept)

    def sweep(self) -> None:
        """Hang up those at which nobody has asked for a while."""
        now = time.monotonic()
        with self._guard:
            idle = [one for one in self._waiting if now - one[0] > _IDLE]
            self._waiting = [one for one in self._waiting if one not in idle]
        for _, kept in idle:
            _hang_up(kept)

    def hang_up(self) -> None:
        """Hang up all of them, and those that are out when they come back."""
        with self._guard:
            self._turn += 1
            doors, self._waiting = self._waiting, []
        for _, kept in doors:
            _hang_up(kept)


def _hang_up(doors: dict[Path, Door]) -> None:
    for door in doors.values():
        door.close()
    doors.clear()
