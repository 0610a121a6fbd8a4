"""The audit: is everything in the ledger what was written? It needs no key but that of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, inspect, select, text

from groundrules.ledger.audited_entries import AuditedEntries
from groundrules.ledger.audited_log import AuditedLog
from groundrules.ledger.entries import MOST_PARTS
from groundrules.ledger.erasing import overwritten
from groundrules.ledger.findings import Audit, Finding
from groundrules.ledger.keyed_rows import count_of
from groundrules.ledger.sealing import is_waiting
from groundrules.ledger.stored import COLUMNS
from groundrules.ledger.tables import CHECKPOINTS, ENTRIES, LEAVES, PARTS
from groundrules.ledger.triggers import NAMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sqlalchemy import Connection, Select

    from groundrules.ledger.database import Database

_AT_ONCE = 5_000

_EVERY_PAGE = "cipher_integrity_check"
_CHECKS = {False: (_EVERY_PAGE,), True: (_EVERY_PAGE, "integrity_check")}

_ENTRIES = {
    is_file: select(*COLUMNS, LEAVES.c.hash, is_waiting(is_file=is_file))
    .outerjoin(LEAVES, LEAVES.c.seq == ENTRIES.c.seq)
    .order_by(ENTRIES.c.seq)
    for is_file in (True, False)
}
_LEAVES = (
    select(LEAVES.c.place, LEAVES.c.hash, ENTRIES.c.seq)
    .outerjoin(ENTRIES, ENTRIES.c.seq == LEAVES.c.seq)
    .order_by(LEAVES.c.place)
)
_ORPHANS = (
    select(func.count())
    .select_from(PARTS)
    .where(~select(ENTRIES.c.seq).where(ENTRIES.c.seq == PARTS.c.place // MOST_PARTS).exists())
)


def audit(
    database: Database,
    ledger: str,
    cards: Mapping[bytes, bytes],
    on_progress: Callable[[int, int], None] | None = None,
    *,
    thorough: bool = False,
) -> Audit:
    """Look at every entry, leaf and checkpoint, as at one moment, and at every page of a file.

    Args:
        database: of the ledger.
        ledger: the ledger's id, in hexadecimal digits.
        cards: member's id and public Ed25519 key, for the signatures.
        on_progress: is told how many rows are done, and of how many.
        thorough: verify every signature, look for parts without an entry, and hold the tables
            and indexes of a file against each other.

    Raises:
        BadInput: the database fails.
    """
    entries = AuditedEntries(ledger, cards, thorough=thorough)
    with database.reading() as connection:
        total = count_of(connection, ENTRIES) + count_of(connection, LEAVES)
        checkpoints = connection.execute(select(CHECKPOINTS).order_by(CHECKPOINTS.c.size)).all()
        log = AuditedLog(ledger, checkpoints)
        tell = on_progress or (lambda _done, _total: None)
        for rows in _slices(database, connection, _ENTRIES[database.is_file]):
            entries.take(rows)
            tell(entries.count, total)
        for rows in _slices(database, connection, _LEAVES):
            log.take(rows)
            tell(entries.count + log.size, total)
        others = list(_of_database(database, connection, thorough=thorough))
    if database.is_file:
        others += _of_file(database, thorough=thorough)
    entries.close()
    log.close()
    findings = (*entries.findings, *log.findings, *others)
    counts = entries.count, len(entries.ends), entries.signatures, log.size, len(checkpoints)
    return Audit(*counts, entries.waiting, findings)


def _slices(
    database: Database, connection: Connection, statement: Select[Any]
) -> Iterator[list[Any]]:
    """Yield the rows of a statement as the driver gives them, so many at a time."""
    cursor = connection.execution_options(stream_results=True).exec_driver_sql(
        database.text(statement)
    )
    while rows := cursor.fetchmany(_AT_ONCE):
        yield list(rows)


def _of_database(
    database: Database, connection: Connection, *, thorough: bool
) -> Iterator[Finding]:
    kind = "sqlite" if database.is_file else "postgresql"
    if set(NAMES[kind]) - _triggers(database, connection):
        yield Finding("", "the database", "a trigger that refuses changes is missing")
    if thorough and connection.execute(_ORPHANS).scalar_one():
        yield Finding("", "the database", "there are parts without an entry")


def _of_file(database: Database, *, thorough: bool) -> Iterator[Finding]:
    """Yield what is wrong with the pages of an encrypted file.

    What SQLite was writing from its log into the file when it was broken off may be half a page
    there, while the log has it whole. So the log is folded into the file first.
    """
    overwritten(database)
    with database.alone() as connection:
        for check in _CHECKS[thorough]:
            # What another process was writing at the first look is whole at the second.
            if _fails(connection, check) and _fails(connection, check):
                yield Finding("", "the database", f"the file is damaged: {check} fails")


def _fails(connection: Connection, check: str) -> bool:
    found = [row[0] for row in connection.exec_driver_sql(f"PRAGMA {check}")]
    return found not in ([], ["ok"])


def _triggers(database: Database, connection: Connection) -> set[str]:
    if database.is_file:
        wanted = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        return set(connection.execute(text(wanted)).scalars())
    schema = inspect(connection).default_schema_name
    wanted = (
        "SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
        "JOIN pg_namespace n ON n.oid = c.relnamespace "
        "WHERE n.nspname = :schema AND t.tgenabled IN ('O', 'A') AND NOT t.tgisinternal"
    )
    return set(connection.execute(text(wanted), {"schema": schema}).scalars())
