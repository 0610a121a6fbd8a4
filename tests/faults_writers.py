"""A writer in a process of its own, which may be killed at any moment.

It says on a pipe what it was told is kept, and the pipe outlives it: what stands there was
acknowledged. A writer is forked, so that a cycle costs milliseconds; whoever forks must have one
thread only, which is why the faults are made by scripts and not inside of pytest.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import signal
import struct
import termios
import traceback
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ID = 16
"""The bytes of an entry's id, and of each acknowledgement."""

READY = bytes(ID)
"""What a writer says before its first entry."""

CLEAN, REFUSED, BROKEN = 0, 2, 3
"""How a writer ends: done; told in plain words that it cannot write; anything else."""


class Acknowledge(Protocol):
    """Tell the world that these entries are kept."""

    def __call__(self, ids: Sequence[bytes]) -> None:
        """Say so, in one write."""


class Writer:
    """A process that writes, and the end of its pipe that we read."""

    def __init__(self, process: int, pipe: int) -> None:
        """Keep the process's id and the pipe."""
        self.process, self.pipe = process, pipe
        self.heard: int | None = None
        self.failed: int | None = None

    def wait_until_ready(self) -> None:
        """Wait until it has opened the ledger.

        Raises:
            ChildProcessError: it ended before.
        """
        if os.read(self.pipe, ID) != READY:
            os.waitpid(self.process, 0)
            raise ChildProcessError("a writer could not open the ledger")

    def stop_hearing(self) -> None:
        """Let what it says from now on be said too late: nobody hears a computer without power."""
        self.heard = self.waiting

    def disk_has_failed(self) -> None:
        """Let what it says from now on be said when no write could be kept any more.

        Between `stop_hearing` and this the disk may have been whole for as long as the machine was
        busy with others.
        """
        self.failed = self.waiting

    @property
    def waiting(self) -> int:
        """How many ids it has said that nobody has read yet."""
        told = fcntl.ioctl(self.pipe, termios.FIONREAD, bytes(4))
        return int(struct.unpack("i", told)[0]) // ID

    def kill(self) -> None:
        """Kill it, at whatever it is just doing."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.process, signal.SIGKILL)

    def ended(self) -> Ended:
        """Wait for its end and return what it has acknowledged."""
        said = bytearray()
        while chunk := os.read(self.pipe, 1 << 16):
            said += chunk
        os.close(self.pipe)
        status = os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])
        ids = [bytes(said[at : at + ID]) for at in range(0, len(said), ID)]
        heard = len(ids) if self.heard is None else self.heard
        failed = len(ids) if self.failed is None else self.failed
        return Ended([one for one in ids[:heard] if one != READY], ids[failed:], status)


class Ended(NamedTuple):
    """What became of a writer.

    Attributes:
        acknowledged: the ids it acknowledged.
        late: those it acknowledged after `disk_has_failed`.
        status: its exit status, or a signal's number below zero.
    """

    acknowledged: list[bytes]
    late: list[bytes]
    status: int


def begin_writer(job: Callable[[Acknowledge], int]) -> Writer:
    """Start `job` in a process of its own; its answer is the exit status."""
    reading, writing = os.pipe()
    if hasattr(fcntl, "F_SETPIPE_SZ"):  # nobody reads before the end, and a full pipe would block
        fcntl.fcntl(reading, fcntl.F_SETPIPE_SZ, 1 << 20)
    process = os.fork()
    if process:
        os.close(writing)
        return Writer(process, reading)
    status = BROKEN
    try:
        os.close(reading)
        status = job(lambda ids: _say(writing, ids))
    except BaseException:  # noqa: BLE001 - a child must not go on as its parent, whatever happens
        traceback.print_exc()
    finally:
        os._exit(status)


def _say(pipe: int, ids: Sequence[bytes]) -> None:
    os.write(pipe, b"".join(ids))  # far below PIPE_BUF: whole or not at all
