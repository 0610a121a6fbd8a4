"""A call: one request as a page sees it, with the seat before which it was made."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from groundrules.desk.vaults.doors import door_of
from groundrules.faces.web.routing import NotHere

if TYPE_CHECKING:
    from pathlib import Path

    from groundrules.config.settings import Settings
    from groundrules.faces.web.routing import Route
    from groundrules.faces.web.seat import Seat
    from groundrules.faces.web.sessions import Session
    from groundrules.faces.web.tasks import Progress, Task  # noqa: F401 - for those who read it

_STREAM_DIGITS = 32


@dataclass(slots=True)
class Call:
    """One request.

    Attributes:
        seat: the server's.
        session: of the browser; None where none came in, or a key asks.
        route: which route answers.
        address: the path that was asked for.
        is_api: whether JSON is asked for.
        is_htmx: whether a page asks for a part of itself.
        sent: the fields of a form as they came, to show them again if it is refused.
        notes: what the page that is shown next says once.
    """

    seat: Seat
    session: Session | None
    route: Route | None
    address: str
    is_api: bool = False
    is_htmx: bool = False
    sent: dict[str, list[str]] = field(default_factory=dict, repr=False)
    notes: list[str] = field(default_factory=list)

    @property
    def vault(self) -> Path:
        """Return the folder of the vault."""
        return self.seat.vault

    @property
    def settings(self) -> Settings:
        """Return the settings of this run; the vault is where the records are."""
        return self.seat.settings

    def path(self, name: str) -> str:
        """Return how the desk is told of a conversation of a name."""
        return str(self.seat.vault / name)

    def name_of(self, stream: str) -> str:
        """Return the name of the conversation of a stream.

        Raises:
            NotHere: there is none, or one may not read its terms.
        """
        if len(stream) != _STREAM_DIGITS or not set(stream) <= set("0123456789abcdef"):
            raise NotHere
        with door_of(self.vault) as door:
            name = door.ask(str, "name_of_talk", stream=stream)
        if not name:
            raise NotHere
        return name

    def stream_of(self, name: str) -> str:
        """Return the stream of the conversation of a name, which stands for it in addresses.

        Raises:
            BadInput: there is none.
        """
        with door_of(self.vault) as door:
            return door.ask(str, "stream_of_talk", name=name)

    def now(self) -> datetime:
        """Return the instant, in the zone of this machine."""
        return datetime.now(tz=UTC).astimezone()

    def note(self, text: str) -> None:
        """Have the next page say something, once; a program that asks for JSON has its answer."""
        if self.session and not self.is_api:
            self.session.notes.append(text)

    def said(self) -> list[str]:
        """Return what is to be said now, and say it no more."""
        if not self.session:
            return []
        notes, self.session.notes = self.session.notes, []
        return notes
