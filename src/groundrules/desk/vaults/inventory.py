"""Everything that exists about a source or a conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.desk.vaults.doors import door_of
from groundrules.vault.inventory_answers import Inventory

if TYPE_CHECKING:
    from pathlib import Path


def take_inventory(vault: Path, subject: str) -> Inventory:
    """Return what exists about a source, by her code name, or a conversation, by its name."""
    with door_of(vault) as door:
        return door.ask(Inventory, "inventory", subject=subject)
