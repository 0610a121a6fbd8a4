"""The raw rows of a vault's ledger, as somebody has them who has taken the opened database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from groundrules.ledger.tables import METADATA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Row

    from groundrules.vault.opened import Vault


def raw_rows(vault: Vault, table: str) -> list[Row]:
    """Return every row of a table."""
    columns = METADATA.tables[table]
    database = vault.ledger._database  # noqa: SLF001 - what lies beneath the ledger is looked at
    with database.reading() as connection:
        return list(connection.execute(select(columns).order_by(*columns.primary_key.columns)))


def all_bytes(vault: Vault) -> bytes:
    """Return the content of every field of every table, one behind the other."""
    return b"\n".join(_bytes(row) for table in METADATA.tables for row in raw_rows(vault, table))


def _bytes(row: Row) -> bytes:
    return b"\0".join(_fields(row))


def _fields(row: Row) -> Iterator[bytes]:
    for value in row:
        yield value if isinstance(value, bytes) else str(value).encode()
