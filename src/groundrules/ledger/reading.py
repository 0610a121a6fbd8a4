"""How entries are read: in slices, so that no lock is held while somebody looks at one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from groundrules.ledger.entries import Entry, Head, chain_of
from groundrules.ledger.stored import COLUMNS, entries_of, entry_of, heads_of
from groundrules.ledger.tables import ENTRIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.ledger.database import Database

_AT_ONCE = 500

_OF_STREAM = (
    select(*COLUMNS)
    .where(ENTRIES.c.stream == bindparam("stream"), ENTRIES.c.version > bindparam("after"))
    .order_by(ENTRIES.c.version)
    .limit(_AT_ONCE)
)
_OF_ALL = (
    select(*COLUMNS)
    .where(ENTRIES.c.seq > bindparam("after"))
    .order_by(ENTRIES.c.seq)
    .limit(_AT_ONCE)
)


def entries_after(database: Database, stream: bytes | None, after: int) -> Iterator[Entry]:
    """Yield entries with those of their parts that still exist.

    Args:
        database: of the ledger.
        stream: whose; None for all, in the order in which they were numbered.
        after: the version, or for all the number, that the first one follows.
    """
    statement = _OF_ALL if stream is None else _OF_STREAM
    while True:
        values = {"after": after} if stream is None else {"stream": stream, "after": after}
        with database.reading() as connection:
            rows = connection.execute(statement, values).all()
            entries = entries_of(connection, rows)
        yield from entries
        if len(rows) < _AT_ONCE:
            return
        after = rows[-1].seq if stream is None else rows[-1].version


def head_of(database: Database, ledger: str, stream: bytes) -> Head | None:
    """Return the end of a stream; None where it has no entry."""
    with database.reading() as connection:
        row = connection.execute(heads_of([stream])).one_or_none()
    return None if row is None else _head(entry_of(row, {}), ledger)


def all_heads(database: Database, ledger: str) -> list[Head]:
    """Return the end of every stream, in the order in which they were reached."""
    with database.reading() as connection:
        rows = connection.execute(heads_of().order_by(ENTRIES.c.seq)).all()
    return [_head(entry_of(row, {}), ledger) for row in rows]


def _head(entry: Entry, ledger: str) -> Head:
    return Head(entry.stream, entry.version, chain_of(entry, ledger))
