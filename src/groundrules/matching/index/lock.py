"""The lock: one writer at a time. It ends with its process, however that ends."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.matching.index.damage import refused, shown

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

NAME = "writing.lock"

_PAUSE = 0.05
"""Seconds between two tries."""


class Lock:
    """The exclusive right to write to the index in a folder."""

    def __init__(self, folder: Path, patience: float) -> None:
        """Take the right, or wait for it.

        Args:
            folder: the folder of the index, which must be there.
            patience: seconds after which somebody else is taken to be writing still.

        Raises:
            BadInput: somebody else is writing, or the folder cannot be written to.
        """
        path = folder / NAME
        try:
            self._stream = path.open("ab")
        except OSError as error:
            raise refused(path, error) from None
        give_up = time.monotonic() + patience
        while not _taken(self._stream):
            if time.monotonic() >= give_up:
                self._stream.close()
                remedy = "wait until it is done, then try again"
                raise BadInput(Fault(shown(folder), "somebody is writing to this index", remedy))
            time.sleep(_PAUSE)

    def release(self) -> None:
        """Give the right back. The file stays, for else two might hold locks on two files."""
        self._stream.close()


if sys.platform == "win32":
    import msvcrt

    def _taken(stream: BinaryIO) -> bool:
        stream.seek(0)
        try:
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _taken(stream: BinaryIO) -> bool:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
