"""Telling an inventory: what there is, who can open it, and what somebody gets who may search."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.vaults.doors import door_of
from groundrules.reporters.inventory_page import inventory_lines
from groundrules.vault.inventory_answers import Inventory

if TYPE_CHECKING:
    from pathlib import Path

_ITEM = "  - "
"""What begins the sentences of the printed page that say what it comes to."""


class Told(NamedTuple):
    """An inventory with what it comes to.

    Attributes:
        inventory: row by row.
        comes_to: sentences: what somebody gets who may search the newsroom.
    """

    inventory: Inventory
    comes_to: tuple[str, ...]


def tell_inventory(vault: Path, subject: str) -> Told:
    """Return what exists about a source, by her code name, or a conversation, by its name.

    Raises:
        BadInput: there is nothing of that name that one may see, or the vault is locked.
    """
    with door_of(vault) as door:
        found = door.ask(Inventory, "inventory", subject=subject)
    lines = ("".join(piece.text for piece in line) for line in inventory_lines(found))
    return Told(found, tuple(one.removeprefix(_ITEM) for one in lines if one.startswith(_ITEM)))
