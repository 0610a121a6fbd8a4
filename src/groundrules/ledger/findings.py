"""What an audit answers: how much was looked at, and everything that is wrong."""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """One thing that is not as it was written.

    Attributes:
        entry: the id of the entry, hexadecimal; empty where none is meant.
        place: where: `version 3 of stream <hex>`, `leaf 17`, `checkpoint 20`, `the database`.
        message: what is wrong, without a word of the talk.
    """

    entry: str
    place: str
    message: str

    def __str__(self) -> str:
        """Return the place, the message and the entry on one line."""
        return f"{self.place}: {self.message}" + (f" (entry {self.entry})" if self.entry else "")


class Audit(NamedTuple):
    """What was looked at and what was found.

    Attributes:
        entries: how many.
        streams: how many.
        signatures: how many were verified; 0 where no cards were given.
        leaves: of the log.
        checkpoints: whose roots were computed again.
        waiting: entries that are not in the log yet.
        findings: everything that is wrong, in the order in which it was found.
    """

    entries: int
    streams: int
    signatures: int
    leaves: int
    checkpoints: int
    waiting: int
    findings: tuple[Finding, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings
