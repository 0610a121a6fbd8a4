"""Sessions: which browsers came in, by a start address that counts once.

All of it is in memory. When the server ends, every browser has to come in anew.
"""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass, field

_BYTES = 32


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
    device: str = "here"
    language: str = ""
    theme: str = ""
    notes: list[str] = field(default_factory=list)

    def __repr__(self) -> str:
        """Show no key."""
        return f"Session({self.device})"


class Sessions:
    """The browsers that came in, and the ways that are open to come in."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._lock = threading.Lock()
        self._by_key: dict[str, Session] = {}
        self._tickets: dict[str, str] = {}

    def ticket(self, device: str = "here") -> str:
        """Return a token with which one browser can come in, once."""
        with self._lock:
            token = secrets.token_urlsafe(_BYTES)
            if device == "paired":  # a new code takes the place of the last one
                self._tickets = {
                    one: whose for one, whose in self._tickets.items() if whose != device
                }
            self._tickets[token] = device
            return token

    def enter(self, token: str, device: str = "here") -> Session | None:
        """Return the session of whoever has a token; None where it is none, or was used.

        Args:
            token: from the start address.
            device: whose door it is: a code for the network opens none on this machine.
        """
        with self._lock:
            if self._tickets.get(token) != device:
                return None
            del self._tickets[token]
            if device == "paired":  # that device alone
                self._by_key = {
                    key: one for key, one in self._by_key.items() if one.device != device
                }
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
            self._tickets = {one: whose for one, whose in self._tickets.items() if whose == "here"}
            self._by_key = {key: one for key, one in self._by_key.items() if one.device == "here"}

    @property
    def is_paired(self) -> bool:
        """Tell whether a device on the network is in."""
        return any(one.device == "paired" for one in self._by_key.values())
