"""Sources by their code names, and their names by two halves: asked for, released, opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.vaults.doors import door_of
from groundrules.vault.source_answers import Opened, Request, Source

if TYPE_CHECKING:
    from pathlib import Path


class Sources(NamedTuple):
    """The sources of a vault, and the requests for names that one made or may answer."""

    sources: list[Source]
    requests: list[Request]


def list_sources(vault: Path) -> Sources:
    """Return the sources of a vault, and the requests that concern whoever asks."""
    with door_of(vault) as door:
        return Sources(door.ask(list[Source], "sources"), door.ask(list[Request], "requests"))


def ask_for_name(vault: Path, code: str, purpose: str, hours: int) -> Request:
    """Ask for a source's name, for a purpose and for some hours."""
    with door_of(vault) as door:
        return door.ask(Request, "ask", code=code, purpose=purpose, hours=hours)


def grant_name(vault: Path, request: str) -> Request:
    """Grant a request with the half that one holds."""
    with door_of(vault) as door:
        return door.ask(Request, "grant", request=request)


def refuse_name(vault: Path, request: str, reason: str) -> Request:
    """Refuse a request."""
    with door_of(vault) as door:
        return door.ask(Request, "refuse", request=request, reason=reason)


def open_name(vault: Path, which: str, purpose: str) -> Opened:
    """Open a source's name, once, and have it recorded."""
    with door_of(vault) as door:
        return door.ask(Opened, "name", which=which, purpose=purpose)
