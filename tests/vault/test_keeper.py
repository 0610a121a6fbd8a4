"""The keeper: what it answers, for how long, to whom, and what is left when it has ended."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from groundrules.errors import BadInput, Fault
from groundrules.vault.keeper import child, wire
from groundrules.vault.keeper.charge import Charge
from groundrules.vault.keeper.door import Door, Keeping
from groundrules.vault.keeper.locking import lock
from groundrules.vault.keeper.meeting_place import place_to_keep
from groundrules.vault.keeper.starting import Starting
from keeper_room import (
    SECRET,
    TALK,
    WORDS,
    becomes,
    children_of,
    furnish,
    lives,
    unlock,
    unlocked,
)
from kept_operations import Swatch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = furnish(tmp_path, monkeypatch)
    yield folder
    lock(folder)


def words_of(error: pytest.ExceptionInfo[BadInput]) -> str:
    return str(error.value)


def test_it_answers_with_what_the_secret_opens(vault: Path) -> None:
    with unlocked(vault), Door.to(vault) as door:
        assert sha256(SECRET).hexdigest() == door.ask(str, "measure")
        assert 5 == door.ask(int, "added", first=2, second=3)
        assert 3 == door.ask(int, "added", first=2)


def test_named_tuples_go_and_come_back(vault: Path) -> None:
    asked = [Swatch("rust", (1, 2)), Swatch("moss", (), "fern")]

    with unlocked(vault), Door.to(vault) as door:
        found = door.ask(list[Swatch], "colour", swatches=asked)

    assert [Swatch("rust", (1, 2, 4)), Swatch("moss", (4,), "fern")] == found


def test_each_connection_has_a_child_that_is_gone_when_it_hangs_up(vault: Path) -> None:
    with unlocked(vault) as keeper:
        with Door.to(vault) as first, Door.to(vault) as second:
            one, again, other = (
                door.ask(tuple[int, int], "process") for door in (first, first, second)
            )
            assert {keeper} == {parent for _, parent in (one, again, other)}
            assert one == again
            assert one != other
            assert {one[0], other[0]} == set(children_of(keeper))

        assert becomes([], lambda: children_of(keeper))


def test_a_fault_of_an_operation_comes_back_as_it_was_raised(vault: Path) -> None:
    with unlocked(vault), Door.to(vault) as door:
        with pytest.raises(BadInput) as refusal:
            door.ask(type(None), "forbid")

        assert (
            Fault(str(vault), "it is not allowed", "ask somebody else", 3, 4),
            Fault("second", "nor is this", "leave it"),
        ) == refusal.value.faults
        assert 2 == door.ask(int, "added", first=1)


def test_any_other_failure_comes_back_as_its_place_and_nothing_more(vault: Path) -> None:
    with unlocked(vault), Door.to(vault) as door:
        with pytest.raises(BadInput) as refusal:
            door.ask(type(None), "fail", name=TALK)

        assert "internal error in calling.py:" in words_of(refusal)
        assert "(ValueError)" in words_of(refusal)
        assert not set(WORDS.split()) & set(words_of(refusal).replace("(", " ").split()) - {"the"}
        assert WORDS.split() == door.ask(list[str], "read", name=TALK)


@pytest.mark.parametrize(
    ("operation", "arguments", "why"),
    [
        ("nothing_of_the_kind", {}, "knows no such operation"),
        ("added", {}, "was not asked as it is to be asked"),
        ("added", {"first": "1"}, "was not asked as it is to be asked"),
        ("added", {"first": 1, "third": 3}, "was not asked as it is to be asked"),
        ("added", {"first": 1, "vault": 3}, "was not asked as it is to be asked"),
        ("unsendable", {}, "internal error in shapes.py:"),
    ],
)
def test_what_cannot_be_done_is_said(
    vault: Path, operation: str, arguments: dict[str, object], why: str
) -> None:
    with unlocked(vault), Door.to(vault) as door, pytest.raises(BadInput) as refusal:
        door.ask(int, operation, **arguments)

    assert why in words_of(refusal)


def test_an_answer_of_another_shape_is_refused(vault: Path) -> None:
    with unlocked(vault), Door.to(vault) as door, pytest.raises(BadInput) as refusal:
        door.ask(str, "added", first=1)

    assert "cannot be understood" in words_of(refusal)


def test_progress_is_told(vault: Path) -> None:
    told: list[tuple[int, int]] = []
    with unlocked(vault), Door.to(vault) as door:
        done = door.ask(int, "walk", steps=3, on_progress=lambda *one: told.append(one))
        assert 2 == door.ask(int, "walk", steps=2)

    assert (3, [(1, 3), (2, 3), (3, 3)]) == (done, told)


def test_a_locked_vault_says_how_to_unlock_it(vault: Path) -> None:
    with pytest.raises(BadInput) as refusal:
        Door.to(vault)

    assert "the vault is locked" in words_of(refusal)
    assert f"groundrules vault unlock {vault}" in words_of(refusal)
    assert not lock(vault)


def test_what_is_no_vault_is_called_so(vault: Path) -> None:
    with pytest.raises(BadInput, match="there is no vault in this folder"):
        Door.to(vault.parent)


def test_it_says_until_when_and_use_puts_that_off(vault: Path) -> None:
    with unlocked(vault, minutes=3) as keeper, Door.to(vault) as door:
        first = door.ask(Keeping, "keeper.status")
        time.sleep(0.1)
        with Door.to(vault) as later:
            second = later.ask(Keeping, "keeper.status")

    assert (keeper, 3.0) == (first.process, first.minutes)
    assert first.since == second.since
    assert 179 < first.until - first.since < 190
    assert second.until - first.until > 0.09


def test_it_locks_itself_when_nobody_asks(vault: Path) -> None:
    keeper = unlock(vault, minutes=1 / 60)
    idle = Door.to(vault)  # which asks nothing, and does not keep it open

    assert becomes([], lambda: [one for one in (keeper,) if lives(one)], 30)
    with pytest.raises(BadInput, match="before the answer was there"):
        idle.ask(int, "added", first=1)
    with pytest.raises(BadInput, match="the vault is locked"):
        Door.to(vault)
    idle.close()


def test_after_a_lock_no_process_of_it_lives(vault: Path) -> None:
    keeper = unlock(vault)
    doors = [Door.to(vault) for _ in range(3)]
    children = [door.ask(tuple[int, int], "process")[0] for door in doors]
    assert all(map(lives, [keeper, *children]))

    assert lock(vault)

    assert [] == [one for one in (keeper, *children) if lives(one)]
    assert [] == list((vault.parent / "run" / "groundrules").glob("*.socket"))
    for door in doors:
        door.close()


def test_what_was_begun_is_done_before_the_lock(vault: Path) -> None:
    unlock(vault)
    with Door.to(vault) as door:
        asking = threading.Thread(target=lambda: door.ask(type(None), "nap", seconds=0.3))
        asking.start()
        assert becomes([True], lambda: [(vault / "begun").exists()])
        lock(vault)

        assert (vault / "done").exists()
        asking.join()


def test_what_takes_too_long_is_broken_off_by_the_lock(vault: Path) -> None:
    unlock(vault)
    refusals = []

    def ask() -> None:
        with Door.to(vault) as door:
            try:
                door.ask(type(None), "nap", seconds=600.0)
            except BadInput as error:
                refusals.append(str(error))

    asking = threading.Thread(target=ask)
    asking.start()
    assert becomes([True], lambda: [(vault / "begun").exists()])
    lock(vault)
    asking.join()

    assert not (vault / "done").exists()
    assert "look whether what was asked has been done" in refusals[0]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_it_with_its_children(vault: Path, number: signal.Signals) -> None:
    keeper = unlock(vault)
    with Door.to(vault) as door:
        own, _ = door.ask(tuple[int, int], "process")
        os.kill(keeper, number)

        assert becomes([], lambda: [one for one in (keeper, own) if lives(one)])


def test_no_child_outlives_a_keeper_that_was_killed(vault: Path) -> None:
    keeper = unlock(vault)
    with Door.to(vault) as door:
        own, _ = door.ask(tuple[int, int], "process")
        os.kill(keeper, signal.SIGKILL)

        assert becomes([], lambda: [one for one in (keeper, own) if lives(one)])
    with pytest.raises(BadInput, match="the vault is locked"):
        Door.to(vault)

    with unlocked(vault), Door.to(vault) as door:  # what it left behind is in nobody's way
        assert 2 == door.ask(int, "added", first=1)


@pytest.mark.parametrize("gone", ["socket", "folder"])
def test_it_ends_when_its_socket_or_its_vault_is_gone(vault: Path, gone: str) -> None:
    keeper = unlock(vault)
    if gone == "socket":
        (socket_file,) = (vault.parent / "run" / "groundrules").glob("*.socket")
        socket_file.unlink()
    else:
        vault.rename(vault.with_name("elsewhere.vault"))

    assert becomes([], lambda: [one for one in (keeper,) if lives(one)], 15)


def test_two_that_unlock_at_once_make_one_keeper(vault: Path) -> None:
    charge = Charge(str(vault), 5.0, "kept_operations:opened", "kept_operations")
    with Starting(charge) as first, Starting(charge) as second:
        keeper = first.hand_over(SECRET)
        with pytest.raises(BadInput, match="unlocked already"):
            second.hand_over(b"another secret")

    with Door.to(vault) as door:
        assert keeper == door.ask(Keeping, "keeper.status").process
        assert sha256(SECRET).hexdigest() == door.ask(str, "measure")


def test_a_keeper_that_is_given_nothing_ends(vault: Path) -> None:
    charge = Charge(str(vault), 5.0, "kept_operations:opened", "kept_operations")
    before = children_and_keepers()
    with Starting(charge):
        pass

    assert becomes(set(), lambda: children_and_keepers() - before)


def children_and_keepers() -> set[str]:
    """Return the processes that were started as keepers."""
    listed = subprocess.run(["/bin/ps", "-eo", "pid,stat,args"], capture_output=True, check=True)
    lines = listed.stdout.decode(errors="replace").splitlines()
    return {
        line.split()[0]
        for line in lines
        if "groundrules.vault.keeper" in line and "Z" not in line.split()[1]
    }


def test_more_than_it_answers_at_once_wait(vault: Path) -> None:
    with unlocked(vault) as keeper:
        doors = [Door.to(vault) for _ in range(32)]
        assert [2] * 32 == [door.ask(int, "added", first=1) for door in doors]
        assert 32 == len(children_of(keeper))
        answers: list[int] = []

        def ask() -> None:
            with Door.to(vault) as late:
                answers.append(late.ask(int, "added", first=2))

        asking = threading.Thread(target=ask)
        asking.start()
        time.sleep(0.3)
        assert [] == answers
        doors.pop().close()
        asking.join(20)

        assert [3] == answers
        for door in doors:
            door.close()


def test_another_version_is_told_to_unlock_anew(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with unlocked(vault), Door.to(vault) as door:
        monkeypatch.setattr("groundrules.vault.keeper.door.__version__", "0.0.1")
        with pytest.raises(BadInput, match="another version") as refusal:
            door.ask(int, "added", first=1)

    assert f"groundrules vault lock {vault}" in words_of(refusal)


@pytest.mark.parametrize(
    "sent", [b"", b"\0", b"\xff\xff\xff\xff", b"\0\0\0\x02[]", b"\0\0\0\x02{}"]
)
def test_nonsense_harms_nobody_else(vault: Path, sent: bytes) -> None:
    with unlocked(vault) as keeper:
        place = place_to_keep(vault, os.environ)
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(place.address)
            line.sendall(sent)
            line.shutdown(socket.SHUT_WR)
            answer = wire.receive(line)
        place.close()

        assert (sent == b"\0\0\0\x02{}") == ("fault" in (answer or {}))
        with Door.to(vault) as door:
            assert 2 == door.ask(int, "added", first=1)
        assert becomes([], lambda: children_of(keeper))


def test_ten_commands_ask_ten_times_and_unlock_once(vault: Path) -> None:
    line = (
        "import sys; from pathlib import Path; from groundrules.vault.keeper.door import Door\n"
        "with Door.to(Path(sys.argv[1])) as door: print(door.ask(int, 'added', first=1))"
    )
    with unlocked(vault):
        done = [
            subprocess.run([sys.executable, "-c", line, vault], capture_output=True, check=False)
            for _ in range(10)
        ]

    assert [b"2\n"] * 10 == [one.stdout for one in done]
    assert {b""} == {one.stderr for one in done}


def test_asking_loads_nothing_heavy(vault: Path) -> None:
    line = (
        "import sys; from pathlib import Path; from groundrules.vault.keeper.door import Door\n"
        "with Door.to(Path(sys.argv[1])) as door: door.ask(int, 'added', first=1)\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    with unlocked(vault):
        done = subprocess.run(
            [sys.executable, "-c", line, vault], capture_output=True, check=True, encoding="utf-8"
        )

    loaded = set(done.stdout.split())
    assert set() == loaded & {"cryptography", "sqlalchemy", "sqlcipher3", "click", "numpy", "rich"}
    assert {"socket", "json"} <= loaded


def test_a_child_that_waits_too_long_says_goodbye(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "IDLE_SECONDS", 0.1)
    before = signal.getsignal(signal.SIGTERM)
    reading, writing = os.pipe()
    here, there = socket.socketpair()
    charge = Charge(str(vault), 5.0, "kept_operations:opened", "kept_operations")
    inherited = child.Inheritance(
        charge, bytearray(SECRET), Keeping(1, 0, 0, 1, ()), reading, writing
    )
    with here, there:
        child.Child(there, inherited).serve()
        assert {"bye": True} == wire.receive(here)
    signal.signal(signal.SIGTERM, before)
    os.close(reading)
    os.close(writing)


def test_whoever_hears_a_goodbye_asks_another_child(vault: Path) -> None:
    here, there = socket.socketpair()
    with there, unlocked(vault):
        wire.send(there, {"bye": True})
        there.close()
        with Door(vault, here) as door:
            assert 2 == door.ask(int, "added", first=1)
            assert 3 == door.ask(int, "added", first=2)
