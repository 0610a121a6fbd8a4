"""A PostgreSQL server of our own whose processes may be killed, on any folder that we like.

The programs are those of postgres_programs.py. It listens on a Unix socket in its own folder only.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from postgres_programs import NOBODY, RUN_AS, programs

_SECONDS = 60.0
_SETTINGS = {
    "listen_addresses": "",
    "max_connections": "40",
    "shared_buffers": "16MB",
    **({"recovery_init_sync_method": "syncfs"} if sys.platform == "linux" else {}),
}
_TEXT = ("--encoding=UTF8", "--locale=C")


class Cluster:
    """One server: its data in `folder`/data, its socket in a folder of its own."""

    def __init__(self, folder: Path, **settings: str) -> None:
        """Make the cluster; `folder` must be there, `settings` go onto the server's command line.

        Raises:
            OSError: initdb failed; the message is its last line.
        """
        self.data = folder / "data"
        self.data.mkdir(mode=0o700)
        self.sockets = Path(tempfile.mkdtemp(prefix="gr-pg-", dir="/tmp"))
        self.settings = {**_SETTINGS, **settings}
        self.server: subprocess.Popen[bytes] | None = None
        if NOBODY is not None:
            for owned in (self.data, self.sockets):
                os.chown(owned, NOBODY, NOBODY)
        self._run("initdb", "-D", self.data, "-U", "office", "-A", "trust", "--no-sync", *_TEXT)

    @property
    def url(self) -> str:
        """The database's address for a client."""
        return f"postgresql://office@/postgres?host={self.sockets}"

    def _run(self, name: str, *arguments: str | Path) -> None:
        command = [programs() / name, *arguments]
        made = subprocess.run(command, capture_output=True, text=True, check=False, **_asked())
        if made.returncode:
            raise OSError(f"{name} failed: {(made.stderr or made.stdout).strip()[-300:]}")

    def start(self) -> None:
        """Start the server, recovering what a crash left, and wait until it answers.

        Raises:
            OSError: it ended, or did not answer within a minute; the message is the log's end.
        """
        options = [f"-c{name}={value}" for name, value in self.settings.items()]
        command = [programs() / "postgres", "-D", self.data, "-k", self.sockets, *options]
        with (self.sockets / "log").open("ab") as log:
            self.server = subprocess.Popen(command, stdout=log, stderr=log, **_asked())
        end = time.monotonic() + _SECONDS
        while not self.answers():
            if self.server.poll() is not None or time.monotonic() > end:
                raise OSError(f"PostgreSQL did not start: {self.log()[-300:]}")
            time.sleep(0.02)

    def answers(self) -> bool:
        """Tell whether the server takes connections."""
        import psycopg  # noqa: PLC0415 - only where a server is wanted

        try:
            psycopg.connect(self.url, connect_timeout=5).close()
        except psycopg.OperationalError:
            return False
        return True

    def log(self) -> str:
        """Return what the server has said."""
        return (self.sockets / "log").read_text("utf-8", "replace")

    def processes(self) -> list[int]:
        """Return the ids of all its processes, the first one first."""
        if self.server is None or self.server.poll() is not None:
            return []
        return [self.server.pid, *_children(self.server.pid)]

    def kill(self) -> None:
        """Kill all its processes at once (SIGKILL), and wait until they are gone."""
        if self.server is None:
            return
        gone = self.processes()
        for process in gone:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self.server.wait()
        end = time.monotonic() + _SECONDS
        while any(_runs(process) for process in gone) and time.monotonic() < end:
            time.sleep(0.002)
        self.server = None

    def stop(self) -> None:
        """Stop it cleanly (fast shutdown: clients are cut off, a checkpoint is written)."""
        if self.server is not None and self.server.poll() is None:
            self.server.send_signal(signal.SIGINT)
            self.server.wait(_SECONDS)
        self.server = None

    def remove(self) -> None:
        """Kill it and take its socket's folder away; the data go with the folder given."""
        self.kill()
        shutil.rmtree(self.sockets, ignore_errors=True)


def _asked() -> dict[str, Any]:
    return {"env": {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}, "cwd": "/", **RUN_AS}


def _children(parent: int) -> list[int]:
    ps = shutil.which("ps")
    if not Path("/proc/self/stat").exists() and ps:
        told = subprocess.run([ps, "-A", "-o", "pid=,ppid="], capture_output=True, check=True)
        pairs = [line.split() for line in told.stdout.splitlines()]
        return [int(pid) for pid, of in pairs if int(of) == parent]
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            # pid (comm) state ppid: proc(5); the name may hold anything, also a bracket
            if int(stat.read_text().rpartition(")")[2].split()[1]) == parent:
                found.append(int(stat.parent.name))
    return found


def _runs(process: int) -> bool:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    if Path("/proc/self/stat").exists():
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
