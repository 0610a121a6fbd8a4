"""How what was promised to be deleted goes: out of the tables, and out of the files behind them.

A deleted row leaves its bytes in a file until something overwrites them. SQLite overwrites them at
once (`secure_delete`), and what it logged before is folded into the file and cut off. PostgreSQL
rewrites nothing, so the tables are vacuumed; its own log keeps copies until it is recycled. That is
why what is sealed is also wrapped under an epoch key outside of the database: the ledger makes the
bytes go as far as the database lets it, and the epoch key makes those that stay unreadable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from groundrules.ledger.entries import MOST_PARTS
from groundrules.ledger.rows import Erased
from groundrules.ledger.stored import runs_of, slices
from groundrules.ledger.tables import ENTRIES, FORMS, PARTS, WRAPS

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection, Table

    from groundrules.ledger.database import Database

_PATIENCE_MILLISECONDS = 5_000


def erase(database: Database, streams: Collection[bytes]) -> Erased:
    """Delete the parts, wraps and forms of some streams; their entries stay.

    Raises:
        BadInput: the database fails; nothing was deleted.
    """
    parts = wraps = forms = 0
    with database.writing() as connection:
        for some in slices(list(dict.fromkeys(streams))):
            parts += _parts(connection, some)
            wraps += _rows(connection, WRAPS, some)
            forms += _rows(connection, FORMS, some)
    return Erased(parts, wraps, forms, overwritten(database))


def _parts(connection: Connection, streams: list[bytes]) -> int:
    seqs = connection.execute(select(ENTRIES.c.seq).where(ENTRIES.c.stream.in_(streams))).scalars()
    deleted = 0
    for first, last in runs_of(list(seqs)):
        places = PARTS.c.place.between(MOST_PARTS * first, MOST_PARTS * last + MOST_PARTS - 1)
        deleted += connection.execute(delete(PARTS).where(places)).rowcount
    return deleted


def _rows(connection: Connection, table: Table, streams: list[bytes]) -> int:
    return connection.execute(delete(table).where(table.c.stream.in_(streams))).rowcount


def overwritten(database: Database) -> bool:
    """Have the database's files forget what was deleted, and tell whether they did.

    Raises:
        BadInput: the database fails.
    """
    with database.alone() as connection:
        if database.is_file:
            return _cut_off(connection)
        for table in (PARTS, WRAPS, FORMS):
            connection.exec_driver_sql(f"VACUUM {table.name}")
        return False


def _cut_off(connection: Connection) -> bool:
    """Fold the log of SQLite into its file and cut it to nothing.

    A reader who still looks at an old state is in the way; readers of a ledger are brief.
    """
    (patience,) = connection.exec_driver_sql("PRAGMA busy_timeout").one()
    connection.exec_driver_sql(f"PRAGMA busy_timeout = {_PATIENCE_MILLISECONDS}")
    try:
        busy, _, _ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
    finally:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {patience}")
    return not busy
