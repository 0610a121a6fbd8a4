"""What a keeper leaves behind, and whom it lets near: no word, no key, nobody else."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from groundrules.errors import BadInput
from groundrules.keys.hygiene import harden
from groundrules.vault.keeper.charge import Charge
from groundrules.vault.keeper.clock import Moment
from groundrules.vault.keeper.door import Door
from groundrules.vault.keeper.keeping import Keeper
from groundrules.vault.keeper.locking import lock
from groundrules.vault.keeper.meeting_place import place_to_keep
from groundrules.vault.keeper.peers import is_ours
from groundrules.vault.keeper.system import need_sockets
from keeper_room import (
    SECRET,
    TALK,
    becomes,
    children_of,
    furnish,
    lives,
    memory_of,
    unlock,
    unlocked,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

CANARY = "marigold-canary-of-the-board"
IS_ROOT = os.geteuid() == 0
NOBODY = 65534


@pytest.fixture
def vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = furnish(tmp_path, monkeypatch)
    (folder / TALK).write_text(f"{CANARY} " * 2000, encoding="utf-8")
    yield folder
    lock(folder)


def encodings(text: str) -> list[bytes]:
    return [text.encode(), text.encode("utf-16-le"), text.encode("utf-32-le")]


def found_in(memory: bytes) -> list[bytes]:
    return [one for one in encodings(CANARY) if one in memory]


def test_a_keeper_never_holds_what_its_children_have_read(vault: Path) -> None:
    with unlocked(vault) as keeper:
        for _ in range(5):
            with Door.to(vault) as door:
                assert 2000 == door.ask(int, "counted", name=TALK)
                assert 2000 == len(door.ask(list[str], "read", name=TALK))
                with pytest.raises(BadInput):
                    door.ask(type(None), "fail", name=TALK)
        assert becomes([], lambda: children_of(keeper))

        if IS_ROOT:
            memory = memory_of(keeper)
            assert [] == found_in(memory)
            assert 1 == memory.count(SECRET)  # the search finds what is there, and it is there once
        else:
            with pytest.raises(PermissionError):
                memory_of(keeper)


def test_one_that_served_in_its_own_process_would_hold_it(vault: Path) -> None:
    line = (
        "import sys, kept_operations as own\n"
        "vault = own.Opened(sys.argv[1], b'')\n"
        "print([own.counted(vault, sys.argv[2]) for _ in range(5)], flush=True); input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", line, vault, TALK], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as control:
        assert control.stdout
        assert b"[2000, 2000, 2000, 2000, 2000]\n" == control.stdout.readline()
        memory = memory_of(control.pid)
        control.communicate(b"\n")

    assert [] != found_in(memory)


def test_what_opens_the_vault_is_overwritten_at_the_end(vault: Path) -> None:
    before = {one: signal.getsignal(one) for one in (15, 2, 1, 17)}
    secret = bytearray(SECRET)
    place = place_to_keep(vault, os.environ)
    keeper = Keeper(Charge(str(vault), 1e-9), secret, place, ())
    try:
        keeper.keep()
    finally:
        signal.set_wakeup_fd(-1)
        for number, handler in before.items():
            signal.signal(number, handler)
        place.close()

    assert bytes(len(SECRET)) == bytes(secret)


def test_a_keeper_cannot_be_looked_into_by_its_own_user(vault: Path) -> None:
    with unlocked(vault) as keeper, Door.to(vault) as door:
        child, _ = door.ask(tuple[int, int], "process")
        # What is not dumpable belongs to root under /proc, whoever runs it (proc(5)).
        owners = {Path(f"/proc/{one}/mem").stat().st_uid for one in (keeper, child)}
        limits = Path(f"/proc/{child}/limits").read_text(encoding="ascii")
        status = Path(f"/proc/{child}/status").read_text(encoding="ascii")

    assert {0} == owners
    assert "Max core file size 0 0 bytes" in " ".join(limits.split())
    if IS_ROOT:
        assert [] == list(harden_elsewhere())
        assert int(status.split("VmLck:")[1].split()[0]) > 0


def harden_elsewhere() -> tuple[str, ...]:
    """Return what cannot be done here to protect the memory, as a process of its own finds it."""
    line = f"from {harden.__module__} import harden; print(*harden(), sep='\\n', end='')"
    done = subprocess.run([sys.executable, "-c", line], capture_output=True, check=True)
    return tuple(done.stdout.decode().splitlines())


def test_command_lines_and_environments_say_nothing(vault: Path) -> None:
    with unlocked(vault) as keeper, Door.to(vault) as door:
        child, _ = door.ask(tuple[int, int], "process")
        told = [
            Path(f"/proc/{number}/{name}")
            for number in (keeper, child)
            for name in ("cmdline", "environ", "comm")
        ]
        if not IS_ROOT:
            told = [one for one in told if one.name != "environ"]
        shown = b"".join(one.read_bytes() for one in told)

    assert b"groundrules.vault.keeper" in shown
    assert SECRET not in shown
    assert SECRET.hex().encode() not in shown
    assert str(vault).encode() not in shown


def test_it_writes_to_nowhere(vault: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = sorted(one.name for one in vault.parent.rglob("*"))
    with unlocked(vault) as keeper, Door.to(vault) as door:
        child, _ = door.ask(tuple[int, int], "process")
        with pytest.raises(BadInput):
            door.ask(type(None), "fail", name=TALK)
        leads = {
            str(Path(f"/proc/{number}/fd/{end}").readlink())
            for number in (keeper, child)
            for end in (0, 1, 2)
        }
        folders = {str(Path(f"/proc/{number}/cwd").readlink()) for number in (keeper, child)}

    assert {"/dev/null"} == leads
    assert {"/"} == folders
    assert ("", "") == tuple(capfd.readouterr())
    left = {one.name for one in vault.parent.rglob("*")} - set(before)
    assert {"groundrules"} == {one for one in left if not one.endswith(".lock")}
    assert 1 == len([one for one in left if one.endswith(".lock")])


def ask_as(user: int, line: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a line of Python as another user, with nothing that only root may read."""

    def change() -> None:
        os.setgroups([])
        os.setgid(user)
        os.setuid(user)

    return subprocess.run(
        ["/usr/bin/env", "python3", "-I", "-c", line, *arguments],
        preexec_fn=change if IS_ROOT else None,
        cwd="/",
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=30,
    )


KNOCK = """
import socket, sys
line = socket.socket(socket.AF_UNIX)
try:
    line.connect(sys.argv[1])
    line.sendall(b'\\0\\0\\0\\x02{}')
    print('heard' if line.recv(1) else 'hung up')
except PermissionError:
    print('kept out')
except (BrokenPipeError, ConnectionResetError):
    print('hung up')
"""


def test_another_user_is_kept_out_twice(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with tempfile.TemporaryDirectory(prefix="keeper-") as short:
        monkeypatch.setenv("XDG_RUNTIME_DIR", short)
        run = Path(short) / "groundrules"
        with unlocked(vault):
            (place,) = run.glob("*.socket")
            modes = [oct(one.stat().st_mode & 0o777) for one in (run, place)]
            assert ["0o700", "0o700"] == modes
            assert "heard\n" == ask_as(os.geteuid(), KNOCK, str(place)).stdout
            if not IS_ROOT:
                return  # nobody else can be had; `is_ours` has its own test

            Path(short).chmod(0o755)
            assert "kept out\n" == ask_as(NOBODY, KNOCK, str(place)).stdout
            for path in (place, run):
                path.chmod(0o777)  # as if every permission were lost
            assert "hung up\n" == ask_as(NOBODY, KNOCK, str(place)).stdout
            with pytest.raises(BadInput, match="can be entered by others"):
                Door.to(vault)
            run.chmod(0o700)


@pytest.mark.parametrize(("user", "own", "expected"), [(5, 5, True), (0, 5, False), (5, 0, False)])
def test_not_even_the_superuser_is_spoken_with(user: int, own: int, expected: bool) -> None:  # noqa: FBT001 - a parameter of pytest
    assert expected == is_ours(user, own)


@pytest.mark.parametrize("trick", ["open", "link", "file"])
def test_a_place_that_others_could_have_made_is_refused(vault: Path, trick: str) -> None:
    place = vault.parent / "run" / "groundrules"
    if trick == "open":
        place.mkdir(mode=0o700)
        place.chmod(0o755)
    elif trick == "link":
        (vault.parent / "theirs").mkdir(mode=0o700)
        place.symlink_to(vault.parent / "theirs")
    else:
        place.write_text("")

    with pytest.raises(BadInput, match="keeper's socket"):
        Door.to(vault)
    with pytest.raises(BadInput, match="keeper's socket"):
        unlock(vault)
    for one in (place,):
        one.rmdir() if trick == "open" else one.unlink()


def test_a_place_of_somebody_else_is_refused(vault: Path) -> None:
    place = vault.parent / "run" / "groundrules"
    place.mkdir(mode=0o700)
    if IS_ROOT:
        os.chown(place, NOBODY, NOBODY)
        with pytest.raises(BadInput, match="belongs to somebody else"):
            Door.to(vault)
        os.chown(place, 0, 0)
    place.rmdir()
    assert not lock(vault)


def test_a_socket_that_is_a_link_is_never_bound_through(vault: Path) -> None:
    place = place_to_keep(vault, os.environ)
    target = vault.parent / "victim"
    (Path(place.folder) / place.socket_name).symlink_to(target)
    place.close()

    with unlocked(vault):
        assert not target.exists()
        with Door.to(vault) as door:
            assert 2 == door.ask(int, "added", first=1)


def test_a_place_with_a_long_name_does(
    vault: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    long = tmp_path / ("a" * 120)
    long.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(long))

    with unlocked(vault), Door.to(vault) as door:
        assert 2 == door.ask(int, "added", first=1)


def test_a_keeper_is_found_where_the_variable_is_not_set(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = os.environ["XDG_RUNTIME_DIR"]
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    keeper = unlock(vault)
    monkeypatch.setenv("XDG_RUNTIME_DIR", run)

    with Door.to(vault) as door:
        assert keeper == door.ask(tuple[int, int], "process")[1]
    assert lock(vault)
    assert not lives(keeper)


def test_a_system_without_fork_is_refused_clearly(vault: Path) -> None:
    with pytest.raises(BadInput, match="cannot be unlocked on this system"):
        need_sockets(vault, "win32")
    need_sockets(vault, "linux")


@pytest.mark.parametrize(
    ("later", "seconds"),
    [
        (Moment(110, 1010), 10),
        (Moment(110, 4600), 3600),  # it slept, and the steady clock did not count it
        (Moment(110, 500), 10),  # the wall clock was set back
        (Moment(3700, 1010), 3600),
    ],
)
def test_sleep_counts_and_a_clock_set_back_does_not(later: Moment, seconds: int) -> None:
    assert seconds == Moment(100, 1000).until(later)


def test_a_connection_that_hangs_up_at_once_harms_nothing(vault: Path) -> None:
    with unlocked(vault) as keeper:
        place = place_to_keep(vault, os.environ)
        for _ in range(20):
            with socket.socket(socket.AF_UNIX) as line:
                line.connect(place.address)
        place.close()

        assert becomes([], lambda: children_of(keeper))
        with Door.to(vault) as door:
            assert 2 == door.ask(int, "added", first=1)
