"""How do they ask, at a command line? One file for each command, loaded only where it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status.

    Args:
        arguments: what stands behind `groundrules`; None for what this process was given.
    """
    from groundrules.faces.cli.running import run  # noqa: PLC0415 - an interrupt is caught in it

    return run(arguments)
