"""Several writers at one stream: one wins each version, and nobody's entry is lost or doubled."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from ledger_writer import Writer, behind, engine_of

from groundrules.errors import BadInput
from groundrules.ledger.opening import open_ledger
from groundrules.ledger.refusals import Conflict

A = b"a" * 16
_WRITERS, _EACH = 6, 8


def test_writers_who_try_again_all_get_through(ledger, place):
    def write(_number):
        own = open_ledger(place)
        writer, lost = Writer(own), 0
        for _ in range(_EACH):
            while True:
                entry = writer.after(own.head(A), A, parts={"words": b"x"})
                try:
                    own.append([entry])
                except Conflict:
                    lost += 1
                else:
                    break
        own.close()
        return writer.cards, lost

    with ThreadPoolExecutor(_WRITERS) as pool:
        done = list(pool.map(write, range(_WRITERS)))
    cards = {member: key for cards, _ in done for member, key in cards.items()}
    audit = ledger.audit(cards, thorough=True)
    assert (_WRITERS * _EACH, ()) == (audit.entries, audit.findings)
    assert _WRITERS * _EACH == ledger.head(A).version
    authors = [entry.author for entry in ledger.entries(A)]
    assert {_EACH} == {authors.count(author) for author in cards}


@pytest.mark.parametrize("same", [True, False], ids=["same entry", "two entries"])
def test_two_who_write_one_version_at_once(ledger, place, writer, same):
    """The same entry twice is one entry; of two different ones exactly one is kept."""
    for _ in range(6):
        barrier = Barrier(2)
        first = writer.after(ledger.head(A), A)
        second = first if same else writer.after(ledger.head(A), A)

        def append(entry, barrier=barrier):
            own = open_ledger(place)
            barrier.wait()
            try:
                own.append([entry])
            except Conflict:
                return 0
            finally:
                own.close()
            return 1

        with ThreadPoolExecutor(2) as pool:
            kept = sum(pool.map(append, [first, second]))
        assert kept == (2 if same else 1)
    assert 6 == ledger.head(A).version
    assert ledger.audit(writer.cards, thorough=True).sound


def test_a_lock_that_is_kept_too_long_is_told(ledger, place, writer):
    """Somebody keeps the tables locked; nothing is written, and later it can be."""
    (entry,) = writer.chain(A, 1)
    engine = engine_of(ledger)
    with behind(place) as execute:
        if place.kind == "sqlite":
            execute("BEGIN IMMEDIATE")
            with engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA busy_timeout = 100")
        else:
            execute("BEGIN")
            execute("LOCK TABLE entries IN ACCESS EXCLUSIVE MODE")
            with engine.connect() as connection:
                connection.exec_driver_sql("SET lock_timeout = '100ms'")
                connection.commit()
        with pytest.raises(BadInput, match="locked for too long"):
            ledger.append([entry])
        execute("ROLLBACK")
    ledger.append([entry])
    assert [entry] == list(ledger.entries())
