"""Admitting somebody by the card that she has brought: her keys are on a machine of her own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.desk.vaults.joining import Invited, refuse_file
from groundrules.desk.vaults.unlocking import read_vault
from groundrules.readers.text_file import text_of
from groundrules.vault.folder import SQLITE

if TYPE_CHECKING:
    from pathlib import Path

_LARGEST_CARD = 64 * 1024


def can_admit_cards(vault: Path) -> bool:
    """Tell whether others can open a vault from their own machines: its ledger is on a server.

    Raises:
        BadInput: it is no vault.
    """
    public, _ = read_vault(vault)
    return bool(public.backend != SQLITE)


def admit_by_card(vault: Path, content: bytes, name: str) -> Invited:
    """Let somebody in by her card, or give a member the epoch key anew.

    Args:
        vault: its folder, whose ledger is on a server.
        content: the card.
        name: as its file is called, for messages.

    Raises:
        BadInput: the vault is in a file, the vault is locked, it is no card, or her name is taken.
    """
    refuse_file(vault, "let her in by her name: her keys are made in this folder then")
    from groundrules.keys.cards import read_card  # noqa: PLC0415 - start-up time
    from groundrules.vault.keeper.door import Door  # noqa: PLC0415 - likewise

    text = text_of(content, name, _LARGEST_CARD)
    found = read_card(text.encode(), name)
    with Door.to(vault) as door:
        lines = door.ask(tuple[str, ...], "invite", card=text, path=name)
    return Invited(found.name, tuple(role.value for role in found.roles), lines)
