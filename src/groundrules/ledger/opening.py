"""How a ledger is begun and opened.

A new file is made under another name, and gets its own when the tables are in it; a server makes
all tables in one transaction. So an interrupted beginning leaves no ledger behind.
"""

from __future__ import annotations

import os
import re
import secrets
from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.ledger.places import Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Connection

    from groundrules.ledger.database import Database
    from groundrules.ledger.ledger import Ledger

FORMAT = 1
"""The version of the tables."""

_ID = re.compile(r"[0-9a-f]{32}")


def open_ledger(place: Place) -> Ledger:
    """Return the ledger of a place.

    Raises:
        BadInput: none is there, the key is another's, the database is unsafe, or it fails.
    """
    from groundrules.ledger.ledger import Ledger  # noqa: PLC0415 - start-up time

    if place.kind == "sqlite" and not os.path.lexists(place.path):
        remedy = "name the folder of a vault, or begin one"
        raise BadInput(Fault(place.shown, "there is no ledger here", remedy))
    database = _database(place)
    try:
        return Ledger(database, _own_id(database))
    except BaseException:
        database.engine.dispose()
        raise


def begin_ledger(place: Place) -> Ledger:
    """Make a new ledger and return it open.

    Args:
        place: an empty one: no file, or a database without a ledger.

    Raises:
        BadInput: something is there, or it cannot be made.
    """
    fill(place, secrets.token_hex(16), lambda _connection: None)
    return open_ledger(place)


def fill(place: Place, own: str, add: Callable[[Connection], None]) -> None:
    """Make a ledger with what belongs into it from its beginning, whole or not at all.

    Args:
        place: an empty one.
        own: its id.
        add: puts rows into the tables, in the transaction that makes them.

    Raises:
        BadInput: something is there, or it cannot be made.
    """
    if place.kind == "sqlite":
        _fill_file(place, own, add)
    else:
        _fill(_database(place), own, add)


def _database(place: Place) -> Database:
    from groundrules.ledger.database import Database  # noqa: PLC0415 - start-up time

    if place.kind == "sqlite":
        from groundrules.ledger.backends.sqlcipher import engine_of  # noqa: PLC0415 - likewise

        return Database(engine_of(place.path, place.key), place.shown)
    from groundrules.ledger.backends import postgresql  # noqa: PLC0415 - likewise

    return Database(postgresql.engine_of(place.url, place.shown), place.shown)


def _own_id(database: Database) -> str:
    from sqlalchemy import select  # noqa: PLC0415 - start-up time

    from groundrules.ledger.tables import LEDGER  # noqa: PLC0415 - likewise

    with database.reading() as connection:
        row = connection.execute(select(LEDGER.c.format, LEDGER.c.id)).one_or_none()
    if row is None or row.format != FORMAT or not _ID.fullmatch(row.id):
        remedy = "open it with the version of groundrules that wrote it, or a later one"
        raise BadInput(Fault(database.shown, "its format is not known to this version", remedy))
    return str(row.id)


def _fill_file(place: Place, own: str, add: Callable[[Connection], None]) -> None:
    path = place.path
    if os.path.lexists(path):
        raise BadInput(Fault(place.shown, "the file is there already", "name another"))
    part = path.with_name(f".{path.name}.{secrets.token_hex(8)}.part")
    try:
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        _fill(_database(Place.file(part, place.key)), own, add)
        os.link(part, path)
        _flush(path.parent)
    except FileExistsError:
        raise BadInput(Fault(place.shown, "the file is there already", "name another")) from None
    except OSError:
        remedy = "see that the folder is there and can be written to"
        raise BadInput(Fault(place.shown, "it cannot be made here", remedy)) from None
    finally:
        for suffix in ("", "-wal", "-shm"):
            part.with_name(part.name + suffix).unlink(missing_ok=True)


def _flush(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _fill(database: Database, own: str, add: Callable[[Connection], None]) -> None:
    """Make tables and triggers, and write the ledger's id, in one transaction."""
    from sqlalchemy import insert  # noqa: PLC0415 - start-up time

    from groundrules.ledger.tables import LEDGER, METADATA  # noqa: PLC0415 - likewise

    try:
        with database.writing() as connection:
            _require_empty(database, connection)
            METADATA.create_all(connection)
            for statement in _triggers(database):
                connection.exec_driver_sql(statement)
            connection.execute(insert(LEDGER).values(one=1, format=FORMAT, id=own))
            add(connection)
    finally:
        database.engine.dispose()


def _require_empty(database: Database, connection: Connection) -> None:
    from sqlalchemy import inspect  # noqa: PLC0415 - start-up time

    if inspect(connection).has_table("ledger"):
        remedy = "open it, or name an empty database"
        raise BadInput(Fault(database.shown, "there is a ledger already", remedy))


def _triggers(database: Database) -> list[str]:
    from groundrules.ledger import triggers  # noqa: PLC0415 - start-up time

    return triggers.sqlite_triggers() if database.is_file else triggers.postgresql_triggers()
