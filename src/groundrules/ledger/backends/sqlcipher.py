"""SQLite in one file, encrypted as a whole by SQLCipher.

The version of SQLite matters: from 3.7.0 to 3.51.2 two connections that write and checkpoint at the
same instant can damage a file in WAL mode (https://www.sqlite.org/wal.html#walresetbug), so these
are refused.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine
from sqlalchemy.pool import QueuePool

from groundrules.errors import BadInput, Fault

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

OLDEST = (3, 51, 3)
"""The first version of SQLite whose WAL mode is sound."""

_BUSY_SECONDS = 30.0

SETTINGS = {
    "journal_mode": ("WAL", "wal"),
    "synchronous": ("FULL", 2),
    "secure_delete": ("ON", 1),
    "temp_store": ("MEMORY", 2),
    "foreign_keys": ("ON", 1),
    "recursive_triggers": ("ON", 1),
    "trusted_schema": ("OFF", 0),
    "wal_autocheckpoint": ("4000", 4000),
}
"""Pragma, how it is set, and what it must answer afterwards."""

_OF_APPLE = {"fullfsync": ("ON", 1), "checkpoint_fullfsync": ("ON", 1)}
"""There, fsync alone leaves data in the drive's cache."""


def engine_of(path: Path, key: bytes) -> Engine:
    """Return the engine of a file that is there.

    Args:
        path: the encrypted file.
        key: 32 bytes, used as they are.

    Raises:
        BadInput: the library holds a version of SQLite that can damage files.
    """
    from sqlcipher3 import dbapi2  # type: ignore[import-untyped]  # noqa: PLC0415 - start-up time

    refuse_old(dbapi2.sqlite_version_info)

    def connect() -> Any:  # noqa: ANN401 - the driver has no types
        address = f"{path.absolute().as_uri()}?mode=rw"
        connection = dbapi2.connect(
            address, uri=True, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            _prepare(connection, path, key)
        except BaseException:
            connection.close()
            raise
        return connection

    return create_engine(
        "sqlite://", module=dbapi2, creator=connect, poolclass=QueuePool, hide_parameters=True
    )


def refuse_old(version: tuple[int, ...]) -> None:
    """Refuse a version of SQLite whose WAL mode can damage a file.

    Raises:
        BadInput: naming the version and what to install.
    """
    if version < OLDEST:
        found, wanted = (".".join(map(str, one)) for one in (version, OLDEST))
        message = f"this is SQLite {found}, which can damage a vault when two programs write"
        remedy = (
            f"install sqlcipher3 with SQLite {wanted} or later; sqlcipher3-wheels and "
            "sqlcipher3-binary install older ones under the same name, so remove those"
        )
        raise BadInput(Fault("sqlcipher3", message, remedy))


def _prepare(connection: Any, path: Path, key: bytes) -> None:  # noqa: ANN401 - likewise
    run = connection.execute
    # Its own log goes to standard error, and tells nothing that we do not tell.
    run("PRAGMA cipher_log_level = NONE")
    run(f"PRAGMA key = \"x'{key.hex()}'\"")
    run("PRAGMA cipher_compatibility = 4")
    run("PRAGMA cipher_hmac_algorithm = HMAC_SHA256")
    run("SELECT count(*) FROM sqlite_master").fetchone()
    for name, (value, expected) in _settings().items():
        run(f"PRAGMA {name} = {value}").fetchall()
        found = run(f"PRAGMA {name}").fetchone()
        if found is None or found[0] != expected:
            message = f"SQLite does not keep to {name} = {value} here"
            raise BadInput(Fault(str(path), message, "keep the vault on a local disk"))


def _settings() -> dict[str, tuple[str, object]]:
    return SETTINGS | (_OF_APPLE if sys.platform == "darwin" else {})
