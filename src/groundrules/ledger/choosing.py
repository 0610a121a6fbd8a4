"""How some streams are read without the others, and some parts without the rest.

Streams differ by what their entries hold: a recording has hundreds of large parts, and whoever
looks for conversations wants none of them. Numbers of entries are looked up in the index of streams
alone; rows and parts are then read by their numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from groundrules.ledger.entries import MOST_PARTS, Entry
from groundrules.ledger.stored import COLUMNS, entry_of, heads_of, slices
from groundrules.ledger.tables import ENTRIES, PARTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from sqlalchemy import Connection

    from groundrules.ledger.database import Database

_AT_ONCE = 400

_FIRST = select(ENTRIES.c.seq).where(ENTRIES.c.version == 1)
_ONE = select(*COLUMNS).where(
    ENTRIES.c.stream == bindparam("stream"), ENTRIES.c.version == bindparam("version")
)


def streams_with(database: Database, part: str) -> list[bytes]:
    """Return the streams whose first entry has a part of a name, in the order of the ledger.

    Args:
        database: of the ledger.
        part: the name; it counts also where the part was erased.
    """
    # In the index of streams and versions there are no digests, so the numbers come first.
    has_it = ENTRIES.c.digests.like(f'%["{part}",%')
    found: list[bytes] = []
    with database.reading() as connection:
        for some in _batches(sorted(connection.execute(_FIRST).scalars())):
            statement = select(ENTRIES.c.stream).where(ENTRIES.c.seq.in_(some), has_it)
            found += connection.execute(statement.order_by(ENTRIES.c.seq)).scalars()
    return found


def entries_of_streams(
    database: Database, streams: Iterable[bytes], parts: Collection[str] = ()
) -> Iterator[Entry]:
    """Yield the entries of some streams, in the order in which they were numbered.

    Args:
        database: of the ledger.
        streams: whose.
        parts: the names of the parts that are read; without any, all.
    """
    with database.reading() as connection:
        seqs = sorted(_seqs(connection, streams))
    for some in _batches(seqs):
        with database.reading() as connection:
            found = _with_parts(connection, list(_rows(connection, some)), parts)
        yield from found


def last_entries(
    database: Database, streams: Iterable[bytes], parts: Collection[str] = ()
) -> list[Entry]:
    """Return the last entry of each of some streams that has one; arguments as above."""
    with database.reading() as connection:
        rows = [
            row
            for some in slices(list(dict.fromkeys(streams)))
            for row in connection.execute(heads_of(some))
        ]
        return _with_parts(connection, rows, parts)


def entry_at(database: Database, stream: bytes, version: int) -> Entry | None:
    """Return one version of a stream, with those of its parts that still exist; None for none."""
    with database.reading() as connection:
        rows = connection.execute(_ONE, {"stream": stream, "version": version}).all()
        return next(iter(_with_parts(connection, rows, ())), None)


def _seqs(connection: Connection, streams: Iterable[bytes]) -> Iterator[int]:
    for some in slices(list(dict.fromkeys(streams))):
        statement = select(ENTRIES.c.seq).where(ENTRIES.c.stream.in_(some))
        yield from connection.execute(statement).scalars()


def _batches(seqs: list[int]) -> Iterator[list[int]]:
    for first in range(0, len(seqs), _AT_ONCE):
        yield seqs[first : first + _AT_ONCE]


def _rows(connection: Connection, seqs: list[int]) -> Iterator[Sequence[Any]]:
    """Yield the rows of entries in the order of their numbers, which are ascending."""
    for some in _batches(seqs):
        statement = select(*COLUMNS).where(ENTRIES.c.seq.in_(some)).order_by(ENTRIES.c.seq)
        yield from connection.execute(statement)


def _with_parts(
    connection: Connection, rows: Sequence[Sequence[Any]], parts: Collection[str]
) -> list[Entry]:
    """Return the entries of rows, with those of their parts that are wanted and still exist."""
    bare = [(row, entry_of(row, {})) for row in rows]
    places = [
        MOST_PARTS * row[0] + number
        for row, entry in bare
        for number, (name, _) in enumerate(entry.digests)
        if not parts or name in parts
    ]
    sealed: dict[int, bytes] = {}
    for some in _batches(places):
        statement = select(PARTS.c.place, PARTS.c.sealed).where(PARTS.c.place.in_(some))
        sealed.update((place, content) for place, content in connection.execute(statement))
    return [_filled(row[0], entry, sealed) for row, entry in bare]


def _filled(seq: int, entry: Entry, sealed: dict[int, bytes]) -> Entry:
    """Return an entry with its parts that were read."""
    places = enumerate(entry.digests, MOST_PARTS * seq)
    return entry._replace(
        parts=tuple((name, sealed[place]) for place, (name, _) in places if place in sealed)
    )
