"""A copy of a whole ledger: a backup, or one that moves to another database.

Rows are copied, and not pages: so one way of copying serves both databases in both directions, and
nothing that was erased comes along in what a file has not overwritten yet. The copy has the id of
the first, and audits as it does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select

from groundrules.ledger.opening import fill
from groundrules.ledger.tables import ENTRIES, LEAVES, LEDGER, METADATA, SEQUENCE, UNSEALED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Table

    from groundrules.ledger.database import Database
    from groundrules.ledger.places import Place

_AT_ONCE = 500


def copy(database: Database, own: str, place: Place) -> None:
    """Copy every row, as it is at one moment, into a new ledger with the same id.

    Args:
        database: of the ledger.
        own: the ledger's id.
        place: an empty one, with a key of its own.

    Raises:
        BadInput: something is there, or either database fails; then nothing is left behind.
    """
    with database.reading() as source:
        source = source.execution_options(yield_per=_AT_ONCE)  # noqa: PLW2901 - the same one
        fill(place, own, lambda target: _copy_all(database, source, target))


def _copy_all(database: Database, source: Connection, target: Connection) -> None:
    for table in METADATA.sorted_tables:
        if table not in (LEDGER, UNSEALED):
            for rows in _rows(database, source, table):
                target.execute(insert(table), rows)
    last = source.execute(select(func.max(ENTRIES.c.seq))).scalar()
    if last and target.dialect.name == "postgresql":
        target.execute(select(func.setval(SEQUENCE.name, last)))
    waiting = select(ENTRIES.c.seq).where(ENTRIES.c.seq.not_in(select(LEAVES.c.seq)))
    target.execute(insert(UNSEALED).from_select(["seq"], waiting))


def _rows(database: Database, source: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    """Yield rows, so many at a time; what fails here is told of the source, and not of the copy."""
    with database.telling():
        for rows in source.execute(select(table)).mappings().partitions():
            yield [{**row} for row in rows]
