"""The exit statuses. Whatever kept a check from being complete is never 0 and never 1."""

from __future__ import annotations

from enum import IntEnum


class ExitStatus(IntEnum):
    """What the exit status of a command means."""

    DONE = 0
    """Done; for a check, nothing was found at or above the threshold."""

    FINDINGS = 1
    """The check is complete and found something at or above the threshold."""

    INCOMPLETE = 2
    """Misuse, bad input or an error of the program: nothing, or not everything, was done."""

    INTERRUPTED = 130
    """The person stopped it with ^C."""

    BROKEN_PIPE = 141
    """Whoever read the output stopped reading."""
