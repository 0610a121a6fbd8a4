"""What went wrong with something a person gave us: the place, the fault, the remedy.

A `Fault` is data, so that a reader can go on after the first one and name them all. `BadInput`
carries faults to whoever asked; a face prints each on one line and exits with status 2. Neither
may hold a protected word: a message names places, keys and codes, never what somebody said.
"""

from __future__ import annotations

from typing import NamedTuple


class GroundrulesError(Exception):
    """The root of every error that this package raises on purpose."""


class Fault(NamedTuple):
    """One thing wrong with one input.

    Attributes:
        path: the file as the caller named it; `-` is standard input.
        message: what is wrong, without any word of the talk.
        remedy: what the person can do about it.
        line: counted from 1; 0 where the whole file is meant.
        column: in characters, counted from 1; 0 where the whole line is meant.
    """

    path: str
    message: str
    remedy: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Return `path:line:column: message (remedy)` on one line."""
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        return f"{place}: {self.message} ({self.remedy})"


class BadInput(GroundrulesError):  # noqa: N818 - it reads as what it is, and every face catches it
    """An input that cannot be used, with every fault that was found in it."""

    def __init__(self, *faults: Fault) -> None:
        """Keep the faults; the message is one line for each."""
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults
