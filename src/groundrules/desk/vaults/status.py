"""How a vault is: locked or not, until when, how large, and what is to be done about it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from groundrules.desk.vaults.doors import door_of
from groundrules.desk.vaults.slots import DAYS_BETWEEN_TESTS, untested_days
from groundrules.desk.vaults.unlocking import is_unlocked
from groundrules.reporters.vault_page import Open, Status
from groundrules.vault.keeper.door import Keeping
from groundrules.vault.keeper.upkeep_answers import Standing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def vault_status(folder: Path, environment: Mapping[str, str]) -> Status:
    """Return how a vault is; of a locked one, what can be seen from outside.

    Raises:
        BadInput: it is no vault, or its keeper answers what cannot be understood.
    """
    days = untested_days(folder, environment)
    size = sum(one.stat().st_size for one in folder.rglob("*") if one.is_file())
    opened = _open(folder) if is_unlocked(folder) else None
    return Status(folder, size, days, days >= DAYS_BETWEEN_TESTS, opened)


def _open(folder: Path) -> Open:
    with door_of(folder) as door:
        keeping = door.ask(Keeping, "keeper.status")
        standing = door.ask(Standing, "standing")
    return Open(
        datetime.fromtimestamp(keeping.since, UTC),
        datetime.fromtimestamp(keeping.until, UTC),
        keeping.minutes,
        keeping.weaknesses,
        standing.member,
        standing.roles,
        standing.entries,
        standing.unsealed,
    )
