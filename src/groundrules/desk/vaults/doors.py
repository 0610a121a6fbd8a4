"""Doors of vaults: one is opened for a question, or kept for all the questions of one task.

Each door is a process that has opened the vault, so that to open one for each question would take
longer than the answers.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from groundrules.vault.keeper.door import Door

_KEPT: ContextVar[dict[Path, Door] | None] = ContextVar("doors", default=None)


@contextmanager
def doors_kept() -> Iterator[None]:
    """Keep every door that is opened within, until the end; then hang up."""
    if _KEPT.get() is not None:
        yield
        return
    kept: dict[Path, Door] = {}
    token = _KEPT.set(kept)
    try:
        yield
    finally:
        _KEPT.reset(token)
        for door in kept.values():
            door.close()


@contextmanager
def doors_lent(kept: dict[Path, Door]) -> Iterator[None]:
    """Use doors that somebody keeps, and leave those there that are opened within.

    Args:
        kept: by the folders of their vaults. Whoever keeps them closes them.
    """
    token = _KEPT.set(kept)
    try:
        yield
    finally:
        _KEPT.reset(token)


@contextmanager
def door_of(vault: Path) -> Iterator[Door]:
    """Give the door of a vault: one that is kept, or one that is closed again.

    Args:
        vault: its folder.

    Raises:
        BadInput: there is no vault, or it is locked.
    """
    from groundrules.vault.keeper.door import Door  # noqa: PLC0415 - start-up time

    kept = _KEPT.get()
    if kept is None:
        with Door.to(vault) as door:
            yield door
        return
    if vault not in kept:
        kept[vault] = Door.to(vault)
    yield kept[vault]
