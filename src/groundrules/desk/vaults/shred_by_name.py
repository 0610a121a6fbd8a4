"""Shredding one conversation whose name somebody typed once more, so that it is the right one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.desk.vaults.shredding import shred_talks
from groundrules.errors import BadInput, Fault

if TYPE_CHECKING:
    from pathlib import Path

    from groundrules.vault.source_answers import Shredded


def shred_by_name(vault: Path, name: str, typed: str, reason: str, *, early: bool) -> Shredded:
    """Shred a conversation.

    Args:
        vault: its folder.
        name: of the conversation.
        typed: what somebody typed who was asked for that name.
        reason: in a sentence, which stays.
        early: also where its day has not come.

    Raises:
        BadInput: another name was typed, its day has not come, a hold keeps it, or the reason is
            none. Nothing is gone then.
    """
    if typed.strip() != name:
        message = "what you typed is not the name of this conversation"
        raise BadInput(Fault("name", message, "type it as it stands above, or go back"))
    return shred_talks(vault, [name], reason, early=early)
