"""Shredding conversations for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.desk.vaults.doors import door_of
from groundrules.vault.source_answers import Finished, Shredded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def finished_before(vault: Path, names: Sequence[str]) -> tuple[Finished | None, bool]:
    """Return the shredding that was interrupted and is finished now, and whether these went in it.

    Opening the vault has finished it. What it shredded has left no name; so what is named now
    counts as that where the vault has none of it any more, and no more is named than went.

    Args:
        vault: its folder.
        names: of conversations that somebody wants to shred.
    """
    with door_of(vault) as door:
        found = door.ask(list[Finished], "finished")
        left = door.ask(list[str], "still_there", names=list(names)) if found else []
    finished = next(iter(found), None)
    return finished, bool(finished and not left and len(set(names)) <= finished.talks)


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
