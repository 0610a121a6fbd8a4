from __future__ import annotations

import os
import resource
import signal

import psycopg
import pytest
from ledger_writer import Writer, engine_of
from sqlcipher3 import dbapi2

from groundrules.errors import BadInput
from groundrules.ledger.opening import begin_ledger
from groundrules.ledger.refusals import told
from ledger_places import file_place

A = b"a" * 16
_CANARY = "Mara Quill"


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("database or disk is full", "the disk is full; nothing was written"),
        ("disk I/O error", "the disk failed to read or write"),
        ("attempt to write a readonly database", "it cannot be written to"),
        ("database is locked", "another process kept it locked for too long"),
        ("file is not a database", "this key does not open it, or it is no ledger"),
        ("database disk image is malformed", "the file is damaged"),
        ("unable to open database file", "it cannot be opened"),
        (f"near {_CANARY}", "the database refused this (OperationalError)"),
    ],
)
def test_an_error_of_a_file_is_told_in_our_words(message, said):
    (fault,) = told("x.db", dbapi2.OperationalError(f"{message} {_CANARY}")).faults
    assert ("x.db", said) == (fault.path, fault.message)
    assert _CANARY not in str(fault)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (psycopg.errors.DiskFull, "the server's disk is full; nothing was written"),
        (psycopg.errors.TooManyConnections, "the server has no room for this now"),
        (psycopg.errors.ReadOnlySqlTransaction, "the server takes no changes now"),
        (psycopg.errors.InsufficientPrivilege, "this user may not do that"),
        (psycopg.errors.InvalidPassword, "the server does not let this user in"),
        (psycopg.errors.InvalidCatalogName, "the server has no such database"),
        (psycopg.errors.DataCorrupted, "the server's files are damaged"),
        (psycopg.errors.IoError, "the server's disk failed"),
        (psycopg.errors.LockNotAvailable, "somebody else kept it locked for too long"),
        (psycopg.errors.AdminShutdown, "the connection to the server was lost"),
        (psycopg.OperationalError, "the connection to the server was lost"),
        (psycopg.errors.DivisionByZero, "the server refused this (22012)"),
    ],
)
def test_an_error_of_a_server_is_told_in_our_words(error, said):
    (fault,) = told("the ledger's server", error(_CANARY)).faults
    assert said == fault.message
    assert _CANARY not in str(fault)


def test_a_full_disk_loses_nothing_and_stops_nothing(tmp_path):
    """A limit on the size of files stands for the end of the disk."""
    ledger = begin_ledger(file_place(tmp_path))
    writer = Writer(ledger)
    entries = writer.chain(A, 3, parts={"words": os.urandom(200_000)})
    ledger.append(entries[:1])
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, before[1]))
        with pytest.raises(BadInput, match=r"the disk (is full|failed)"):
            ledger.append(entries[1:])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert entries[:1] == list(ledger.entries())
    ledger.append(entries)
    assert entries == list(ledger.entries())
    assert ledger.audit(writer.cards, thorough=True).sound
    ledger.close()


def test_a_file_that_cannot_be_written_to_is_told(tmp_path):
    place = file_place(tmp_path)
    ledger = begin_ledger(place)
    writer = Writer(ledger)
    with engine_of(ledger).connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(BadInput, match="cannot be written to"):
        ledger.append(writer.chain(A, 1))
    ledger.append(writer.chain(A, 1))
    ledger.close()
