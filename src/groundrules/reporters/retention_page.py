"""What is to be gone and when, and what went, as it is told of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from groundrules.reporters.lines import EMPTY, Piece, plain
from groundrules.reporters.plain_words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.reporters.lines import Line


class _Due(Protocol):
    """When a conversation is to be gone, as the vault answers it."""

    @property
    def name(self) -> str: ...
    @property
    def day(self) -> str: ...
    @property
    def why(self) -> str: ...
    @property
    def held(self) -> bool: ...
    @property
    def left(self) -> int: ...
    @property
    def last_day(self) -> str: ...
    @property
    def is_soon(self) -> bool: ...


class _Retention(Protocol):
    """All of them, and the house's own term."""

    @property
    def due(self) -> Sequence[_Due]: ...
    @property
    def unread(self) -> int: ...
    @property
    def days(self) -> int: ...


class _Shredded(Protocol):
    """What a shredding took away."""

    @property
    def talks(self) -> int: ...
    @property
    def sources(self) -> int: ...
    @property
    def parts(self) -> int: ...
    @property
    def wraps(self) -> int: ...
    @property
    def forms(self) -> int: ...
    @property
    def epoch(self) -> int: ...
    @property
    def overwritten(self) -> bool: ...


class _Finished(Protocol):
    """A shredding that was interrupted, and is finished."""

    @property
    def talks(self) -> int: ...
    @property
    def epoch(self) -> int: ...


def retention_lines(retention: _Retention) -> Iterator[Line]:
    """Return a line for each conversation, and what holds for all."""
    if not retention.due:
        yield plain("There is no conversation in this vault whose terms you may read.")
    for one in retention.due:
        role = "error" if one.is_soon and not one.held else ""
        yield (Piece(f"{one.day or '—':<12}", role), Piece(f"{one.name}: "), Piece(_why(one), role))
    yield EMPTY
    days = counted(retention.days, "day")
    term = f"{days} after the last activity" if retention.days else "none"
    yield plain(f"The house's own term: {term}.")
    if retention.unread:
        others = counted(retention.unread, "other conversation")
        yield plain(f"{others}: you may not read the terms, so the day is not known to you.")


def _why(due: _Due) -> str:
    if due.why == "unreadable":
        return "its record has faults, so that it cannot be told; it is kept"
    held = "; a hold keeps it all the same" if due.held else ""
    if not due.day:
        return "no day was agreed" + ("; a hold keeps it" if due.held else "")
    origin = "promised" if due.why == "promised" else f"last activity {due.last_day}"
    return f"{_left(due.left)} ({origin}){held}"


def _left(days: int) -> str:
    if days < 0:
        return f"overdue for {counted(-days, 'day')}"
    return f"in {counted(days, 'day')}" if days else "today"


def finished_lines(finished: _Finished) -> Iterator[Line]:
    """Return what is said where a shredding was finished that had been interrupted."""
    yield plain(
        f"A shredding that was interrupted is finished: {counted(finished.talks, 'conversation')} "
        f"gone, and epoch {finished.epoch} has begun."
    )


def shredded_lines(shredded: _Shredded) -> Iterator[Line]:
    """Return what went, and what is left to do."""
    talks = counted(shredded.talks, "conversation")
    sources = counted(shredded.sources, "source")
    yield plain(f"Shredded: {talks}, and {sources} who stood in no other.")
    yield plain(
        f"Gone: {counted(shredded.parts, 'sealed document')}, "
        f"{counted(shredded.wraps, 'wrapped key')}, {counted(shredded.forms, 'keyed form')}. "
        f"Epoch {shredded.epoch} has begun: earlier copies of the vault open nothing of it."
    )
    if not shredded.overwritten:
        yield plain(
            "The database keeps the sealed bytes for a while; they open with no key that is left."
        )
    yield plain("Recordings, notes, mail and paper are yours to destroy.")
