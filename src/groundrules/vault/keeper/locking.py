"""The end of a keeper: told to lock, and waited for until nothing of it lives."""

from __future__ import annotations

import os
import time
from pathlib import Path

from groundrules.errors import BadInput, Fault
from groundrules.vault.keeper.door import Door, connected, connected_at
from groundrules.vault.keeper.meeting_place import MeetingPlace, places_in_use, places_to_ask
from groundrules.vault.keeper.system import need_sockets

_PATIENCE = 30.0


def lock(folder: Path) -> bool:
    """Lock a vault: return once its keeper and all its children are gone.

    Returns:
        Whether it was unlocked.

    Raises:
        BadInput: they are not gone after half a minute.
    """
    need_sockets(folder)
    found = connected(folder)
    if found is not None:
        with Door(folder, found) as door:
            door.ask(type(None), "keeper.lock")
    for place in places_to_ask(folder, os.environ):
        _wait_for_the_end(place)
    return found is not None


def lock_all() -> int:
    """Lock every vault of this user, and return how many were unlocked; raises as `lock`."""
    need_sockets(Path())
    locked = 0
    for place in places_in_use(os.environ):
        found = connected_at(place.address)
        if found is not None:
            with Door(Path(place.folder), found) as door:
                door.ask(type(None), "keeper.lock")
            locked += 1
        _wait_for_the_end(place)
    return locked


def _wait_for_the_end(place: MeetingPlace) -> None:
    """Wait for the lock that keeper and children hold for as long as one of them lives."""
    until = time.monotonic() + _PATIENCE
    try:
        while (held := place.locked()) is None:
            if time.monotonic() > until:
                message = "what kept the vault open does not end"
                remedy = "look for processes called groundrules.vault.keeper and end them"
                raise BadInput(Fault(place.folder, message, remedy))
            time.sleep(0.01)
        os.close(held)
    finally:
        place.close()
