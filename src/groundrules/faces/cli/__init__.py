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
    import gc  # noqa: PLC0415 - start-up time: only a command line needs it

    from groundrules.faces.cli.running import run  # noqa: PLC0415 - an interrupt is caught in it

    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    return run(arguments)


_OBJECTS_BETWEEN_COLLECTIONS = 100_000
"""A command makes many objects that live until it ends; looking for garbage among them is lost."""
