"""The inbox: everything that waits for whoever sits here, the most urgent first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.inbox.waiting_in_house import requests_waiting, upkeep_waiting
from groundrules.desk.inbox.waiting_in_papers import WaitingPapers
from groundrules.desk.inbox.waiting_in_talks import waiting_in
from groundrules.desk.vaults.doors import door_of, doors_kept

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from groundrules.desk.conversations.folded_talks import FoldedTalks
    from groundrules.desk.inbox.waiting import Waiting


class Seen(NamedTuple):
    """What was there when somebody looked.

    Attributes:
        waiting: what waits, the most urgent first, and what ends first before the rest.
        talks: how many conversations there are whose terms one may read.
    """

    waiting: tuple[Waiting, ...]
    talks: int


class Inbox:
    """What waits in one vault. It keeps what it has read while the vault does not change."""

    def __init__(self, vault: Path, talks: FoldedTalks, environment: Mapping[str, str]) -> None:
        """Begin with nothing read.

        Args:
            vault: its folder.
            talks: the vault's conversations.
            environment: the process's variables, for where the day of the sheet's test is.
        """
        self._vault = vault
        self._talks = talks
        self._environment = environment
        self._papers = WaitingPapers(vault)

    def look(self, now: datetime) -> Seen:
        """Return what waits at an instant.

        Args:
            now: with its offset.

        Raises:
            BadInput: the vault is locked, or the house's policy cannot be loaded.
        """
        with doors_kept():
            talks = self._talks.now()
            with door_of(self._vault) as door:
                days = door.ask(int, "house_days")
            found = [item for talk in talks for item in waiting_in(talk, now, days)]
            found += self._in_house(now)
        return Seen(tuple(sorted(found, key=_order)), len(talks))

    def _in_house(self, now: datetime) -> Iterator[Waiting]:
        yield from self._papers.now(now)
        yield from requests_waiting(self._vault, now)
        yield from upkeep_waiting(self._vault, self._environment)


def _order(waiting: Waiting) -> tuple[int, bool, str, str, str]:
    return waiting.urgency, not waiting.until, waiting.until, waiting.since, waiting.name
