"""What is in memory of a vault's words: before it is locked, and after.

python tests/soak/soak_memory.py [--runs 20]

It needs Linux and root, since a keeper may be looked into by nobody else. In each run a vault is
unlocked, filled, checked against and read through the real commands. Before the lock the keeper's
memory is searched for words, names, the conversation and the passphrase in six encodings; after it,
every process that was started in that vault's rooms. The control is a process that reads the vault
itself, closes it, drops what it had and lives on, as a program that "locks" by forgetting would.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

import residue_control
from faults_figures import Progress, arguments
from groundrules.desk.vaults.founding import NewMember, found_vault
from groundrules.keys.stretching import FLOOR
from groundrules.vault.founding import Stretching
from keeper_room import becomes, lives, memory_of
from residue_figures import Control, Left, told
from residue_walk import AS_OF, PASSPHRASE, SAID, TALK, VAULT, WORD, Rooms
from residues import traces

_LOOKED_FOR = [*SAID, TALK]
_SCRIPT = residue_control.__file__


class Seen(NamedTuple):
    """What one run has seen.

    Attributes:
        kept: whether the keeper's memory held anything that was looked for, before the lock.
        keepers: whether there was a keeper, whose memory is the program's.
        after: how many processes of the vault lived after the lock.
        control: whether the one that reads the vault itself still held the words and the name.
    """

    kept: bool
    keepers: bool
    after: int
    control: bool


def processes_of(rooms: Rooms) -> list[int]:
    """Return the living processes that were started in the rooms of a vault."""
    mark = f"XDG_RUNTIME_DIR={rooms.room / 'run'}\0".encode()
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        try:
            marked = mark in path.read_bytes() + b"\0"
        except OSError:
            continue
        if marked and lives(int(path.parent.name)):
            found.append(int(path.parent.name))
    return found


def used(rooms: Rooms) -> None:
    """Unlock a vault, and bring records in, check against them and read them."""
    founder = NewMember("Ana Ruiz", ("reporter", "editor"), PASSPHRASE)
    cheapest = Stretching(FLOOR, FLOOR)
    found_vault(rooms.desk / VAULT, founder, rooms.environment, stretching=cheapest)
    rooms.unlock()
    rooms.run("vault", "import", str(rooms.apart / "a.record"))
    asked = ("--records", VAULT, "--as-of", AS_OF)
    rooms.run("check", str(rooms.apart / "draft.md"), *asked, status=1)
    rooms.run("record", "show", f"{VAULT}/{TALK}")


def controlled(rooms: Rooms) -> bool:
    """Tell whether a process that reads the vault itself holds its words when it has closed it."""
    with subprocess.Popen(
        [sys.executable, _SCRIPT, rooms.desk / VAULT],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=rooms.environment,
    ) as control:
        assert control.stdin
        assert control.stdout
        control.stdin.write(PASSPHRASE.encode() + b"\n")
        control.stdin.flush()
        assert control.stdout.readline() == b"1\n"
        held = {text for text, _ in traces(memory_of(control.pid), _LOOKED_FOR)}
        control.communicate(b"\n")
    return {WORD, TALK} <= held


def run(folder: Path) -> Seen:
    """Do it once, in a folder."""
    rooms = Rooms(folder / "room", folder / "apart")
    try:
        used(rooms)
        becomes(1, lambda: len(processes_of(rooms)))  # the children of the commands have gone
        memories = [memory_of(one) for one in processes_of(rooms)]
        control = controlled(rooms)
    finally:
        rooms.lock()
    kept = any(traces(memory, _LOOKED_FOR) for memory in memories)
    keepers = [b"groundrules.vault.keeper" in memory for memory in memories]
    return Seen(kept, keepers == [True], len(processes_of(rooms)), control)


def figures(runs: int) -> list[Left]:
    """Return the figures of so many runs."""
    progress = Progress("memory", runs)
    seen = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            seen.append(run(Path(folder)))
        progress.step()
    keepers = Control("its own program", sum(one.keepers for one in seen), runs)
    forgot = Control("one that only forgets", sum(one.control for one in seen), runs)
    before = sum(one.kept for one in seen)
    after = sum(one.after > 0 for one in seen)
    return [
        Left(
            "words, names or passphrase in the memory of a keeper", before, runs, (keepers, forgot)
        ),
        Left("a process of the vault that lives after the lock", after, runs, (keepers,)),
    ]


def main() -> int:
    """Run, and return 0 where nothing was found but by the controls."""
    asked = arguments(str(__doc__), runs=20).parse_args()
    if sys.platform != "linux" or os.geteuid() != 0:
        sys.stdout.write("memory: not run: it needs Linux, and this user is not root\n")
        return 1
    return told(figures(asked.runs), Path(asked.into) if asked.into else None)


if __name__ == "__main__":
    sys.exit(main())
