"""The table of operations, and what is done with a vault as a whole through a real keeper."""

from __future__ import annotations

import inspect
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from groundrules.desk.vaults.unlocking import Asking, unlock_vault
from groundrules.errors import BadInput
from groundrules.proofs.checkpoints import signed_checkpoint
from groundrules.proofs.keys import Kind, SigningKey
from groundrules.vault import operations
from groundrules.vault.answers import Talk, Text
from groundrules.vault.conversations import begin
from groundrules.vault.keeper import calling
from groundrules.vault.keeper.door import Door, Keeping
from groundrules.vault.keeper.locking import lock
from groundrules.vault.keeper.shapes import Misshapen
from groundrules.vault.keeper.upkeep import audit, seal, standing
from groundrules.vault.keeper.upkeep_answers import Audited, Sealed, Standing
from keeper_room import becomes, children_of, memory_of
from vault_fixtures import CHEAP, Room, alone, opened_room, passphrase_of, record_text

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["alone"]

WORDS = "deal was dead by Friday"
NAME = "Quillonby"  # which stands nowhere in the program itself


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    """Give a vault of one member, unlocked."""
    (tmp_path / "run").mkdir(mode=0o700)
    with opened_room(tmp_path) as room:
        for name, value in (*room.environment.items(), ("XDG_RUNTIME_DIR", str(tmp_path / "run"))):
            monkeypatch.setenv(name, value)
        asking = Asking(lambda _: passphrase_of(room.founder), lambda _: None)
        unlock_vault(room.folder, asking, os.environ, CHEAP.floor)
        yield room
        lock(room.folder)


@pytest.mark.parametrize("name", operations.OPERATIONS)
def test_every_operation_can_be_asked_for(name: str) -> None:
    function, answers = calling.function_called(name, "groundrules.vault.operations")

    assert name == function.__name__
    assert next(iter(inspect.signature(function).parameters)) == "vault"
    calling.kinds_of(function, answers)


def test_a_type_that_is_nowhere_is_an_error() -> None:
    def operation(vault: object, one: NotThere) -> None:  # type: ignore[name-defined]  # noqa: F821 - what the test is about
        """Do nothing."""

    with pytest.raises(Misshapen, match="no type NotThere"):
        calling.kinds_of(operation, operations.ANSWERS)


def test_what_is_begun_through_the_door_is_read_through_it(room: Room) -> None:
    with Door.to(room.folder) as door:
        begun = door.ask(Text, "begin", text=record_text())
        assert WORDS in begun.text
        assert [begun] == door.ask(list[Text], "texts", names=["harbor-2026-11-03"])
        (talk,) = door.ask(list[Talk], "talks")

    assert ("harbor-2026-11-03", "words") == (talk.name, talk.may_read)


def test_the_keeper_of_a_real_vault_holds_no_word_of_it(room: Room) -> None:
    begin(room.vault(), record_text(source=f"Orsolya {NAME}"))
    with Door.to(room.folder) as door:
        keeper = door.ask(Keeping, "keeper.status").process
        (text,) = door.ask(list[Text], "texts")
        assert WORDS in text.text
    assert becomes([], lambda: children_of(keeper))

    if os.geteuid() == 0:
        memory = memory_of(keeper)
        assert b"groundrules" in memory
        assert [] == [word for word in (WORDS, NAME) for form in _forms(word) if form in memory]
    else:
        with pytest.raises(PermissionError):
            memory_of(keeper)


def _forms(word: str) -> list[bytes]:
    return [word.encode(), word.encode("utf-16-le"), word.encode("utf-32-le")]


def test_a_fault_of_the_vault_is_told_through_the_door(room: Room) -> None:
    with Door.to(room.folder) as door, pytest.raises(BadInput) as refusal:
        door.ask(Text, "begin", text="no record at all")

    assert "internal error" not in str(refusal.value)


def test_standing_sealing_and_auditing(room: Room) -> None:
    with Door.to(room.folder) as door:
        before = door.ask(Standing, "standing")
        sealed = door.ask(Sealed, "seal")
        after = door.ask(Standing, "standing")
        again = door.ask(Sealed, "seal")
        told: list[tuple[int, int]] = []
        audited = door.ask(Audited, "audit", thorough=True, on_progress=lambda *n: told.append(n))

    assert ("Ana", ("reporter", "editor")) == (before.member, before.roles)
    assert before.entries == sealed.size > 0
    assert (before.entries, 0) == (after.entries, after.unsealed)
    assert (0, sealed.size, sealed.note) == again
    assert (before.entries, 0, ()) == (audited.entries, audited.waiting, audited.faults)
    assert told


def test_what_was_written_goes_into_the_log_when_nobody_waits(room: Room) -> None:
    def unsealed() -> int:
        with Door.to(room.folder) as door:
            return door.ask(Standing, "standing").unsealed

    with Door.to(room.folder) as door:
        door.ask(Text, "begin", text=record_text())

    assert becomes(0, unsealed)


def test_a_checkpoint_that_another_key_signed_is_a_fault(alone: Room) -> None:
    vault = alone.vault()
    forged = SigningKey(vault.ledger.origin, Kind.NOTE, bytes(32))
    vault.ledger.seal(lambda checkpoint: signed_checkpoint(checkpoint, forged))

    assert ["checkpoint 1: the key of the log has not signed it as it stands"] == [
        one for one in audit(vault).faults if "key of the log" in one
    ]
    assert 0 == standing(vault).unsealed
    begin(vault, record_text())
    seal(vault)
    assert 1 == len([one for one in audit(vault).faults if "key of the log" in one])


def test_a_vault_whose_ledger_is_damaged_is_not_left_unlocked(room: Room) -> None:
    lock(room.folder)
    for path in room.folder.glob("ledger.db*"):
        path.write_bytes(bytes(path.stat().st_size))
    asking = Asking(lambda _: passphrase_of(room.founder), lambda _: None)

    with pytest.raises(BadInput):
        unlock_vault(room.folder, asking, os.environ, CHEAP.floor)
    with pytest.raises(BadInput, match="the vault is locked"):
        Door.to(Path(room.folder))
