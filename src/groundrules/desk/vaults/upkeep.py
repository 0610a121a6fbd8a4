"""What is done with an unlocked vault as a whole, and with whoever has keys of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.desk.vaults.doors import door_of
from groundrules.desk.vaults.founding import NewMember, Sheet
from groundrules.vault.answers import Done, Member, Reader
from groundrules.vault.keeper.upkeep_answers import Audited, Sealed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def seal_vault(folder: Path) -> Sealed:
    """Take every entry that waits into the log."""
    with door_of(folder) as door:
        return door.ask(Sealed, "seal")


def audit_vault(
    folder: Path, on_progress: Callable[[int, int], None], *, thorough: bool
) -> Audited:
    """Look at every entry, leaf, checkpoint and page, and at the signatures that cover all."""
    with door_of(folder) as door:
        return door.ask(Audited, "audit", thorough=thorough, on_progress=on_progress)


def own_card(folder: Path) -> str:
    """Return the card of the member with whose keys a vault is unlocked."""
    with door_of(folder) as door:
        return door.ask(str, "card")


def members_of(folder: Path) -> list[Member]:
    """Return who has keys of a vault, and who had."""
    with door_of(folder) as door:
        return door.ask(list[Member], "members")


def admit_member(folder: Path, member: NewMember) -> Sheet:
    """Make keys for a new member of a vault, and return her recovery sheet."""
    from datetime import UTC, datetime  # noqa: PLC0415 - start-up time

    with door_of(folder) as door:
        lines = door.ask(
            tuple[str, ...],
            "admit",
            name=member.name,
            roles=list(member.roles),
            passphrase=member.passphrase,
        )
    return Sheet(folder.name, datetime.now(UTC).date().isoformat(), lines)


def let_go(folder: Path, member: str, successor: str, *, lose: bool) -> Done:
    """Let a member go."""
    with door_of(folder) as door:
        return door.ask(Done, "leave", member=member, successor=successor, lose=lose)


def hand_over(folder: Path, successor: str) -> Done:
    """Give another member all that one can open oneself."""
    with door_of(folder) as door:
        return door.ask(Done, "hand_over", successor=successor)


def readers_of(folder: Path, name: str) -> list[Reader]:
    """Return who may read a conversation, and what of it."""
    with door_of(folder) as door:
        return door.ask(list[Reader], "readers", name=name)


def share(folder: Path, name: str, member: str, *, words: bool) -> Done:
    """Let a member read a conversation: its terms, or its words as well."""
    kinds = ["terms", "words"] if words else ["terms"]
    with door_of(folder) as door:
        return door.ask(Done, "share", name=name, member=member, kinds=kinds)


def take_back(folder: Path, name: str, member: str, *, terms: bool) -> Done:
    """Keep what is added to a conversation from now on from a member."""
    kind = "terms" if terms else "words"
    with door_of(folder) as door:
        return door.ask(Done, "take_back", name=name, member=member, kind=kind)
