"""Sessions: which browsers came in, by a start address that counts once.

All of it is in memory. When the server ends, every browser has to come in anew.
"""

from __future__ import annotations

import secrets
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

_BYTES = 32

HERE, PAIRED = "here", "paired"
"""A browser on this machine, and a device on the network."""

CODE_LASTS = 300.0
"""Seconds for which a code lets a device on the network in."""


@dataclass(slots=True)
class Session:
    """A browser that came in.

    Attributes:
        key: what its cookie holds.
        device: `here` for a browser on this machine, `paired` for a device on the network.
        language: the one that was chosen; "" for what the browser prefers.
        theme: `light` or `dark`; "" for what the system has.
        notes: what the next page says once.
    """

    key: str
    device: str = HERE
    language: str = ""
    theme: str = ""
    notes: list[str] = field(default_factory=list)

    def __repr__(self) -> str:
        """Show no key."""
        return f"Session({self.device})"


class _Ticket(NamedTuple):
    """A way to come in: for which device, and until when; None where it lasts."""

    device: str
    until: float | None


class Sessions:
    """The browsers that came in, and the ways that are open to come in.

    Attributes:
        fingerprint: of the certificate by which a device on the network knows this server; "" where
            none is listened for.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with nobody.

        Args:
            clock: gives seconds that only grow.
        """
        self.fingerprint = ""
        self._clock = clock
        self._lock = threading.Lock()
        self._by_key: dict[str, Session] = {}
        self._tickets: dict[str, _Ticket] = {}

    def ticket(self, device: str = HERE) -> str:
        """Return a token with which one browser can come in, once.

        One for a device on the network counts for five minutes, and takes the place of the last.
        """
        with self._lock:
            token = secrets.token_urlsafe(_BYTES)
            if device == PAIRED:
                self._drop_codes()
            until = self._clock() + CODE_LASTS if device == PAIRED else None
            self._tickets[token] = _Ticket(device, until)
            return token

    def enter(self, token: str, device: str = HERE) -> Session | None:
        """Return the session of whoever has a token; None where it is none, was used or is over.

        Args:
            token: from the start address.
            device: whose door it is: a code for the network opens none on this machine.
        """
        with self._lock:
            found = self._tickets.get(token)
            if found is None or found.device != device:
                return None
            del self._tickets[token]
            if self._is_over(found):
                return None
            if device == PAIRED:  # that device alone
                self._drop_paired()
            session = Session(secrets.token_urlsafe(_BYTES), device)
            self._by_key[session.key] = session
            return session

    def of(self, key: str) -> Session | None:
        """Return the session of a cookie; None where there is none."""
        return self._by_key.get(key)

    def leave(self, session: Session) -> None:
        """End a session."""
        with self._lock:
            self._by_key.pop(session.key, None)

    def unpair(self) -> None:
        """End the session of the paired device, and take back its code."""
        with self._lock:
            self._drop_codes()
            self._drop_paired()

    @property
    def is_paired(self) -> bool:
        """Tell whether a device on the network is in."""
        return any(one.device == PAIRED for one in list(self._by_key.values()))

    @property
    def code(self) -> tuple[str, float]:
        """Return the code that lets a device on the network in, and its seconds; "" for none."""
        with self._lock:
            for token, one in self._tickets.items():
                if one.until is not None and not self._is_over(one):
                    return token, one.until - self._clock()
            return "", 0.0

    def _is_over(self, one: _Ticket) -> bool:
        return one.until is not None and self._clock() >= one.until

    def _drop_codes(self) -> None:
        self._tickets = {key: one for key, one in self._tickets.items() if one.device != PAIRED}

    def _drop_paired(self) -> None:
        self._by_key = {key: one for key, one in self._by_key.items() if one.device != PAIRED}
