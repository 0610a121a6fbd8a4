"""The seat: whoever sits at this server, before one vault.

The vault is opened by its keeper and by nobody here. What the server remembers between two requests
it drops when it is locked: by hand, when nobody has done anything for a while, or because the
keeper has ended. The keeper has minutes of its own; as long as somebody is here, it is asked for
nothing once in a while, so that the seat's hold. A server that is gone holds no vault open.
"""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from groundrules.errors import BadInput
from groundrules.faces.web.doors import Doors
from groundrules.faces.web.sessions import Sessions
from groundrules.faces.web.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from groundrules.config.settings import Settings
    from groundrules.keys.stretching import Cost
    from groundrules.vault.founding import Stretching

_Kept = TypeVar("_Kept")

_KNOCKS = 20.0
"""Seconds between two questions that are only to keep the keeper from locking."""


@dataclass(eq=False)
class Seat:
    """A server's one seat.

    Attributes:
        vault: the folder of the vault; it may not be there yet.
        settings: of this run, with the vault as the place of the records.
        minutes: after how many without anybody doing anything it locks.
        is_demo: whether the vault is the invented newsroom's, and goes when the server ends.
        hosts: the names under which the server is reached, with its port.
        stretching: what a guess of the passphrase of a vault founded here costs; as is usual
            where it is None.
        pairing: the address that a device on the network would open, without its code; "" for none.
    """

    vault: Path
    settings: Settings
    minutes: float = 15.0
    is_demo: bool = False
    hosts: set[str] = field(default_factory=set)
    pairing: str = ""
    stretching: Stretching | None = None
    sessions: Sessions = field(default_factory=Sessions)
    tasks: Tasks = field(default_factory=Tasks)
    doors: Doors = field(default_factory=Doors)
    is_locked: bool = True
    _kept: dict[str, Any] = field(default_factory=dict)
    _guard: threading.RLock = field(default_factory=threading.RLock)
    _used: float = field(default_factory=time.monotonic)
    _knocked: float = 0.0

    def __repr__(self) -> str:
        """Show whether it is locked."""
        return f"Seat(locked={self.is_locked})"

    @property
    def floor(self) -> Cost | None:
        """Return the least that a guess of the passphrase may cost; None for what is usual."""
        return self.stretching.floor if self.stretching else None

    @property
    def has_vault(self) -> bool:
        """Tell whether there is a vault in the folder."""
        from groundrules.vault.folder import is_vault  # noqa: PLC0415 - light, and needed here alone

        return is_vault(self.vault)

    def keep(self, name: str, make: Callable[[], _Kept]) -> _Kept:
        """Return what was made under a name since the vault was unlocked, or make it now."""
        with self._guard:
            if name not in self._kept:
                self._kept[name] = make()
            found: _Kept = self._kept[name]
            return found

    def forget(self, name: str) -> None:
        """Drop what is kept under a name."""
        with self._guard:
            self._kept.pop(name, None)

    def used(self) -> None:
        """Note that somebody did something just now."""
        self._used = time.monotonic()

    @property
    def seconds_left(self) -> float:
        """Return how long it stays unlocked if nobody does anything."""
        return max(0.0, self.minutes * 60 - (time.monotonic() - self._used))

    def unlocked(self) -> None:
        """Note that the vault was unlocked."""
        with self._guard:
            self.is_locked = False
            self.used()

    def lock(self) -> None:
        """Drop everything, and hang up; the vault's keeper is not asked to end."""
        with self._guard:
            self.is_locked = True
            self._kept.clear()
            self.tasks.drop()
        self.doors.hang_up()

    def sweep(self) -> None:
        """Hang up what nobody asks any more; lock where nobody is there, and hold it open else."""
        self.doors.sweep()
        if self.is_locked:
            return
        if self.seconds_left:
            self._knock()
        else:
            self.lock_vault()

    def _knock(self) -> None:
        """Let the keeper know, now and then, that the vault is in use."""
        from groundrules.desk.vaults.unlocking import is_unlocked  # noqa: PLC0415 - start-up time

        now = time.monotonic()
        if now - self._knocked >= _KNOCKS and self.has_vault:
            self._knocked = now
            with suppress(BadInput):  # whoever asks for something is told
                is_unlocked(self.vault)

    def lock_vault(self) -> None:
        """Lock, and end the vault's keeper, too."""
        from groundrules.vault.keeper.locking import lock  # noqa: PLC0415 - start-up time

        self.lock()
        if self.has_vault:
            lock(self.vault)
