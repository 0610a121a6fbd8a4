"""Listing who may read which conversation of a vault."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.vaults.doors import door_of
from groundrules.vault.answers import Member, Reader, Talk

if TYPE_CHECKING:
    from pathlib import Path

_MOST = 50
"""How many conversations are listed: those that changed last."""


class Shared(NamedTuple):
    """A conversation whose terms one may read, and who else may."""

    talk: Talk
    readers: tuple[Reader, ...]


class SharedTalks(NamedTuple):
    """Conversations with their readers, the last changed first, and the members who are there."""

    talks: tuple[Shared, ...]
    members: tuple[str, ...]


def shared_talks(vault: Path) -> SharedTalks:
    """Return who may read the conversations that changed last.

    Raises:
        BadInput: the vault is locked.
    """
    with door_of(vault) as door:
        talks = [one for one in door.ask(list[Talk], "talks") if one.name and not one.shredded]
        latest = sorted(talks, key=lambda one: one.last_day, reverse=True)[:_MOST]
        shared = [
            Shared(one, tuple(door.ask(list[Reader], "readers", name=one.name))) for one in latest
        ]
        members = [one.name for one in door.ask(list[Member], "members") if not one.left]
    return SharedTalks(tuple(shared), tuple(members))
