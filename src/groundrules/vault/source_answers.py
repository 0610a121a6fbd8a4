"""What operations on sources answer: plain tuples, light enough for a client to know them."""

from __future__ import annotations

from typing import NamedTuple


class Source(NamedTuple):
    """A source, without her name.

    Attributes:
        code: the code name.
        since: the day of her first entry, YYYY-MM-DD in UTC.
        talks: the talks in which she stands, as far as one may read their terms, by name.
        holds: which halves of her name one holds: `reporter`, `editor`.
        erased: whether all that there was of her has been erased.
    """

    code: str
    since: str
    talks: tuple[str, ...]
    holds: tuple[str, ...]
    erased: bool


class Request(NamedTuple):
    """A request for a source's name.

    Attributes:
        id: 32 hexadecimal digits; the first 8 are enough to name it.
        code: whose name is asked for.
        requester: the member's name.
        purpose: what for, in the requester's words.
        until: the instant at which it ends, in ISO 8601 with its offset.
        lacking: the halves that the requester has not: `reporter`, `editor`.
        granted: those of them that were granted.
        state: `asked`, `granted`, `refused`, `opened` or `expired`.
        reason: of a refusal; else "".
        mine: whether whoever looks is the requester.
    """

    id: str
    code: str
    requester: str
    purpose: str
    until: str
    lacking: tuple[str, ...]
    granted: tuple[str, ...]
    state: str
    reason: str
    mine: bool

    def __repr__(self) -> str:
        """Show its id and state; a purpose may say too much."""
        return f"Request({self.id[:8]}, {self.state})"


class Known(NamedTuple):
    """What one talk says of who a source is.

    Attributes:
        name: "" where it is not known.
        affiliations: as in the record.
        aliases: as in the record.
    """

    name: str
    affiliations: tuple[str, ...]
    aliases: tuple[str, ...]

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "Known()"


class Opened(NamedTuple):
    """A source's name, opened.

    Attributes:
        code: her code name.
        known: what her talks say of who she is, each thing once; empty where nothing is known.
        alone: whether one person held both halves.
    """

    code: str
    known: tuple[Known, ...]
    alone: bool

    def __repr__(self) -> str:
        """Show nothing of who she is."""
        return f"Opened({self.code})"


class Due(NamedTuple):
    """When a conversation is to be gone.

    Attributes:
        name: the conversation's.
        day: YYYY-MM-DD; "" where nothing says that it goes.
        why: `promised`, `house`, `none`, or `unreadable` for a record with faults.
        held: whether a hold keeps it, whatever the day.
        left: days from today to the day; negative where it has passed; 0 where there is none.
        last_day: of activity, YYYY-MM-DD.
    """

    name: str
    day: str
    why: str
    held: bool
    left: int
    last_day: str

    def __repr__(self) -> str:
        """Show the day and no name."""
        return f"Due({self.day}, {self.why})"

    @property
    def is_soon(self) -> bool:
        """Tell whether the day comes within two weeks, or has passed."""
        return bool(self.day) and self.left <= WARNED_DAYS


WARNED_DAYS = 14
"""How many days before its day a conversation is warned of."""


class Retention(NamedTuple):
    """What is to be gone, and when.

    Attributes:
        due: the conversations whose terms one may read; the earliest day first, those without a
            day last.
        unread: how many others there are, of which one cannot tell.
        days: the house's own term in days; 0 where it has none.
    """

    due: tuple[Due, ...]
    unread: int
    days: int


class Shredded(NamedTuple):
    """What a shredding took away.

    Attributes:
        talks: how many conversations.
        sources: how many sources, who stood in no other.
        parts: how many sealed documents.
        wraps: how many wrapped keys.
        forms: how many keyed forms.
        epoch: the number of the epoch that began.
        overwritten: whether the database says that the freed space was overwritten.
    """

    talks: int
    sources: int
    parts: int
    wraps: int
    forms: int
    epoch: int
    overwritten: bool


class Finished(NamedTuple):
    """A shredding that was interrupted, and was finished when the vault was opened.

    Attributes:
        talks: how many conversations went.
        epoch: the number of the epoch that began.
    """

    talks: int
    epoch: int
