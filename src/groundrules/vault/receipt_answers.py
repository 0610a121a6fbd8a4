"""What operations on receipts and witnesses answer: plain tuples, light enough for a client."""

from __future__ import annotations

from typing import NamedTuple


class Issued(NamedTuple):
    """A receipt that was made out.

    Attributes:
        id: 32 hexadecimal digits: the entry that holds its digest.
        talk: the name of the conversation.
        day: on which it was made out, YYYY-MM-DD in UTC.
        handle: how it calls the one to whom something was promised.
        witnesses: how many witnesses have cosigned the log since.
        dated: whether a time-stamping authority has dated the log since.
    """

    id: str
    talk: str
    day: str
    handle: str
    witnesses: int
    dated: bool

    def __repr__(self) -> str:
        """Show which it is, and no word of it."""
        return f"Issued({self.id})"


class Witness(NamedTuple):
    """A witness of the vault's log.

    Attributes:
        key: her verifier key.
        size: of the log that she cosigned last; 0 for none.
        of: the size of the log as it is signed.
    """

    key: str
    size: int
    of: int


class Added(NamedTuple):
    """What somebody outside has said of the log.

    Attributes:
        size: of the log, in entries.
        by: the names of the witnesses; empty for a token of a time-stamping authority.
    """

    size: int
    by: tuple[str, ...]
