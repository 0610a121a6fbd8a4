"""A vault of several members that commands can be given: unlocked by one of them at a time."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from groundrules.desk.vaults.unlocking import Asking, unlock_vault
from groundrules.faces.cli import main
from groundrules.vault.conversations import begin
from groundrules.vault.keeper.locking import lock
from vault_fixtures import CHEAP, Room, passphrase_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    import pytest

    from groundrules.keys.cards import Role


class Office:
    """A room, and the folder in which its commands run."""

    def __init__(self, room: Room, capsys: pytest.CaptureFixture[str]) -> None:
        """Take a room, and what reads what commands print."""
        self.room = room
        self._capsys = capsys

    def unlock(self, name: str = "") -> None:
        """Unlock the vault with the keys of a member; another's are locked away first."""
        lock(self.room.folder)
        asking = Asking(lambda _: passphrase_of(name or self.room.founder), _never)
        unlock_vault(self.room.folder, asking, self.room.environment, CHEAP.floor)

    def begin(self, *texts: str) -> None:
        """Begin conversations, by the founder."""
        vault = self.room.vault()
        for text in texts:
            begin(vault, text)

    def run(self, *arguments: str, status: int = 0) -> str:
        """Run a command that ends with a status; return all that it printed."""
        found = main(arguments)
        out, err = self._capsys.readouterr()
        assert status == found, out + err
        return out + err


def _never(_: object) -> None:
    raise AssertionError("the passphrase is right")


@contextmanager
def office(
    folder: Path,
    patch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    people: Mapping[str, Sequence[Role]] | None = None,
) -> Iterator[Office]:
    """Give an office, with its vault in the working folder, and lock it in the end."""
    room = Room(folder, people)
    (folder / "run").mkdir(mode=0o700)
    for name, value in (*room.environment.items(), ("XDG_RUNTIME_DIR", str(folder / "run"))):
        patch.setenv(name, value)
    patch.chdir(folder)
    try:
        yield Office(room, capsys)
    finally:
        lock(room.folder)
        room.close()
