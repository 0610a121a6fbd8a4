"""What waits in the house: names that were asked for, the recovery sheet, and the log."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from groundrules.desk.inbox.waiting import Matter, Urgency, Waiting, urgency_of
from groundrules.desk.vaults.doors import door_of
from groundrules.desk.vaults.slots import DAYS_BETWEEN_TESTS, untested_days
from groundrules.vault.keeper.upkeep_answers import Standing
from groundrules.vault.source_answers import Request

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

MANY_UNSEALED = 25
"""From how many entries outside the log on it is worth saying."""


def requests_waiting(vault: Path, now: datetime) -> Iterator[Waiting]:
    """Yield the names that one was asked for, or may open now."""
    with door_of(vault) as door:
        requests = door.ask(list[Request], "requests")
    for one in requests:
        if one.state == "asked" and not one.mine:
            yield _asked(one, now)._replace(words=one.purpose)
        elif one.state == "granted" and one.mine:
            yield _asked(one, now)._replace(matter=Matter.NAME_GRANTED)


def _asked(one: Request, now: datetime) -> Waiting:
    urgency = urgency_of(datetime.fromisoformat(one.until), now) or Urgency.SOON
    return Waiting(Matter.NAME_ASKED, urgency, f"/sources/{one.code}", one.code, until=one.until)


def upkeep_waiting(vault: Path, environment: Mapping[str, str]) -> Iterator[Waiting]:
    """Yield what the vault itself wants: a sheet that is tested, and a log that has everything."""
    days = untested_days(vault, environment)
    if days >= DAYS_BETWEEN_TESTS:
        since = (datetime.now(UTC).date() - timedelta(days=days)).isoformat()
        yield Waiting(Matter.SHEET_UNTESTED, Urgency.OPEN, "/settings", number=days, since=since)
    with door_of(vault) as door:
        unsealed = door.ask(Standing, "standing").unsealed
    if unsealed >= MANY_UNSEALED:
        yield Waiting(Matter.UNSEALED, Urgency.QUIET, "/ledger", number=unsealed)
