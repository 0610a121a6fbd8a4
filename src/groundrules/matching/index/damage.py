"""The damage: what is raised where an index on disk is not what was written."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault

if TYPE_CHECKING:
    from pathlib import Path

REBUILD = "build it anew with `groundrules index rebuild`"


class Damaged(BadInput):
    """A file of an index that is missing, cut off or changed: nothing may be looked up in it."""

    def __init__(self, path: Path, message: str) -> None:
        """Name the file, what is wrong with it, and the way out."""
        super().__init__(Fault(shown(path), message, REBUILD))


class WrongKey(BadInput):
    """An index that was written with another key than the one that was given."""

    def __init__(self, path: Path) -> None:
        """Name the file and the ways out."""
        remedy = f"give the key that it was built with, or {REBUILD}"
        super().__init__(Fault(shown(path), "this was written with another key", remedy))


def refused(path: Path, error: OSError) -> BadInput:
    """Return what to raise where the operating system refused a file of an index."""
    message = f"cannot be used: {error.strerror or 'input error'}"
    return BadInput(Fault(shown(path), message, "check the disk and the permissions"))


def shown(path: Path) -> str:
    """Return a path with what cannot be printed on one line escaped."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in os.fspath(path)
    )
