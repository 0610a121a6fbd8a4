"""Vaults for tests: founded in a temporary folder, with one member or several, cheaply unlocked.

    room = Room(tmp_path)                      # Ana alone: reporter and editor
    room = Room(tmp_path, {"Ana": (Role.REPORTER,), "Eli": (Role.EDITOR,)})
    room.vault("Eli")                          # opened by one of them, on the same ledger

Every member of a room has keys, a slot and a passphrase; the first one has founded it. The clock
stands still until it is moved.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from groundrules.keys.cards import Role
from groundrules.keys.slots import read_slots
from groundrules.keys.stretching import Cost
from groundrules.vault import founding, members
from groundrules.vault.folder import read_public

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from groundrules.keys.bundle import Bundle
    from groundrules.vault.opened import Vault

CHEAP = founding.Stretching(Cost(64, 1, 1), Cost(8, 1, 1))
"""What a guess of a passphrase costs in tests: next to nothing."""

ALONE = {"Ana": (Role.REPORTER, Role.EDITOR)}
NEWSROOM = {
    "Ana": (Role.REPORTER,),
    "Ben": (Role.REPORTER,),
    "Eli": (Role.EDITOR,),
    "Sam": (Role.STANDARDS,),
    "Lea": (Role.LEGAL,),
}
NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)


def passphrase_of(name: str) -> str:
    """Return the passphrase of a member of a room."""
    return f"the {name} passphrase of invented rooms"


class Room:
    """A vault in a folder, whoever has keys of it, and the clock on its wall."""

    def __init__(
        self,
        folder: Path,
        people: Mapping[str, Sequence[Role]] | None = None,
        *,
        url: str = "",
    ) -> None:
        """Found it, and let the others in.

        Args:
            folder: an empty one.
            people: who has keys, the founder first; Ana alone where nobody is named.
            url: of a database of PostgreSQL; without one, it lies in a file.
        """
        self.folder = folder / "office.vault"
        self.environment = {"XDG_STATE_HOME": str(folder / "state"), "HOME": str(folder)}
        self.time = NOON
        self._open: list[Vault] = []
        people = dict(people or ALONE)
        self.founder, *others = people
        founder = founding.Founder(self.founder, people[self.founder], passphrase_of(self.founder))
        self.recovery = founding.found(
            self.folder, founder, self.surroundings, url=url, stretching=CHEAP
        )
        for name in others:
            roles = [role.value for role in people[name]]
            vault = self.vault(self.founder)
            members.admit(vault, name, roles, passphrase_of(name), stretching=CHEAP)

    @property
    def surroundings(self) -> founding.Surroundings:
        """Return what a vault takes from the process that opens it."""
        return founding.Surroundings(self.environment, lambda: self.time)

    def bundle(self, name: str) -> Bundle:
        """Return what the slot of a member holds."""
        public = read_public(self.folder)
        slots = read_slots(public.slots, public.ledger, str(self.folder))
        return slots.opened_with_passphrase(passphrase_of(name), floor=CHEAP.floor)

    def vault(self, name: str = "") -> Vault:
        """Return the vault as a member opens it, anew each time; as the founder without a name."""
        vault = founding.opened(self.folder, self.bundle(name or self.founder), self.surroundings)
        self._open.append(vault)
        return vault

    def pass_days(self, days: float) -> None:
        """Move the clock on."""
        self.time += timedelta(days=days)

    def close(self) -> None:
        """Close every vault that was opened here."""
        for vault in self._open:
            vault.ledger.close()


@contextmanager
def opened_room(
    folder: Path, people: Mapping[str, Sequence[Role]] | None = None, *, url: str = ""
) -> Iterator[Room]:
    """Give a room, and close it in the end."""
    room = Room(folder, people, url=url)
    try:
        yield room
    finally:
        room.close()


@pytest.fixture
def alone(tmp_path) -> Iterator[Room]:
    """Give the room of somebody who works alone."""
    with opened_room(tmp_path) as room:
        yield room


@pytest.fixture
def newsroom(tmp_path) -> Iterator[Room]:
    """Give the room of two reporters, an editor, somebody for the standards, and a lawyer."""
    with opened_room(tmp_path, NEWSROOM) as room:
        yield room


def record_text(name: str = "harbor-2026-11-03", source: str = "Dana Whitfield") -> str:
    """Return the text of a record with one reporter and one source."""
    known = f", {source}, of Harbor Authority, aka Whit" if source else ""
    return (
        f"conversation: {name}\n"
        "date: 2026-11-03T14:00-05:00\n"
        "outlet: The Ledger Post\n"
        "policy: ap\n"
        "matter: the port talks\n"
        "parties:\n"
        "  AR: reporter, Ana Ruiz\n"
        f'  S1: source{known}, "a person briefed on the talks"\n'
        "\n"
        "# Recorded on the phone.\n"
        "[00:13:41] S1: Can we go off the record for a second?\n"
        "  > ask off-the-record\n"
        "[00:13:50] AR: Sure.\n"
        "  > agree\n"
        "[00:14:02] S1: The deal was dead by Friday.\n"
        "  And it goes on.\n"
    )
