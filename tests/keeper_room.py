"""A keeper for tests: started over a folder of its own, asked, and gone when the test is over."""

from __future__ import annotations

import hashlib
import os
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from groundrules.vault.keeper.charge import Charge
from groundrules.vault.keeper.locking import lock
from groundrules.vault.keeper.starting import Starting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pytest

SECRET = hashlib.sha512(b"what opens the office").digest()
WORDS = "the board marigold-canary voted against the sale"
TALK = "talk.txt"


def furnish(folder: Path, patch: pytest.MonkeyPatch) -> Path:
    """Return the folder of what looks like a vault; its keeper is met beside it."""
    vault, run = folder / "office.vault", folder / "run"
    for one in (vault, run):
        one.mkdir(mode=0o700)
    (vault / "vault.json").write_text("{}", encoding="utf-8")
    (vault / TALK).write_text(WORDS, encoding="utf-8")
    patch.setenv("XDG_RUNTIME_DIR", str(run))
    patch.setenv("PYTHONPATH", str(Path(__file__).parent))
    return vault


def unlock(vault: Path, *, minutes: float = 5.0, secret: bytes = SECRET) -> int:
    """Start a keeper of the operations for tests; return the number of its process."""
    charge = Charge(str(vault), minutes, "kept_operations:opened", "kept_operations")
    with Starting(charge) as starting:
        return starting.hand_over(secret)


@contextmanager
def unlocked(vault: Path, *, minutes: float = 5.0) -> Iterator[int]:
    """Keep a vault unlocked for a while."""
    number = unlock(vault, minutes=minutes)
    try:
        yield number
    finally:
        lock(vault)


def lives(number: int) -> bool:
    """Tell whether a process runs; one that is dead and only waits to be counted does not."""
    try:
        state = Path(f"/proc/{number}/stat").read_text(encoding="ascii", errors="replace")
    except FileNotFoundError:
        return False
    return state.rpartition(") ")[2][0] not in "ZX"


def children_of(number: int) -> list[int]:
    """Return the processes that a process has forked, those included that are dead."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="ascii", errors="replace").rpartition(") ")[2].split()
        except OSError:
            continue
        if int(fields[1]) == number:
            found.append(int(stat.parent.name))
    return found


def becomes(expected: object, found: Callable[[], object], seconds: float = 10.0) -> bool:
    """Wait until something is as expected; False where it is not in time."""
    until = time.monotonic() + seconds
    while found() != expected:
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


def memory_of(number: int) -> bytes:
    """Return what a process may write to in its memory, as far as it can be read."""
    found = []
    maps = Path(f"/proc/{number}/maps").read_text(encoding="ascii", errors="replace")
    with open(f"/proc/{number}/mem", "rb", buffering=0) as memory:  # noqa: PTH123 - read in places
        for line in maps.splitlines():
            span, rights, *_ = line.split()
            if rights[:2] != "rw":
                continue
            start, end = (int(one, 16) for one in span.split("-"))
            try:
                found.append(os.pread(memory.fileno(), end - start, start))
            except (OSError, OverflowError):
                continue
    return b"".join(found)
