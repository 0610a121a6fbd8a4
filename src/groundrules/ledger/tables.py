"""The tables of a ledger, the same ones in both databases.

`entries`, `leaves`, `checkpoints` and `vouchers` only grow: triggers refuse every change of a row.
`parts`, `wraps` and `forms` can be erased. `unsealed` names entries of a server that wait for their
place in the log: a row is made with its entry and goes in the transaction that gives it a leaf, so
that each gets exactly one, whatever order transactions end in. A file needs no such rows: there
transactions end in the order of their numbers.

Sequence numbers are given by who writes, under the lock of SQLite or from a sequence of PostgreSQL.
The place of a part is `16 * seq + n`, n counting the digests of its entry, so that it needs no name
and no second index.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Sequence,
    Table,
    Text,
    UniqueConstraint,
)

METADATA = MetaData()

_BIG = BigInteger().with_variant(Integer, "sqlite")
"""64 bits in both; SQLite makes only an INTEGER the row's own number."""

SEQUENCE = Sequence("entries_seq", metadata=METADATA)

LEDGER = Table(
    "ledger",
    METADATA,
    Column("one", Integer, primary_key=True, autoincrement=False),
    Column("format", Integer, nullable=False),
    Column("id", Text, nullable=False),
)

ENTRIES = Table(
    "entries",
    METADATA,
    Column("seq", _BIG, primary_key=True, autoincrement=False),
    Column("id", LargeBinary, nullable=False),
    Column("stream", LargeBinary, nullable=False),
    Column("version", Integer, nullable=False),
    Column("author", LargeBinary, nullable=False),
    Column("day", Text, nullable=False),
    Column("digests", Text, nullable=False),
    Column("previous", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    UniqueConstraint("id", name="entries_id"),
    UniqueConstraint("stream", "version", name="entries_version"),
)

PARTS = Table(
    "parts",
    METADATA,
    Column("place", _BIG, primary_key=True, autoincrement=False),
    Column("sealed", LargeBinary, nullable=False),
)

UNSEALED = Table(
    "unsealed",
    METADATA,
    Column("seq", _BIG, primary_key=True, autoincrement=False),
)

LEAVES = Table(
    "leaves",
    METADATA,
    Column("place", _BIG, primary_key=True, autoincrement=False),
    Column("seq", _BIG, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    UniqueConstraint("seq", name="leaves_seq"),
)

CHECKPOINTS = Table(
    "checkpoints",
    METADATA,
    Column("size", _BIG, primary_key=True, autoincrement=False),
    Column("root", LargeBinary, nullable=False),
    Column("frontier", LargeBinary, nullable=False),
    Column("note", Text, nullable=False),
)

VOUCHERS = Table(
    "vouchers",
    METADATA,
    Column("size", _BIG, primary_key=True, autoincrement=False),
    Column("kind", Text, primary_key=True),
    Column("digest", LargeBinary, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

WRAPS = Table(
    "wraps",
    METADATA,
    Column("stream", LargeBinary, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("key_id", LargeBinary, primary_key=True),
    Column("member", LargeBinary, primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("expires", Text, nullable=False),
    Index("wraps_member", "member"),
)

FORMS = Table(
    "forms",
    METADATA,
    Column("form", LargeBinary, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("stream", LargeBinary, primary_key=True),
    Column("place", Text, primary_key=True),
    Index("forms_stream", "stream"),
)

KEPT = Table(
    "kept",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("value", LargeBinary, nullable=False),
)

GROWING = (LEDGER, ENTRIES, LEAVES, CHECKPOINTS, VOUCHERS)
"""Whose rows no statement may change or delete."""
