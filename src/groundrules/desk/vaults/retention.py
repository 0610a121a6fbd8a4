"""When conversations are to be gone, and the house's own term."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.desk.vaults.doors import door_of
from groundrules.vault.source_answers import Retention

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def list_retention(vault: Path, as_of: str = "", names: Sequence[str] = ()) -> Retention:
    """Return when conversations are to be gone: those that are named, or all.

    Args:
        vault: its folder.
        as_of: the day from which days are counted; "" for today.
        names: of conversations.
    """
    with door_of(vault) as door:
        return door.ask(Retention, "retention", as_of=as_of, names=list(names))


def due_soon(vault: Path) -> int:
    """Return how many conversations that no hold keeps are to be gone in two weeks, or by now."""
    return sum(one.is_soon and not one.held for one in list_retention(vault).due)


def set_term(vault: Path, days: int) -> Retention:
    """Set how many days after the last activity a conversation goes; 0 for never."""
    with door_of(vault) as door:
        return door.ask(Retention, "set_house_days", days=days)
