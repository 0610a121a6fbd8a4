"""How entries are added: all of them or none, each where its stream ends, and never twice.

Two things make it safe to do again what perhaps was done: an entry's id is made by who writes, and
a version of a stream is taken once. A writer who was beaten to a version learns it; a writer whose
answer was lost finds the entry there, and nothing happens.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, insert, select, text

from groundrules.ledger.entries import NOTHING, Entry, chain_of, require_shape
from groundrules.ledger.keyed_rows import add_forms, add_wraps
from groundrules.ledger.refusals import Collision, Conflict, Taken
from groundrules.ledger.stored import (
    COLUMNS,
    entries_of,
    entry_of,
    heads_of,
    part_rows,
    row_of,
    slices,
)
from groundrules.ledger.tables import ENTRIES, PARTS, UNSEALED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection

    from groundrules.ledger.database import Database, InTransaction
    from groundrules.ledger.rows import Form, Wrap

_TRIES = 4
"""How often a batch is looked at again after another writer was first."""

_ADD_ENTRY = insert(ENTRIES)
_ADD_PART = insert(PARTS)
_ADD_UNSEALED = insert(UNSEALED)

_HEAD = (
    select(*COLUMNS)
    .where(ENTRIES.c.stream == bindparam("stream"))
    .order_by(ENTRIES.c.version.desc())
    .suffix_with("LIMIT 1")
)
_LAST = select(func.max(ENTRIES.c.seq))
_NEXT = text("SELECT nextval('entries_seq') FROM generate_series(1, :count)")


class Batch:
    """Entries that are added together, with the wraps and forms that go with them."""

    def __init__(
        self, entries: Sequence[Entry], wraps: Sequence[Wrap], forms: Sequence[Form]
    ) -> None:
        """Refuse what no ledger could keep.

        Raises:
            ValueError: an entry has a wrong shape; only a mistake in the program makes one.
        """
        for entry in entries:
            require_shape(entry)
        _require_signed(entries)
        self.entries = entries
        self.wraps = wraps
        self.forms = forms


def _require_signed(entries: Sequence[Entry]) -> None:
    """Refuse an entry without a signature that none of the same author's covers."""
    covering: dict[bytes, bytes] = {}
    for entry in reversed(entries):
        if not entry.signature and covering.get(entry.stream) != entry.author:
            raise ValueError("an entry is not signed, and no later one of its author covers it")
        covering[entry.stream] = entry.author


def append(database: Database, ledger: str, batch: Batch) -> None:
    """Add a batch in one transaction.

    Args:
        database: of the ledger.
        ledger: the ledger's id, in hexadecimal digits.
        batch: what is added; where all its entries are there already, nothing happens.

    Raises:
        Conflict: a version is taken, or does not follow what is there.
        Taken: an id is taken by another content.
        BadInput: the database fails.
    """
    if _append_swiftly(database, ledger, batch):
        return
    for doubted in (False, *[True] * _TRIES):
        # On a server another writer can be first between our look and our insert. Looking again
        # tells whether it wrote the same entry or another one.
        with suppress(Collision):
            with database.writing() as connection:
                _append(database, connection, ledger, batch, doubted=doubted)
            return
    raise Conflict(batch.entries[0].stream if batch.entries else b"", 0, 0)


def _append_swiftly(database: Database, ledger: str, batch: Batch) -> bool:
    """Add a batch to the end of one stream, and tell whether that could be done at once."""
    streams = {entry.stream for entry in batch.entries}
    if len(streams) != 1:
        return False
    with suppress(Collision), database.writing_swiftly() as connection:
        ends = {row[2]: entry_of(row, {}) for row in database.rows_of(connection, _HEAD, *streams)}
        follows = not _first_conflict(batch.entries, ends, ledger)
        if follows:
            _insert(database, connection, batch.entries, batch)
        return follows
    return False


def _append(
    database: Database, connection: Connection, ledger: str, batch: Batch, *, doubted: bool
) -> None:
    """Add what is not there yet of a batch, to any streams."""
    entries = batch.entries
    ends = _ends(connection, entries)
    if doubted or _first_conflict(entries, ends, ledger):
        entries = _without_known(connection, entries)
        if batch.entries and not entries:
            return
        conflict = _first_conflict(entries, ends, ledger)
        if conflict:
            raise conflict
    _insert(database, connection, entries, batch)


def _ends(connection: Connection, entries: Iterable[Entry]) -> dict[bytes, Entry]:
    """Return the latest entry of each stream that has one, without its parts."""
    streams = list({entry.stream for entry in entries})
    rows = [row for some in slices(streams) for row in connection.execute(heads_of(some))]
    return {row[2]: entry_of(row, {}) for row in rows}


def _first_conflict(
    entries: Iterable[Entry], latest: Mapping[bytes, Entry], ledger: str
) -> Conflict | None:
    """Return what does not follow the end of its stream; None where all do."""
    ends = dict(latest)
    for entry in entries:
        end = ends.get(entry.stream)
        expected = end.version + 1 if end else 1
        if entry.version != expected:
            return Conflict(entry.stream, expected, entry.version)
        if entry.previous != (chain_of(end, ledger) if end else NOTHING):
            return Conflict(entry.stream, expected, entry.version)
        ends[entry.stream] = entry
    return None


def _without_known(connection: Connection, entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries that are not in the ledger.

    Raises:
        Taken: one is there with another content.
    """
    known: dict[bytes, Entry] = {}
    for some in slices([entry.id for entry in entries]):
        rows = connection.execute(select(*COLUMNS).where(ENTRIES.c.id.in_(some)))
        known.update((entry.id, entry) for entry in entries_of(connection, rows))
    for entry in entries:
        if entry.id in known and not _same(entry, known[entry.id]):
            raise Taken(entry.id)
    return [entry for entry in dict.fromkeys(entries) if entry.id not in known]


def _same(entry: Entry, known: Entry) -> bool:
    """Tell whether two entries are one; parts that were erased meanwhile do not count."""
    given = dict(entry.parts)
    parts_are = all(given.get(name) == sealed for name, sealed in known.parts)
    return parts_are and entry._replace(parts=()) == known._replace(parts=())


def _insert(
    database: Database, connection: InTransaction, entries: Sequence[Entry], batch: Batch
) -> None:
    """Insert entries, and the wraps and forms of the batch that they are of."""
    numbered = list(zip(_reserved(database, connection, len(entries)), entries, strict=True))
    database.insert_all(connection, _ADD_ENTRY, [row_of(seq, entry) for seq, entry in numbered])
    parts = [row for seq, entry in numbered for row in part_rows(seq, entry)]
    database.insert_all(connection, _ADD_PART, parts)
    if not database.is_file:
        database.insert_all(connection, _ADD_UNSEALED, [(seq,) for seq, _ in numbered])
    add_wraps(database, connection, batch.wraps)
    add_forms(database, connection, batch.forms)


def _reserved(database: Database, connection: InTransaction, count: int) -> Iterable[int]:
    """Return so many numbers that no other entry has or gets, ascending."""
    if not count:
        return ()
    if database.is_file:
        last = database.rows_of(connection, _LAST)[0][0] or 0
        return range(last + 1, last + count + 1)
    return sorted(number for (number,) in database.rows_of(connection, _NEXT, count))
