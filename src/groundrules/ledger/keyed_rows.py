"""Wraps, forms, and the few small things that a house keeps: all that can be replaced or dropped.

Putting a row that is there replaces it, so that putting it again is harmless.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from groundrules.ledger.rows import Form, Wrap
from groundrules.ledger.stored import slices
from groundrules.ledger.tables import FORMS, KEPT, WRAPS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import Any

    from sqlalchemy import Connection, Table
    from sqlalchemy.sql import ClauseElement

    from groundrules.ledger.database import Database, InTransaction

_INSERTS: dict[str, Callable[[Table], Any]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}
_PUT: dict[tuple[str, str], ClauseElement] = {}


def _putting(database: Database, table: Table) -> ClauseElement:
    """Return the statement that inserts a row, or replaces the one with its key."""
    dialect = database.engine.dialect.name
    if (dialect, table.name) not in _PUT:
        statement = _INSERTS[dialect](table)
        rest = {
            column.name: statement.excluded[column.name]
            for column in table.columns
            if not column.primary_key
        }
        keys = list(table.primary_key.columns)
        _PUT[dialect, table.name] = (
            statement.on_conflict_do_update(index_elements=keys, set_=rest)
            if rest
            else statement.on_conflict_do_nothing()
        )
    return _PUT[dialect, table.name]


def add_wraps(database: Database, connection: InTransaction, wraps: Iterable[Wrap]) -> None:
    """Put wraps in a transaction that is open."""
    database.insert_all(connection, _putting(database, WRAPS), [tuple(wrap) for wrap in wraps])


def add_forms(database: Database, connection: InTransaction, forms: Iterable[Form]) -> None:
    """Put forms in a transaction that is open."""
    database.insert_all(connection, _putting(database, FORMS), [tuple(form) for form in forms])


def wraps_of(
    database: Database, member: bytes | None, stream: bytes | None, kind: str
) -> list[Wrap]:
    """Return the wraps of a member, a stream, a kind, or of all three; in a fixed order."""
    statement = select(WRAPS).order_by(*WRAPS.primary_key.columns)
    if member is not None:
        statement = statement.where(WRAPS.c.member == member)
    if stream is not None:
        statement = statement.where(WRAPS.c.stream == stream)
    if kind:
        statement = statement.where(WRAPS.c.kind == kind)
    with database.reading() as connection:
        return [Wrap(*row) for row in connection.execute(statement)]


def drop_wraps(database: Database, wraps: Iterable[Wrap]) -> int:
    """Delete wraps, and return how many of them were there."""
    keys = [column.name for column in WRAPS.primary_key.columns]
    dropped = 0
    with database.writing() as connection:
        for wrap in wraps:
            named = [WRAPS.c[name] == getattr(wrap, name) for name in keys]
            dropped += connection.execute(delete(WRAPS).where(*named)).rowcount
    return dropped


def replace_wraps(database: Database, made: Callable[[Wrap], Wrap | None]) -> int:
    """Make every wrap anew in one transaction, and return how many there are then.

    Args:
        database: of the ledger.
        made: gives the wrap that stands in a wrap's place; None drops it.
    """
    with database.writing() as connection:
        if not database.is_file:
            connection.exec_driver_sql("LOCK TABLE wraps IN SHARE ROW EXCLUSIVE MODE")
        rows = connection.execute(select(WRAPS)).all()
        renewed = [made(Wrap(*row)) for row in rows]
        connection.execute(delete(WRAPS))
        wraps = [wrap for wrap in renewed if wrap is not None]
        database.insert_all(connection, insert(WRAPS), [tuple(wrap) for wrap in wraps])
    return len(wraps)


def forms_leading_to(database: Database, stream: bytes) -> list[Form]:
    """Return every row that leads to a stream."""
    statement = select(FORMS).where(FORMS.c.stream == stream).order_by(*FORMS.primary_key.columns)
    with database.reading() as connection:
        return [Form(*row) for row in connection.execute(statement)]


def forms_of(database: Database, forms: Sequence[bytes]) -> Iterator[Form]:
    """Yield the rows of those forms that are there."""
    for some in slices(list(dict.fromkeys(forms))):
        statement = select(FORMS).where(FORMS.c.form.in_(some))
        with database.reading() as connection:
            found = connection.execute(statement.order_by(*FORMS.primary_key.columns)).all()
        yield from (Form(*row) for row in found)


def put(database: Database, *, wraps: Iterable[Wrap] = (), forms: Iterable[Form] = ()) -> None:
    """Put wraps and forms, all or none."""
    with database.writing() as connection:
        add_wraps(database, connection, wraps)
        add_forms(database, connection, forms)


def drop_forms(database: Database, stream: bytes) -> int:
    """Delete the forms that lead to a stream, and return how many there were."""
    with database.writing() as connection:
        return connection.execute(delete(FORMS).where(FORMS.c.stream == stream)).rowcount


def keep(database: Database, name: str, value: bytes) -> None:
    """Keep a small thing of the house under its name, in place of what was there."""
    with database.writing() as connection:
        database.insert_all(connection, _putting(database, KEPT), [(name, value)])


def kept(database: Database, name: str) -> bytes | None:
    """Return what is kept under a name; None where nothing is."""
    with database.reading() as connection:
        found = connection.execute(select(KEPT.c.value).where(KEPT.c.name == name)).scalar()
    return None if found is None else bytes(found)


def count_of(connection: Connection, table: Table) -> int:
    """Return how many rows a table has."""
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())
