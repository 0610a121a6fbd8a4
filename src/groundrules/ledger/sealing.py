"""How entries come into the log: later than they are written, each exactly once.

A log of all streams inside the transaction that writes an entry would make every writer wait for
every other. So a sealer comes behind the writers, and takes what is not in the log yet into it, in
the order of the numbers. Sealers take turns; one that comes second finds nothing left to do.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import delete, func, insert, literal_column, or_, select

from groundrules.ledger.entries import leaf_of
from groundrules.ledger.stored import COLUMNS, entry_of
from groundrules.ledger.tables import CHECKPOINTS, ENTRIES, LEAVES, UNSEALED, VOUCHERS
from groundrules.proofs.checkpoints import Checkpoint
from groundrules.proofs.merkle import Frontier, leaf_hash

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import ColumnElement, Connection

    from groundrules.ledger.database import Database

AT_ONCE = 5_000
"""How many entries one transaction seals, so that writers wait for a fraction of a second."""

COSIGNATURE = "cosignature"
TOKEN = "token"  # noqa: S105 - a time stamp, and no secret

_ADD_LEAF = insert(LEAVES)
_TAKEN = delete(UNSEALED).where(UNSEALED.c.seq.in_(select(LEAVES.c.seq)))
_LAST_SEALED = select(func.coalesce(func.max(LEAVES.c.seq), literal_column("0"))).scalar_subquery()


class StoredCheckpoint(NamedTuple):
    """A checkpoint of the log, with what others have added to it.

    Attributes:
        size: how many leaves the log had.
        root: of the tree of those leaves, 32 bytes.
        note: as it was signed.
        cosignatures: lines of witnesses, in the order of their hashes.
        tokens: RFC 3161 time stamps, DER, likewise.
    """

    size: int
    root: bytes
    note: str
    cosignatures: tuple[str, ...] = ()
    tokens: tuple[bytes, ...] = ()


def origin_of(ledger: str) -> str:
    """Return the name of a ledger's log, and of the key that signs for it."""
    return f"groundrules/{ledger}"


def is_waiting(*, is_file: bool) -> ColumnElement[bool]:
    """Return the condition that an entry is not in the log yet.

    Writers of SQLite take turns, so numbers are given in the order in which transactions end, and
    whatever has a higher number than the last leaf waits. On a server they end in any order, and
    what waits is written down; a copy of one brings that along.
    """
    written = ENTRIES.c.seq.in_(select(UNSEALED.c.seq))
    return or_(written, ENTRIES.c.seq > _LAST_SEALED) if is_file else written


def seal(database: Database, ledger: str, sign: Callable[[Checkpoint], str]) -> str | None:
    """Give every entry that waits its leaf, and return the last note; None where none waited.

    Args:
        database: of the ledger.
        ledger: the ledger's id, in hexadecimal digits.
        sign: returns the signed note of a checkpoint.

    Raises:
        BadInput: the database fails; what was sealed before stays.
    """
    note = None
    while True:
        with database.writing() as connection:
            _take_turn(database, connection, ledger)
            entries = _waiting(database, connection, ledger)
            if not entries:
                return note
            note = _seal(database, connection, entries, (origin_of(ledger), sign))
        if len(entries) < AT_ONCE:
            return note


def _take_turn(database: Database, connection: Connection, ledger: str) -> None:
    """Wait for the sealer before; a writer of SQLite has waited for it already."""
    if not database.is_file:
        number = int.from_bytes(hashlib.sha256(ledger.encode()).digest()[:8], "big", signed=True)
        connection.execute(select(func.pg_advisory_xact_lock(number)))


def _waiting(database: Database, connection: Connection, ledger: str) -> list[tuple[int, bytes]]:
    """Return number and leaf hash of the entries whose turn it is."""
    waits = is_waiting(is_file=database.is_file)
    rows = connection.execute(select(*COLUMNS).where(waits).order_by(ENTRIES.c.seq).limit(AT_ONCE))
    return [(row[0], leaf_hash(leaf_of(entry_of(row, {}), ledger))) for row in rows]


def _seal(
    database: Database,
    connection: Connection,
    entries: list[tuple[int, bytes]],
    signer: tuple[str, Callable[[Checkpoint], str]],
) -> str:
    origin, sign = signer
    before = _frontier(connection)
    after = before.with_leaves(leaf for _, leaf in entries)
    leaves = [(place, seq, leaf) for place, (seq, leaf) in enumerate(entries, before.size)]
    database.insert_all(connection, _ADD_LEAF, leaves)
    connection.execute(_TAKEN)
    checkpoint = Checkpoint(origin, after.size, after.root)
    note = sign(checkpoint)
    if not note.startswith(checkpoint.text):
        raise ValueError("what was signed is not this checkpoint")
    connection.execute(
        insert(CHECKPOINTS).values(
            size=after.size, root=after.root, frontier=after.to_bytes(), note=note
        )
    )
    return note


def _frontier(connection: Connection) -> Frontier:
    latest = select(CHECKPOINTS.c.frontier).order_by(CHECKPOINTS.c.size.desc()).limit(1)
    found = connection.execute(latest).scalar()
    return Frontier() if found is None else Frontier.from_bytes(found)


def leaves(database: Database, first: int, last: int | None) -> list[bytes]:
    """Return the leaf hashes from one place up to, and without, another."""
    wanted = select(LEAVES.c.hash).where(LEAVES.c.place >= first).order_by(LEAVES.c.place)
    if last is not None:
        wanted = wanted.where(LEAVES.c.place < last)
    with database.reading() as connection:
        return list(connection.execute(wanted).scalars())


def leaf_index(database: Database, entry: bytes) -> int | None:
    """Return the place of an entry's leaf; None where it has none yet, or is not there."""
    wanted = (
        select(LEAVES.c.place)
        .join(ENTRIES, ENTRIES.c.seq == LEAVES.c.seq)
        .where(ENTRIES.c.id == entry)
    )
    with database.reading() as connection:
        found: int | None = connection.execute(wanted).scalar()
    return found


def checkpoints(database: Database, after: int) -> Iterator[StoredCheckpoint]:
    """Yield the checkpoints of logs larger than a size, the smallest first."""
    wanted = (
        select(CHECKPOINTS.c.size, CHECKPOINTS.c.root, CHECKPOINTS.c.note)
        .where(CHECKPOINTS.c.size > after)
        .order_by(CHECKPOINTS.c.size)
    )
    added = select(VOUCHERS).where(VOUCHERS.c.size > after).order_by(VOUCHERS.c.digest)
    with database.reading() as connection:
        rows = connection.execute(wanted).all()
        vouchers = connection.execute(added).all()
    for size, root, note in rows:
        own = [one for one in vouchers if one.size == size]
        lines = tuple(one.content.decode() for one in own if one.kind == COSIGNATURE)
        tokens = tuple(one.content for one in own if one.kind == TOKEN)
        yield StoredCheckpoint(size, root, note, lines, tokens)


def add_voucher(database: Database, size: int, kind: str, content: bytes) -> None:
    """Add what somebody outside said of a checkpoint; adding it again is harmless.

    Raises:
        ValueError: the log has no checkpoint of this size.
    """
    digest = hashlib.sha256(content).digest()
    with database.writing() as connection:
        known = select(CHECKPOINTS.c.size).where(CHECKPOINTS.c.size == size)
        if connection.execute(known).scalar() is None:
            raise ValueError("the log has no checkpoint of this size")
        own = (VOUCHERS.c.size == size, VOUCHERS.c.kind == kind, VOUCHERS.c.digest == digest)
        if connection.execute(select(VOUCHERS.c.size).where(*own)).scalar() is None:
            row = {"size": size, "kind": kind, "digest": digest, "content": content}
            connection.execute(insert(VOUCHERS).values(row))
