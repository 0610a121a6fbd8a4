"""What protection costs: the ledger beside a plain table of SQLite, in the same run.

Both keep the same documents of 1,000 bytes with `synchronous=FULL` and a write-ahead log, and both
refuse an id or a version twice. The plain table is what the standard library offers. The protected
way seals each document (AES-256-GCM), chains and signs the entries (Ed25519) and appends them to a
ledger on SQLCipher; everything that it does is inside the time taken.

    python benchmarks/ledger.py [ROUNDS [FOLDER]]

Rounds of both ways alternate, so that a disk or a machine that slows down slows both: read the
ratios. How long the disk takes to flush decides the ratio at one entry per commit, so that is
printed too. PostgreSQL is measured where the tests' server can be started.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import statistics
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from groundrules.keys.envelope import Header, seal
from groundrules.keys.secret import Secret
from groundrules.ledger.entries import NOTHING, Entry, chain_of
from groundrules.ledger.opening import begin_ledger, open_ledger
from groundrules.ledger.places import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from groundrules.ledger.ledger import Ledger
    from groundrules.proofs.checkpoints import Checkpoint

ROUNDS = 11
COMMITS = {1: 200, 1_000: 2}
"""Entries per commit to commits per round."""

GOALS = {1: 0.85, 1_000: 0.30}
"""Entries per commit to the least ratio of protected to plain."""

AUDITED, AUDIT_GOAL = 50_000, 40_000
CLIENTS, PER_CLIENT = 8, 100
STREAMS = 20
DAY = "2026-11-03"
_DOCUMENT = b"x" * 1_000


_TABLE = """
CREATE TABLE entries (
    id BLOB PRIMARY KEY, stream BLOB NOT NULL, version INTEGER NOT NULL, author BLOB NOT NULL,
    day TEXT NOT NULL, document BLOB NOT NULL, UNIQUE (stream, version))
"""


class Plain:
    """A table of the standard library's SQLite."""

    def __init__(self, folder: Path) -> None:
        """Make an empty one."""
        self._connection = sqlite3.connect(folder / "plain.db", isolation_level=None)
        self._versions = dict.fromkeys((os.urandom(16) for _ in range(STREAMS)), 0)
        for statement in (
            "PRAGMA journal_mode = WAL",
            "PRAGMA synchronous = FULL",
            _TABLE,
        ):
            self._connection.execute(statement)

    def add(self, count: int) -> None:
        """Write documents in one commit."""
        rows = []
        for stream in spread(list(self._versions), count):
            self._versions[stream] += 1
            row = os.urandom(16), stream, self._versions[stream], bytes(16), DAY, _DOCUMENT
            rows.append(row)
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?)", rows)
        self._connection.execute("COMMIT")


class Protected:
    """A ledger, and a member who seals, chains and signs."""

    def __init__(self, ledger: Ledger) -> None:
        """Begin with no entry."""
        self.ledger = ledger
        self.author = os.urandom(16)
        self._secret = Secret.new()
        self._key = Ed25519PrivateKey.generate()
        self._ends = dict.fromkeys((os.urandom(16) for _ in range(STREAMS)), (0, NOTHING))
        self.cards = {self.author: self._key.public_key().public_bytes_raw()}

    @property
    def size(self) -> int:
        """How many entries were made."""
        return sum(version for version, _ in self._ends.values())

    def add(self, count: int) -> None:
        """Write documents in one commit."""
        self.ledger.append(self.entries(count))

    def entries(self, count: int) -> list[Entry]:
        """Return entries that follow what was made before; the last of each stream is signed."""
        made: dict[bytes, list[Entry]] = {}
        for stream in spread(list(self._ends), count):
            version, previous = self._ends[stream]
            entry = self._entry(stream, version + 1, previous)
            self._ends[stream] = version + 1, chain_of(entry, self.ledger.id)
            made.setdefault(stream, []).append(entry)
        for stream, entries in made.items():
            signature = self._key.sign(self._ends[stream][1])
            entries[-1] = entries[-1]._replace(signature=signature)
        return [entry for entries in made.values() for entry in entries]

    def _entry(self, stream: bytes, version: int, previous: bytes) -> Entry:
        header = Header(self.ledger.id, stream.hex(), version, "words")
        salt = os.urandom(32)
        sealed = seal(salt + _DOCUMENT[32:], self._secret, header)
        digest = hashlib.sha256(salt + sealed).digest()
        return Entry(
            os.urandom(16), stream, version, self.author, DAY,
            (("words", digest),), previous, b"", (("words", sealed),),
        )  # fmt: skip


def spread(streams: list[bytes], count: int) -> list[bytes]:
    """Return a stream for each of so many documents: one by chance, or all in turn."""
    if count == 1:
        return [streams[os.urandom(1)[0] % len(streams)]]
    return [streams[number % len(streams)] for number in range(count)]


def note(checkpoint: Checkpoint) -> str:
    """Return a note that nobody has signed; signing is once per seal."""
    return f"{checkpoint.text}\n"


def seconds(run: Callable[[], object]) -> float:
    """Return how long a call takes."""
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun


def flush_milliseconds(folder: Path) -> float:
    """Return how long the disk takes to keep 4 KiB more of a file, at the median."""
    with (folder / "flushed").open("wb") as file:
        taken = []
        for _ in range(100):
            file.write(bytes(4096))
            file.flush()
            taken.append(seconds(lambda: os.fdatasync(file.fileno())))
    return statistics.median(taken) * 1_000


def compare(plain: Plain, protected: Protected, rounds: int, count: int) -> None:
    """Print how both ways do at so many entries per commit."""
    commits = COMMITS[count]
    times: dict[str, list[float]] = {"plain": [], "protected": []}
    for number in range(rounds + 1):
        for name, way in (("plain", plain), ("protected", protected)):
            taken = seconds(lambda way=way: [way.add(count) for _ in range(commits)])
            if number:  # the first round warms both up
                times[name].append(taken)
    medians = {name: statistics.median(taken) / commits for name, taken in times.items()}
    ratio = medians["plain"] / medians["protected"]
    print(
        f"{count:>5} per commit: plain {count / medians['plain']:>8,.0f}/s, protected "
        f"{count / medians['protected']:>8,.0f}/s, ratio {ratio:.2f} (goal {GOALS[count]:.2f}); "
        f"{(medians['protected'] - medians['plain']) * 1_000:.2f} ms more"
    )


def audit(protected: Protected) -> None:
    """Print how fast a whole ledger is audited."""
    while protected.size < AUDITED:
        protected.add(1_000)
    protected.ledger.seal(note)
    for thorough in (False, True):
        look = partial(protected.ledger.audit, protected.cards, thorough=thorough)
        taken = statistics.median(seconds(look) for _ in range(1 if thorough else 3))
        what = "every signature" if thorough else f"goal {AUDIT_GOAL:,}/s"
        print(f"audit of {protected.size:,} entries: {protected.size / taken:,.0f}/s ({what})")


def server(place: Callable[[], Place]) -> None:
    """Print how a server does, with one client and several, with a sealer and without."""
    for clients in (1, CLIENTS):
        bares, sealeds = [], []
        for _ in range(3):
            bares.append(_rate(place(), clients, sealing=False))
            sealeds.append(_rate(place(), clients, sealing=True))
        bare, sealed = statistics.median(bares), statistics.median(sealeds)
        print(
            f"PostgreSQL, {clients} client(s), 1 per commit: {bare:,.0f}/s, "
            f"with a sealer {sealed:,.0f}/s, ratio {sealed / bare:.2f}"
        )


def _rate(place: Place, clients: int, *, sealing: bool) -> float:
    first = begin_ledger(place)
    ways = [Protected(open_ledger(place)) for _ in range(clients)]
    for way in ways:
        way.add(1)
    done = False

    def seal_all() -> None:
        while not done:
            first.seal(note)
            time.sleep(0.1)

    with ThreadPoolExecutor(clients + 1) as pool:
        sealer = pool.submit(seal_all) if sealing else None
        begun = time.perf_counter()
        list(pool.map(lambda way: [way.add(1) for _ in range(PER_CLIENT)], ways))
        taken = time.perf_counter() - begun
        done = True
        if sealer:
            sealer.result()
    for way in ways:
        way.ledger.close()
    first.close()
    return clients * PER_CLIENT / taken


def main(rounds: int, folder: Path) -> None:
    """Measure, and print a line for each figure."""
    print(f"the disk flushes in {flush_milliseconds(folder):.2f} ms")
    plain = Plain(folder)
    protected = Protected(begin_ledger(Place.file(folder / "ledger.db", os.urandom(32))))
    for count in COMMITS:
        compare(plain, protected, rounds, count)
    print(f"afterwards it flushes in {flush_milliseconds(folder):.2f} ms")
    audit(protected)
    protected.ledger.close()
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
    from ledger_places import Server  # noqa: PLC0415 - the tests' own server

    started = Server()
    try:
        server(started.place)
    finally:
        started.remove()


if __name__ == "__main__":
    given = sys.argv[1:]
    with tempfile.TemporaryDirectory(dir=given[1] if len(given) > 1 else None) as made:
        main(int(given[0]) if given else ROUNDS, Path(made))
