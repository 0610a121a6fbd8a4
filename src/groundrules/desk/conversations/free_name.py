"""A name for a conversation that no other of the vault has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.desk.vaults.doors import door_of
from groundrules.errors import BadInput
from groundrules.vault.keeper.door import Locked

if TYPE_CHECKING:
    from pathlib import Path

    from groundrules.vault.keeper.door import Door

_MOST = 100


def free_name(vault: Path, wanted: str) -> str:
    """Return a name that is free: the one that is wanted, or that with a number behind it.

    Args:
        vault: its folder.
        wanted: the name that would be best.

    Returns:
        The name; "" where a hundred are taken.

    Raises:
        Locked: the vault is locked.
    """
    names = (wanted, *(f"{wanted}-{number}" for number in range(2, _MOST)))
    with door_of(vault) as door:
        return next((name for name in names if not _is_taken(door, name)), "")


def _is_taken(door: Door, name: str) -> bool:
    # A talk that one may not read has no name in a list, and its name is taken all the same.
    try:
        door.ask(str, "stream_of_talk", name=name)
    except Locked:
        raise
    except BadInput:
        return False
    return True
