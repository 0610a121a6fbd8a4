"""A disk that is full, a file that may not grow, a disk that fails: and the writer is told so.

Each trouble comes while a writer writes. The ledger must refuse with a place and a remedy, must
keep all that it acknowledged, and must go on in the same process as soon as the trouble is over,
also with the very append that it refused.
"""

from __future__ import annotations

import contextlib
import os
import resource
import sys
import time
from functools import partial
from random import Random
from typing import TYPE_CHECKING, NamedTuple, Protocol

from faults_disks import fill, small_disk
from faults_entries import Appended, Author, head_of, next_append
from faults_figures import Control, Figure, Progress
from faults_grounds import SMALL, PostgresKill, SqliteCut, SqliteKill, ground
from faults_rounds import Tally, found_in
from faults_ways import ANYWAY, RIGHT, opened
from faults_writers import BROKEN, CLEAN, READY, begin_writer
from groundrules.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path

    from faults_grounds import Ground
    from faults_writers import Acknowledge
    from groundrules.ledger.ledger import Ledger
    from groundrules.ledger.places import Place

_BEFORE = 3
_MOST = 5_000
_PATIENCE = 100


class Trouble(Protocol):
    """Something that keeps a ledger from being written to."""

    passes: bool

    def begin(self, random: Random) -> None:
        """Let it come."""

    def end(self) -> None:
        """Let it go."""


class FullSqlite(SqliteKill):
    """A file on a disk of a few mebibytes, which another file fills."""

    passes = True

    def __init__(self, folder: Path) -> None:
        """Mount the disk in `folder`."""
        small_disk(folder / SMALL, mebibytes=6)
        super().__init__(folder / SMALL)

    def begin(self, random: Random) -> None:
        """Leave room for a few appends at most."""
        fill(self.folder, leave=random.randrange(0, 200_000))

    def end(self) -> None:
        """Make room."""
        (self.folder / "filler").unlink()


class LimitedSqlite(SqliteKill):
    """A file that may not grow: the system answers EFBIG, which SQLite takes for a disk's error."""

    passes = True

    def begin(self, random: Random) -> None:
        """Let no file of this process grow beyond what the largest has now, or a little more."""
        largest = max(file.stat().st_size for file in self.folder.iterdir())
        limit = largest + random.randrange(0, 100_000)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))

    def end(self) -> None:
        """Let files grow again."""
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


class FailingSqlite(SqliteCut):
    """A disk that fails for good: every write and every sync is an error of input and output."""

    passes = False

    def begin(self, random: Random) -> None:
        """Let it fail."""
        random.random()
        self.disk.cut()

    def end(self) -> None:
        """Do nothing: such a disk is changed, and the computer started again (`recover`)."""


class FullPostgres(PostgresKill):
    """A server on a small disk, which another file fills; it may end itself for that."""

    passes = True

    def __init__(self, folder: Path) -> None:
        """Mount the disk in `folder`, and make the server's cluster on it."""
        self.small = folder / SMALL
        small_disk(self.small, mebibytes=128)
        self.small.chmod(0o711)
        super().__init__(self.small, max_wal_size="32MB", min_wal_size="32MB")

    def begin(self, random: Random) -> None:
        """Leave room for some appends at most."""
        fill(self.small, leave=random.randrange(0, 500_000))

    def end(self) -> None:
        """Make room."""
        (self.small / "filler").unlink()


class Job(NamedTuple):
    """What a writer in trouble does.

    Attributes:
        place: of the ledger.
        trouble: what comes.
        way: `faults_ways.RIGHT`, or `ANYWAY`, which must lose.
        seed: of what is written, and of how the trouble comes.
    """

    place: Place
    trouble: Trouble
    way: str
    seed: int


def write_in_trouble(acknowledge: Acknowledge, job: Job) -> int:
    """Write, be refused, and go on when the trouble is over; return how it ended."""
    ledger, random = opened(job.place), Random(job.seed)  # noqa: S311 - chooses streams and sizes
    author = Author(0, ledger.id)
    pen = Pen(ledger, author, acknowledge, random)
    acknowledge([READY])
    for _ in range(_BEFORE):
        pen.write(pen.next())
    job.trouble.begin(random)
    refused = _refused(pen)
    if job.way == ANYWAY:
        acknowledge(refused.ids)
    job.trouble.end()
    if job.trouble.passes and job.way == RIGHT:
        pen.insist(refused)
        for _ in range(_BEFORE):
            pen.write(pen.next())
    return CLEAN


class Pen:
    """One writer's ledger, and the heads of its streams."""

    def __init__(
        self, ledger: Ledger, author: Author, acknowledge: Acknowledge, random: Random
    ) -> None:
        """Begin where the ledger is."""
        self.ledger, self.author, self.random = ledger, author, random
        self.acknowledge = acknowledge
        self.heads = {stream: head_of(ledger, stream) for stream in author.streams()}

    def next(self) -> Appended:
        """Return what would be appended next."""
        return next_append(self.author, self.heads, self.random)

    def write(self, appended: Appended) -> None:
        """Append and acknowledge.

        Raises:
            BadInput: the ledger refused; nothing is acknowledged.
        """
        self.ledger.append(appended.entries, wraps=appended.wraps, forms=appended.forms)
        self.acknowledge(appended.ids)
        self.heads |= {entry.stream: self.author.following(entry) for entry in appended.entries}

    def insist(self, appended: Appended) -> None:
        """Append what was refused, as soon as the ledger takes it: a server may be starting."""
        for _ in range(_PATIENCE):
            with contextlib.suppress(BadInput):
                self.write(appended)
                return
            time.sleep(0.1)
        raise TimeoutError("writes did not resume")


def _refused(pen: Pen) -> Appended:
    """Write until the ledger refuses; return what it refused.

    Raises:
        AssertionError: it never does, or does so without naming a place and a remedy.
    """
    for _ in range(_MOST):
        appended = pen.next()
        try:
            pen.write(appended)
        except BadInput as refused:
            for fault in refused.faults:
                if not (fault.path and fault.message and fault.remedy):
                    raise AssertionError("a refusal without a place or a remedy") from None
            return appended
    raise AssertionError("the ledger wrote on, and nothing kept it")


def _tally(where: Ground, cycles: int, way: str, random: Random) -> Tally:
    total, lost, wrong = 0, 0, list[str]()
    progress = Progress(f"{type(where).__name__}, {way}", cycles)
    kept: set[bytes] = set()
    for cycle in range(cycles):
        if cycle % 5 == 0 or way == ANYWAY:
            where.renew()
            kept = set()
        said, broken = _one(where, way, random)
        kept |= said
        found = found_in(where, kept, thorough=cycle % 5 == 4)
        total, lost = total + len(said), lost + found.lost
        wrong += found.wrong + ["a writer was not told in plain words, or could not go on"] * broken
        progress.step()
    return Tally(total, lost, wrong)


def _one(where: Ground, way: str, random: Random) -> tuple[set[bytes], int]:
    job = Job(where.place, where, way, random.randrange(1 << 30))  # type: ignore[arg-type]
    writer = begin_writer(partial(write_in_trouble, job=job))
    writer.wait_until_ready()
    if isinstance(where, PostgresKill):
        _keep_up(where, writer.process)
    ended = writer.ended()
    where.recover()
    return set(ended.acknowledged), int(ended.status == BROKEN)


def _keep_up(where: PostgresKill, process: int) -> None:
    """Start the server again whenever it has ended itself, until the writer is done."""
    while os.waitid(os.P_PID, process, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        if not where.cluster.processes():
            with contextlib.suppress(OSError):
                where.cluster.start()
        time.sleep(0.05)


def full_figure(fault: str, kind: type[Ground], counts: tuple[int, int], random: Random) -> Figure:
    """Make one trouble many times, and a control; return the report's line.

    Args:
        fault: its name in the report.
        kind: one of the grounds above.
        counts: cycles, and cycles of the control.
        random: when, and how much.
    """
    with ground(kind) as where:
        result = _tally(where, counts[0], RIGHT, random)
        naive = _tally(where, counts[1], ANYWAY, random)
    for line in result.wrong[:20]:
        sys.stderr.write(f"{fault}, {kind.backend}: {line}\n")
    control = Control(ANYWAY, naive.acknowledged, naive.lost)
    return Figure(
        fault,
        kind.backend,
        counts[0],
        result.acknowledged,
        result.lost,
        len(result.wrong),
        (control,),
    )
