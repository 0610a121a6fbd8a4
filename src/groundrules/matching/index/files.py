"""The file operations that a change of an index is made of, each one step that a crash may follow.

Everything that alters an index on disk goes through these functions, so that the tests can stop a
writer at every one of them and look at what is left.
"""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

PRIVATE = 0o600
"""The owner reads and writes, nobody else."""

_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def make(path: Path) -> BinaryIO:
    """Return a new, empty file, which nobody but its owner may read.

    Raises:
        OSError: it is there already, or it cannot be made.
    """
    return open(os.open(path, _NEW, PRIVATE), "wb")  # noqa: PTH123 - Path opens no descriptor


def put(stream: BinaryIO, at: int, content: bytes | memoryview) -> None:
    """Write some bytes at a place of a file."""
    stream.seek(at)
    stream.write(content)


def flush(stream: BinaryIO) -> None:
    """Return when what was written is on the disk."""
    stream.flush()
    os.fsync(stream.fileno())


def replace(path: Path, target: Path) -> None:
    """Give a file the name of another, which is gone from then on; in one step."""
    path.replace(target)


def remove(path: Path) -> None:
    """Take a file away, if it is there."""
    path.unlink(missing_ok=True)


def flush_folder(folder: Path) -> None:
    """Return when the names in a folder are on the disk, where the system can do that."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
