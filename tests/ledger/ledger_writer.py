"""A writer of entries for tests, and somebody who changes a ledger behind its back."""

from __future__ import annotations

import os
from contextlib import contextmanager

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from groundrules.ledger.backends import sqlcipher
from groundrules.ledger.entries import NOTHING, Entry, Head, chain_of
from groundrules.ledger.opening import open_ledger

DAY = "2026-11-03"


def digest():
    return os.urandom(32)


class Writer:
    """A member who signs what is added to a ledger."""

    def __init__(self, ledger, own=None):
        self.ledger = ledger
        self.id = own or os.urandom(16)
        self._key = Ed25519PrivateKey.generate()
        self.cards = {self.id: self._key.public_key().public_bytes_raw()}

    def signed(self, entry):
        return entry._replace(signature=self._key.sign(chain_of(entry, self.ledger.id)))

    def after(self, head, stream, *, parts=None, day=DAY):
        """Return the entry that follows a head, or begins the stream."""
        made = parts if parts is not None else {"terms": b"sealed terms", "words": b"sealed words"}
        names = sorted(made)
        return self.signed(
            Entry(
                id=os.urandom(16),
                stream=stream,
                version=head.version + 1 if head else 1,
                author=self.id,
                day=day,
                digests=tuple((name, digest()) for name in names),
                previous=head.chain if head else NOTHING,
                signature=b"",
                parts=tuple((name, made[name]) for name in names),
            )
        )

    def head_of(self, entry):
        return Head(entry.stream, entry.version, chain_of(entry, self.ledger.id))

    def chain(self, stream, count, head=None, **more):
        """Return so many entries that follow each other."""
        made = []
        for _ in range(count):
            made.append(self.after(head, stream, **more))
            head = self.head_of(made[-1])
        return made


def note(checkpoint):
    """A note whose signature nobody verifies."""
    return f"{checkpoint.text}\n— {checkpoint.origin} AAAA\n"


@contextmanager
def behind(place):
    """Give `execute` on the database itself, with its owner's rights and no ledger between."""
    if place.kind == "sqlite":
        engine = sqlcipher.engine_of(place.path, place.key)
        connection = engine.raw_connection()
        try:
            yield connection.driver_connection.execute
        finally:
            connection.close()
            engine.dispose()
    else:
        import psycopg  # noqa: PLC0415 - only where a server is used

        with psycopg.connect(place.url, autocommit=True) as connection:
            yield connection.execute


def without_triggers(place, table):
    """Return the statements that let a table's rows be changed."""
    if place.kind == "sqlite":
        return [f"DROP TRIGGER {table}_UPDATE", f"DROP TRIGGER {table}_DELETE"]
    return [f"ALTER TABLE {table} DISABLE TRIGGER USER"]


def forged(place, table, *statements):
    """Change what only grows, as its owner can, and leave everything else as it was."""
    with behind(place) as execute:
        for statement in (*without_triggers(place, table), *statements):
            execute(statement)


def engine_of(ledger):
    return ledger._database.engine  # noqa: SLF001 - how a test reaches a connection's own settings


def reopened(ledger, place):
    ledger.close()
    return open_ledger(place)
