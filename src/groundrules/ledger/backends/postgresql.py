"""PostgreSQL: the same tables on a server that several members share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from groundrules.errors import BadInput, Fault

if TYPE_CHECKING:
    from sqlalchemy import Engine

OLDEST = 140000
"""Version 14, as `server_version_num` has it."""

_DURABLE = ("on", "remote_apply")
"""What `synchronous_commit` has to be; anything less acknowledges what a power cut can take."""


def engine_of(url: str, shown: str) -> Engine:
    """Return the engine of a database.

    Args:
        url: `postgresql://user@host/database`, as libpq has it.
        shown: how messages name it.

    Raises:
        BadInput: the address is none, or the driver is not installed.
    """
    _require_driver(shown)
    try:
        address = make_url(url).set(drivername="postgresql+psycopg")
    except ArgumentError:
        remedy = "write it as postgresql://user@host/database"
        raise BadInput(Fault(shown, "its address cannot be read", remedy)) from None
    engine = create_engine(
        address, hide_parameters=True, paramstyle="format", connect_args={"connect_timeout": 10}
    )
    event.listen(engine, "connect", _prepare(shown))
    return engine


def _require_driver(shown: str) -> None:
    import logging  # noqa: PLC0415 - with the driver

    # What it notes of a lost connection goes to standard error where nobody listens to it.
    logging.getLogger("psycopg").addHandler(logging.NullHandler())
    try:
        import psycopg  # noqa: F401, PLC0415 - an extra of the package
    except ImportError:
        remedy = "install groundrules with its extra `newsroom`"
        raise BadInput(Fault(shown, "the driver of PostgreSQL is not there", remedy)) from None


def _prepare(shown: str) -> Any:  # noqa: ANN401 - an event's listener has no type of its own
    def prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own
        with connection.cursor() as cursor:
            _require_sound(cursor, shown)
            if _setting(cursor, "synchronous_commit") not in _DURABLE:
                cursor.execute("SET synchronous_commit = on")
            cursor.execute("SET default_transaction_isolation = 'read committed'")
            cursor.execute("SET lock_timeout = '30s'")
            cursor.execute("SET client_encoding = 'UTF8'")
        connection.commit()

    return prepare


def _require_sound(cursor: Any, shown: str) -> None:  # noqa: ANN401 - likewise
    for name in ("fsync", "full_page_writes"):
        if _setting(cursor, name) != "on":
            message = f"the server runs with {name} off, and would lose entries in a power cut"
            raise BadInput(Fault(shown, message, f"set {name} = on in postgresql.conf"))
    if _setting(cursor, "server_encoding") != "UTF8":
        remedy = "make one with ENCODING 'UTF8' TEMPLATE template0"
        raise BadInput(Fault(shown, "the database is not in UTF-8", remedy))
    if int(_setting(cursor, "server_version_num")) < OLDEST:
        remedy = "use PostgreSQL 14 or later"
        raise BadInput(Fault(shown, "the server is too old", remedy))


def _setting(cursor: Any, name: str) -> str:  # noqa: ANN401 - likewise
    return str(cursor.execute("SELECT current_setting(%s)", (name,)).fetchone()[0])
