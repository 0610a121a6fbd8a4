"""Entries as rows: how one is taken apart for the tables, and put together again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, select

from groundrules.ledger.entries import MOST_PARTS, Entry, digests_text
from groundrules.ledger.tables import ENTRIES, PARTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Select

COLUMNS = tuple(ENTRIES.columns)
"""What `entry_of` takes, in its order."""


_AT_ONCE = 400
"""How many values one statement names."""


def slices(values: list[bytes]) -> Iterator[list[bytes]]:
    """Yield values in lists that are short enough for one statement."""
    for first in range(0, len(values), _AT_ONCE):
        yield values[first : first + _AT_ONCE]


def heads_of(streams: Collection[bytes] | None = None) -> Select[Any]:
    """Return the statement that finds the latest row of some streams, or of all."""
    newest = select(ENTRIES.c.stream, func.max(ENTRIES.c.version).label("version"))
    if streams is not None:
        newest = newest.where(ENTRIES.c.stream.in_(streams))
    ends = newest.group_by(ENTRIES.c.stream).subquery()
    is_end = and_(ENTRIES.c.stream == ends.c.stream, ENTRIES.c.version == ends.c.version)
    return select(*COLUMNS).join(ends, is_end)


def row_of(seq: int, entry: Entry) -> tuple[Any, ...]:
    """Return the values of `COLUMNS`."""
    return (
        seq,
        entry.id,
        entry.stream,
        entry.version,
        entry.author,
        entry.day,
        digests_text(entry.digests),
        entry.previous,
        entry.signature,
    )


def part_rows(seq: int, entry: Entry) -> list[tuple[int, bytes]]:
    """Return the rows of the entry's parts: each one's place and its sealed document."""
    places = {name: place for place, (name, _) in enumerate(entry.digests, MOST_PARTS * seq)}
    return [(places[name], sealed) for name, sealed in entry.parts]


def entry_of(row: Sequence[Any], sealed: Mapping[int, bytes]) -> Entry:
    """Return the entry of a row of `COLUMNS`, with those of its parts that still exist.

    Args:
        row: of `COLUMNS`.
        sealed: place to sealed document.
    """
    seq, own, stream, version, author, day, text, previous, signature = row
    digests = tuple((name, bytes.fromhex(digest)) for name, digest in json.loads(text))
    first = MOST_PARTS * seq
    parts = tuple(
        (name, sealed[place]) for place, (name, _) in enumerate(digests, first) if place in sealed
    )
    return Entry(own, stream, version, author, day, digests, previous, signature, parts)


def entries_of(connection: Connection, rows: Iterable[Sequence[Any]]) -> list[Entry]:
    """Return the entries of rows of `COLUMNS`, in their order."""
    found = list(rows)
    sealed = _sealed(connection, [row[0] for row in found])
    return [entry_of(row, sealed) for row in found]


def _sealed(connection: Connection, seqs: list[int]) -> dict[int, bytes]:
    """Return place and document of every part of some entries.

    Entries that follow each other have their parts side by side, so those are read in one sweep.
    """
    found: dict[int, bytes] = {}
    for first, last in runs_of(seqs):
        wanted = PARTS.c.place.between(MOST_PARTS * first, MOST_PARTS * last + MOST_PARTS - 1)
        found.update(
            (place, sealed)
            for place, sealed in connection.execute(
                select(PARTS.c.place, PARTS.c.sealed).where(wanted)
            )
        )
    return found


def runs_of(seqs: list[int]) -> list[tuple[int, int]]:
    """Return the runs of numbers that follow each other, first and last of each, ascending."""
    runs: list[tuple[int, int]] = []
    for seq in sorted(seqs):
        if runs and seq == runs[-1][1] + 1:
            runs[-1] = runs[-1][0], seq
        else:
            runs.append((seq, seq))
    return runs
