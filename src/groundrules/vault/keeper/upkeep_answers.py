"""What is told of a vault as a whole: how it stands, and what an audit has found."""

from __future__ import annotations

from typing import NamedTuple


class Standing(NamedTuple):
    """How an unlocked vault stands.

    Attributes:
        member: whose keys it is unlocked with.
        roles: `reporter`, `editor`, `standards` and `legal`, as far as they apply.
        entries: how many there are.
        unsealed: how many of them are not in the log yet.
    """

    member: str
    roles: tuple[str, ...]
    entries: int
    unsealed: int


class Sealed(NamedTuple):
    """What came of taking entries into the log.

    Attributes:
        entries: how many were taken in.
        size: how many the log has now.
        note: the checkpoint of the log as it was signed last, with its witnesses.
    """

    entries: int
    size: int
    note: str


class Audited(NamedTuple):
    """What an audit looked at, and what it found.

    Attributes:
        entries: how many.
        streams: how many.
        signatures: how many were verified.
        leaves: of the log.
        checkpoints: whose roots were computed again, and whose signatures were verified.
        waiting: entries that are not in the log yet.
        faults: everything that is wrong, by place and entry, without a word of a talk.
    """

    entries: int
    streams: int
    signatures: int
    leaves: int
    checkpoints: int
    waiting: int
    faults: tuple[str, ...]
