"""Where a ledger lies while a fault is made, and how the fault is made there."""

from __future__ import annotations

import contextlib
import itertools
import secrets
import shutil
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import psycopg

from faults_clusters import Cluster
from faults_disks import Disk, unmount
from groundrules.ledger.opening import begin_ledger
from groundrules.ledger.places import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from faults_writers import Writer

MOST_BEFORE = 24
"""A fault falls when so many entries are acknowledged, or fewer."""

A_MOMENT = 0.01
"""Seconds: a commit or two."""

SMALL = "small"
"""The folder of a small disk, where a ground has one."""

_EVERY = 10


class Ground(Protocol):
    """A place for a ledger, and one kind of fault."""

    backend: str
    writers: int
    place: Place

    def renew(self) -> None:
        """Begin a new ledger; the one before it may go."""

    def strike(self, writers: Sequence[Writer], random: Random) -> None:
        """Make the fault; afterwards no writer runs any more."""

    def recover(self) -> None:
        """Bring back what the fault took, so that the ledger can be opened."""


class SqliteKill:
    """A file, and writers that are killed one after the other within a millisecond or so."""

    backend = "SQLite"
    writers = 2

    def __init__(self, folder: Path) -> None:
        """Keep the ledger in `folder`, which must be there."""
        self.folder = folder
        self.key = secrets.token_bytes(32)
        self.place = Place.file(folder / "none", self.key)
        self.names = (f"{number}.db" for number in itertools.count())

    def renew(self) -> None:
        """Begin a new file."""
        for old in self.folder.glob("*.db*"):
            old.unlink()
        self.place = Place.file(self.folder / next(self.names), self.key)
        begin_ledger(self.place).close()

    def strike(self, writers: Sequence[Writer], random: Random) -> None:
        """Kill every writer, at a moment of its own."""
        for writer in writers:
            time.sleep(random.uniform(0, A_MOMENT / 5))
            writer.kill()

    def recover(self) -> None:
        """Do nothing: the file lies where it lay."""


class SqliteCut(SqliteKill):
    """A file on a disk whose power is cut while two writers write."""

    def __init__(self, folder: Path) -> None:
        """Make the disk in `folder`."""
        self.disk = Disk(folder)
        super().__init__(self.disk.root)

    def strike(self, writers: Sequence[Writer], random: Random) -> None:
        """Cut the power, let the writers find out for a moment, and end them.

        A sync that is on its way when an ext4 is shut down may still answer that all is well (Linux
        6.18, a plain file: in 7 of 150 cuts), which a computer without power does not.
        """
        for writer in writers:
            writer.stop_hearing()
        self.disk.cut()
        for writer in writers:
            writer.disk_has_failed()
        time.sleep(random.uniform(0, A_MOMENT))
        super().strike(writers, random)

    def recover(self) -> None:
        """Start the computer again: the disk's journal is replayed."""
        self.disk.unmount()
        self.disk.mount()


class PostgresKill:
    """A server; its clients are killed, and in every tenth cycle all its own processes first."""

    backend = "PostgreSQL"
    writers = 2

    def __init__(self, folder: Path, *, every: int = _EVERY, **settings: str) -> None:
        """Make the server's cluster in `folder` and start it."""
        self.cluster = Cluster(folder, **settings)
        self.cluster.start()
        self.place = Place.server(self.cluster.url)
        self.strikes = itertools.count(1)
        self.every = every
        self.names = (f"office{number}" for number in itertools.count())

    def renew(self) -> None:
        """Begin a new database, and drop the one before."""
        name = next(self.names)
        with psycopg.connect(self.cluster.url, autocommit=True) as connection:
            old = connection.execute("SELECT datname FROM pg_database WHERE datname ~ '^office'")
            for (database,) in old.fetchall():
                connection.execute(f"DROP DATABASE {database} WITH (FORCE)".encode())
            connection.execute(f"CREATE DATABASE {name}".encode())
        self.place = Place.server(self.cluster.url.replace("/postgres?", f"/{name}?"))
        begin_ledger(self.place).close()

    def strike(self, writers: Sequence[Writer], random: Random) -> None:
        """Kill all writers; in some cycles the server first, so that they find it gone."""
        if next(self.strikes) % self.every == 0:
            self.cluster.kill()
            time.sleep(random.uniform(0, A_MOMENT))
        for writer in writers:
            time.sleep(random.uniform(0, A_MOMENT / 5))
            writer.kill()

    def recover(self) -> None:
        """Start the server again where it was killed."""
        if not self.cluster.processes():
            self.cluster.start()


class PostgresCut(PostgresKill):
    """A server whose data lie on a disk whose power is cut while four clients write."""

    def __init__(self, folder: Path) -> None:
        """Make the disk in `folder`, and on it the cluster."""
        self.disk = Disk(folder, mebibytes=512)
        super().__init__(self.disk.root, max_wal_size="64MB", wal_recycle="off")
        self.disk.sync()

    def strike(self, writers: Sequence[Writer], random: Random) -> None:
        """Cut the power, let all find out for a moment, and end them."""
        for writer in writers:
            writer.stop_hearing()
        self.disk.cut()
        for writer in writers:
            writer.disk_has_failed()
        time.sleep(random.uniform(0, A_MOMENT))
        self.cluster.kill()
        for writer in writers:
            writer.kill()

    def recover(self) -> None:
        """Start the computer again, and the server, which replays its own log."""
        self.disk.unmount()
        self.disk.mount()
        self.cluster.start()


@contextlib.contextmanager
def ground(kind: type[Ground]) -> Iterator[Ground]:
    """Make a ground in a temporary folder, and leave nothing of it behind."""
    folder = Path(tempfile.mkdtemp(prefix="gr-fault-"))
    folder.chmod(0o711)  # the server of PostgreSQL runs as another user and passes through here
    made = None
    try:
        made = kind(folder)
        yield made
    finally:
        cluster = getattr(made, "cluster", None)
        if cluster is not None:
            cluster.remove()
        disk = getattr(made, "disk", None)
        if disk is not None:
            disk.unmount()
        small = folder / SMALL
        if small.is_mount():
            unmount(small)
        shutil.rmtree(folder)
