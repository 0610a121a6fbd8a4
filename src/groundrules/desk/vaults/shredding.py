"""Shredding conversations for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.desk.vaults.doors import door_of
from groundrules.vault.source_answers import Shredded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def shred_talks(vault: Path, names: Sequence[str], reason: str, *, early: bool) -> Shredded:
    """Shred conversations, and the names of the sources who stand in no other.

    Args:
        vault: its folder.
        names: of the conversations.
        reason: in a sentence, which stays.
        early: also those whose day has not come.
    """
    with door_of(vault) as door:
        return door.ask(Shredded, "shred", names=list(names), reason=reason, early=early)
