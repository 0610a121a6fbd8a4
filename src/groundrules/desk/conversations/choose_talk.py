"""The conversations of a vault to choose one from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.vaults.doors import door_of
from groundrules.vault.answers import Talk

if TYPE_CHECKING:
    from pathlib import Path

_READABLE = "words"


class Choosable(NamedTuple):
    """A conversation whose words may be read.

    Attributes:
        talk: its stream, which stands for it in addresses.
        name: its name.
        since: the day on which it was put into the vault, YYYY-MM-DD.
    """

    talk: str
    name: str
    since: str

    def __repr__(self) -> str:
        """Show its stream, which says nothing."""
        return f"Choosable({self.talk})"


def choosable_talks(vault: Path) -> tuple[Choosable, ...]:
    """Return every conversation whose words one may read, by name, the last days first.

    Args:
        vault: the vault's folder.

    Raises:
        BadInput: the vault is locked.
    """
    with door_of(vault) as door:
        found = door.ask(list[Talk], "talks")
    readable = (one for one in found if one.may_read == _READABLE and not one.shredded)
    by_name = sorted(readable, key=lambda one: one.name)
    ordered = sorted(by_name, key=lambda one: one.since, reverse=True)
    return tuple(Choosable(one.stream, one.name, one.since) for one in ordered)
