"""What a ledger refuses, and how a database's own errors are told to a person.

A database's message can hold the values of a statement, so none is ever passed on: each is known by
its kind and told in fixed words.
"""

from __future__ import annotations

from typing import NamedTuple

from groundrules.errors import BadInput, Fault, GroundrulesError

REFUSAL = "append-only"
"""What a trigger answers with in both databases."""


class Collision(GroundrulesError):  # noqa: N818 - it reads as what it is
    """A row with this key is there already: another writer was first. No caller ever sees it."""


class Conflict(GroundrulesError):  # noqa: N818 - it reads as what it is
    """Somebody else wrote this version of the stream first; nothing was written.

    Attributes:
        stream: 16 bytes.
        expected: the version that the ledger takes next.
        found: the version that was to be written.
    """

    def __init__(self, stream: bytes, expected: int, found: int) -> None:
        """Keep the three; the message names a number, and no stream."""
        super().__init__(f"version {found} cannot be added: the ledger takes {expected} next")
        self.stream, self.expected, self.found = stream, expected, found


class Taken(GroundrulesError):  # noqa: N818 - likewise
    """An entry with this id is there, with another content; nothing was written."""

    def __init__(self, entry: bytes) -> None:
        """Keep the id, 16 bytes."""
        super().__init__("an entry with this id is there already, with another content")
        self.entry = entry


class _Told(NamedTuple):
    sign: str
    message: str
    remedy: str


_AGAIN = "do it again: what was written is not written twice"

_OF_SQLITE = (
    _Told("disk is full", "the disk is full; nothing was written", "make room, then do it again"),
    _Told(
        "disk I/O error", "the disk failed to read or write", f"look after the disk, then {_AGAIN}"
    ),
    _Told("readonly", "it cannot be written to", "make the file and its folder writable"),
    _Told("is locked", "another process kept it locked for too long", _AGAIN),
    _Told(
        "not a database",
        "this key does not open it, or it is no ledger",
        "name the vault that the key belongs to, or restore a backup",
    ),
    _Told("malformed", "the file is damaged", "restore a backup, and keep this file for an expert"),
    _Told("unable to open", "it cannot be opened", "see that it is there, and may be read"),
    _Told(
        REFUSAL,
        "entries are never changed or deleted",
        "add a new entry, or erase what it holds",
    ),
    _Told("no such table", "it is no ledger", "name the ledger of a vault"),
)

_OF_POSTGRESQL = (
    _Told("53100", "the server's disk is full; nothing was written", "make room on the server"),
    _Told("53", "the server has no room for this now", "try again later"),
    _Told("25006", "the server takes no changes now", "name the server that does"),
    _Told("42501", "this user may not do that", "ask who keeps the server"),
    _Told("42P01", "this database holds no ledger", "name the database of a vault"),
    _Told("28", "the server does not let this user in", "check user and password"),
    _Told("3D000", "the server has no such database", "check its name"),
    _Told("XX", "the server's files are damaged", "restore a backup"),
    _Told("58", "the server's disk failed", "look after the server's disk"),
    _Told("P0001", "entries are never changed or deleted", "add a new entry instead"),
    _Told("55P03", "somebody else kept it locked for too long", _AGAIN),
)

_LOST = _Told("", "the connection to the server was lost", f"see that it runs, then {_AGAIN}")


def told(shown: str, error: Exception) -> BadInput:
    """Return a database's error in words of ours.

    Args:
        shown: how messages name the place.
        error: of either driver.
    """
    found = _of_postgresql(error) if hasattr(error, "sqlstate") else _of_sqlite(error)
    return BadInput(Fault(shown, found.message, found.remedy))


def _of_sqlite(error: Exception) -> _Told:
    text = str(error)
    kind = type(error).__name__
    unknown = _Told("", f"the database refused this ({kind})", "check the vault with an audit")
    return next((one for one in _OF_SQLITE if one.sign in text), unknown)


def _of_postgresql(error: Exception) -> _Told:
    state = getattr(error, "sqlstate", None) or ""
    if not state or state.startswith(("08", "57P")):
        return _LOST
    unknown = _Told("", f"the server refused this ({state})", "check the vault with an audit")
    return next((one for one in _OF_POSTGRESQL if state.startswith(one.sign)), unknown)
