"""A disk that stops at one step of a writer's work, and what it may then have lost.

`Disk` stands before the real file operations of `groundrules.matching.index.files`; each of them is
carried out, and remembered until it is known to be on the disk. At the step where it stops, and at
all that follow, nothing is carried out any more. `lose` then does what a loss of power may do: what
was never flushed is cut off, and names that were given, changed or taken away since their folder
was flushed are as they were, all of them or some.
"""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from groundrules.matching.index import files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

OPERATIONS = ("make", "put", "flush", "replace", "remove", "flush_folder")


class Stopped(BaseException):
    """The machine stops here; no handler of an error may run on."""


class Disk:
    """The file operations of a writer, up to one of them."""

    def __init__(self, stop_at: int | None = None) -> None:
        self.steps = 0
        self._stop_at = stop_at
        self._unflushed: dict[int, Path] = {}
        self._undo: list[Callable[[], None]] = []

    @contextlib.contextmanager
    def at_work(self) -> Iterator[None]:
        real = {name: getattr(files, name) for name in OPERATIONS}
        for name in OPERATIONS:
            setattr(files, name, self._counted(real[name], getattr(self, f"_{name}")))
        try:
            yield
        finally:
            for name, operation in real.items():
                setattr(files, name, operation)

    def _counted(self, real, remember):
        def operation(*arguments):
            self.steps += 1
            if self._stop_at is not None and self.steps >= self._stop_at:
                raise Stopped
            return remember(real, *arguments)

        return operation

    def _make(self, real, path):
        stream = real(path)
        self._unflushed[os.fstat(stream.fileno()).st_ino] = path
        self._undo.append(lambda: path.unlink(missing_ok=True))
        return stream

    def _put(self, real, stream, at, content):
        real(stream, at, content)
        stream.flush()

    def _flush(self, real, stream):
        real(stream)
        self._unflushed.pop(os.fstat(stream.fileno()).st_ino, None)

    def _replace(self, real, path, target):
        new, old = path.read_bytes(), target.read_bytes() if target.exists() else None
        real(path, target)
        inode = target.stat().st_ino
        if inode in self._unflushed:
            self._unflushed[inode] = target

        def undo():
            path.write_bytes(new)
            if old is None:
                target.unlink(missing_ok=True)
            else:
                target.write_bytes(old)

        self._undo.append(undo)

    def _remove(self, real, path):
        old = path.read_bytes() if path.exists() else None
        real(path)
        if old is not None:
            self._undo.append(lambda: path.write_bytes(old))

    def _flush_folder(self, real, folder):
        real(folder)
        self._undo.clear()

    def lose(self, is_lost: Callable[[], bool]) -> None:
        """Lose what was not flushed, as the power fails: each change of a name that is drawn."""
        for path in self._unflushed.values():
            with contextlib.suppress(FileNotFoundError):
                os.truncate(path, path.stat().st_size // 2)
        for undo in reversed(self._undo):
            if is_lost():
                undo()
