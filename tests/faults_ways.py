"""Ways of writing to a ledger: the right one, and those that must lose something.

A wrong way is the right program with one thing spoilt, so that a control shows what the fault does
to a ledger that lacks just that: an acknowledgement before the commit, or a database that is told
not to wait for the disk.
"""

from __future__ import annotations

import itertools
from random import Random
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy import event

from faults_entries import Author, head_of, next_append, seal
from faults_writers import CLEAN, READY, REFUSED
from groundrules.errors import BadInput
from groundrules.ledger.opening import open_ledger

if TYPE_CHECKING:
    from faults_writers import Acknowledge
    from groundrules.ledger.ledger import Ledger
    from groundrules.ledger.places import Place

RIGHT = "as it is"
EARLY = "acknowledged before the commit"
ANYWAY = "acknowledged whatever came of it"
_SEALED = 8  # appends
_SPOILT = {
    "synchronous=NORMAL": "PRAGMA synchronous=NORMAL",
    "synchronous=OFF": "PRAGMA synchronous=OFF",
    "synchronous_commit=off": "SET synchronous_commit=off",
}


def spoil(way: str, *, pages: int = 0) -> None:
    """Let every connection of this process write in that way.

    Args:
        way: one of the names above; the right one changes nothing.
        pages: of SQLite: copy the log into the file after so many pages, so that faults fall into
            that as well; 0 for what the ledger sets.
    """
    said = [_SPOILT[way]] if way in _SPOILT else []
    said += [f"PRAGMA wal_autocheckpoint={pages}"] if pages else []

    def tell(connection: sa.PoolProxiedConnection, *_: object) -> None:
        cursor = connection.cursor()
        for one in said:
            cursor.execute(one)
        cursor.close()
        connection.commit()  # a server's driver has begun a transaction by itself

    if said:
        event.listen(sa.pool.Pool, "checkout", tell)


def append_on(
    acknowledge: Acknowledge, place: Place, number: int, *, way: str = RIGHT, pages: int = 0
) -> int:
    """Append without end, as the author with that number; return how it ended.

    What was on the way when the ledger refused is not acknowledged, and nothing more is written.
    """
    spoil(way, pages=pages if place.kind == "sqlite" else 0)
    ledger = open_ledger(place)
    author = Author(number, ledger.id)
    heads = {stream: head_of(ledger, stream) for stream in author.streams()}
    acknowledge([READY])
    random = Random(number)  # noqa: S311 - which stream is no secret
    for count in itertools.count(1):
        appended = next_append(author, heads, random)
        if way == EARLY:
            acknowledge(appended.ids)
        try:
            ledger.append(appended.entries, wraps=appended.wraps, forms=appended.forms)
            if way != EARLY:
                acknowledge(appended.ids)
            sealed = None if count % _SEALED else seal(ledger)
        except BadInput:
            return REFUSED
        if sealed:
            acknowledge([sealed])
        heads |= {entry.stream: author.following(entry) for entry in appended.entries}
    return CLEAN


def opened(place: Place) -> Ledger:
    """Open a ledger as the next process would."""
    return open_ledger(place)
