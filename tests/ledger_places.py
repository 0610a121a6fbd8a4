"""Places for ledgers in tests: files in a temporary folder, and a server that the tests start.

The server is PostgreSQL 18 from the wheel that carries it (postgres_programs.py).
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from groundrules.ledger.places import Place
from postgres_programs import NOBODY, RUN_AS, NoServer, programs

if TYPE_CHECKING:
    from collections.abc import Mapping

KEY = bytes(range(32))
"""The key of every file in tests."""

_START_SECONDS = 60.0


def file_place(folder: Path, name: str = "ledger.db", key: bytes = KEY) -> Place:
    """Return the place of a file that need not be there yet."""
    return Place.file(folder / name, key)


class Server:
    """One server on a socket of its own, with as many empty places as tests want."""

    def __init__(self, settings: Mapping[str, str] | None = None) -> None:
        """Make its folder, its files, and start it.

        Args:
            settings: what differs from the defaults of PostgreSQL.
        """
        self.folder = Path(tempfile.mkdtemp(prefix="groundrules-pg-"))
        self._settings = dict(settings or {})
        self._places = 0
        self._process: subprocess.Popen[bytes] | None = None
        if NOBODY is not None:
            os.chown(self.folder, NOBODY, NOBODY)
        self._run(
            "initdb", "-U", "postgres", "--auth=trust", "--no-sync", "--no-instructions",
            "--encoding=UTF8", "--locale=C", "-D", str(self.folder / "files"),
        )  # fmt: skip
        self.start()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        log = (self.folder / "log").open("ab")
        settings = [f"--{name}={value}" for name, value in self._settings.items()]
        self._process = subprocess.Popen(
            [
                *(programs() / "postgres", "-D", self.folder / "files", "-k", self.folder),
                *("-c", "listen_addresses=", *settings),
            ],
            cwd="/",
            stdout=log,
            stderr=log,
            start_new_session=True,
            **RUN_AS,
        )
        log.close()
        end = time.monotonic() + _START_SECONDS
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > end:
                message = f"PostgreSQL does not start; it says:\n{self.log()[-2000:]}"
                raise NoServer(message)
            time.sleep(0.02)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop it: SIGINT ends it cleanly, SIGQUIT at once, SIGKILL kills its first process."""
        if self._process and self._process.poll() is None:
            self._process.send_signal(how)
            self._process.wait(_START_SECONDS)

    def remove(self) -> None:
        """Stop it and delete its files."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def pid(self) -> int:
        """Its first process; the others are its children."""
        if self._process is None:
            message = "the server was never started"
            raise NoServer(message)
        return self._process.pid

    def log(self) -> str:
        """Return what it has said."""
        return (self.folder / "log").read_text(errors="replace")

    def url(self, schema: str = "public") -> str:
        """Return the address of one schema of its database."""
        return (
            f"postgresql://postgres@/postgres?host={self.folder}&options=-csearch_path%3D{schema}"
        )

    def place(self) -> Place:
        """Return an empty place, which no other test has."""
        import psycopg  # noqa: PLC0415 - only where a server is used

        self._places += 1
        schema = f"place{self._places}"
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(f"CREATE SCHEMA {schema}")
        return Place.server(self.url(schema))

    def _answers(self) -> bool:
        import psycopg  # noqa: PLC0415 - likewise

        try:
            psycopg.connect(self.url(), connect_timeout=5).close()
        except psycopg.OperationalError:
            return False
        return True

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [programs() / program, *arguments],
            cwd="/",
            capture_output=True,
            text=True,
            check=False,
            **RUN_AS,
        )
        if done.returncode:
            message = f"{program} of PostgreSQL fails:\n{done.stderr[-2000:]}"
            raise NoServer(message)
