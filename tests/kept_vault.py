"""A real vault for tests, founded cheaply, with its keeper: what a command would find unlocked."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from groundrules.vault.keeper.charge import Charge
from groundrules.vault.keeper.locking import lock
from groundrules.vault.keeper.starting import Starting
from vault_fixtures import Room

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from groundrules.keys.cards import Role


def unlock(room: Room, name: str = "") -> int:
    """Start the keeper of a member's keys; return the number of its process."""
    with Starting(Charge(os.path.realpath(room.folder), 5.0)) as starting:
        return starting.hand_over(room.bundle(name or room.founder).carried())


@contextmanager
def kept(
    folder: Path,
    patch: pytest.MonkeyPatch,
    people: Mapping[str, Sequence[Role]] | None = None,
    name: str = "",
) -> Iterator[Room]:
    """Give a vault that is unlocked for one of its members, the founder where none is named."""
    run = folder / "run"
    run.mkdir(mode=0o700)
    patch.setenv("XDG_RUNTIME_DIR", str(run))
    room = Room(folder, people)
    patch.setenv("XDG_STATE_HOME", room.environment["XDG_STATE_HOME"])
    try:
        unlock(room, name)
        yield room
    finally:
        lock(room.folder)
        room.close()


@pytest.fixture
def vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give the folder of an unlocked vault of somebody who works alone."""
    with kept(tmp_path, monkeypatch) as room:
        yield room.folder
