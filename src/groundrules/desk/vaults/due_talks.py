"""Which conversations are to be gone when, each with what stands for it in addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.vaults.doors import door_of
from groundrules.vault.answers import Talk
from groundrules.vault.source_answers import Due, Retention

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class DueTalk(NamedTuple):
    """A conversation that is to be gone one day, or not, with its stream."""

    stream: str
    due: Due


class DueTalks(NamedTuple):
    """All of them: the earliest day first, those without a day last.

    Attributes:
        talks: those whose terms one may read.
        unread: how many others there are, of which one cannot tell.
        days: the house's own term in days; 0 where it has none.
    """

    talks: tuple[DueTalk, ...]
    unread: int
    days: int


def due_talks(vault: Path, names: Sequence[str] = ()) -> DueTalks:
    """Return when conversations are to be gone: those that are named, or all.

    Raises:
        BadInput: there is none of a name, or the vault is locked.
    """
    with door_of(vault) as door:
        found = door.ask(Retention, "retention", as_of="", names=list(names))
        streams = {one.name: one.stream for one in door.ask(list[Talk], "talks")}
    talks = tuple(DueTalk(streams[one.name], one) for one in found.due if one.name in streams)
    return DueTalks(talks, found.unread, found.days)
