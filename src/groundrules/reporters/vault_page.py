"""A vault as it is told of: whether it is open, who has keys of it, and what an audit found."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple, Protocol

from groundrules.reporters.lines import Piece, plain
from groundrules.reporters.plain_words import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from groundrules.reporters.lines import Line

_WIDTH = 9


class Open(NamedTuple):
    """What can be said of a vault that is unlocked.

    Attributes:
        since: when it was unlocked, in UTC.
        until: when it locks itself if nobody asks for anything.
        minutes: how long it stays open after the last question.
        weaknesses: what the system did not let it do to protect its memory.
        member: whose keys it is unlocked with.
        roles: hers.
        entries: how many there are.
        unsealed: how many of them are not in the log yet.
    """

    since: datetime
    until: datetime
    minutes: float
    weaknesses: tuple[str, ...]
    member: str
    roles: tuple[str, ...]
    entries: int
    unsealed: int


class Status(NamedTuple):
    """How a vault is.

    Attributes:
        folder: the vault's.
        bytes: how large all its files are together.
        untested_days: for how long no recovery sheet has been tested.
        is_test_due: whether that is too long.
        open: None where it is locked.
    """

    folder: Path
    bytes: int
    untested_days: int
    is_test_due: bool
    open: Open | None


class _Member(Protocol):
    """Somebody who has keys of the vault, as its answers have it."""

    @property
    def name(self) -> str: ...
    @property
    def roles(self) -> tuple[str, ...]: ...
    @property
    def since(self) -> str: ...
    @property
    def left(self) -> str: ...
    @property
    def myself(self) -> bool: ...
    @property
    def id(self) -> str: ...


class _Audited(Protocol):
    """What an audit found, as the vault answers it."""

    @property
    def entries(self) -> int: ...
    @property
    def streams(self) -> int: ...
    @property
    def signatures(self) -> int: ...
    @property
    def checkpoints(self) -> int: ...
    @property
    def waiting(self) -> int: ...
    @property
    def faults(self) -> tuple[str, ...]: ...


def status_lines(status: Status) -> Iterator[Line]:
    """Return the page of a status."""
    yield plain(str(status.folder), "place")
    if status.open:
        yield from _open_rows(status.open)
    else:
        yield _row("state", "locked")
    yield _row("size", counted(status.bytes, "byte"))
    tested = f"no sheet was tested for {counted(status.untested_days, 'day')}"
    due = "; `groundrules vault recovery test` does it" if status.is_test_due else ""
    yield _row("recovery", tested + due)


def status_json(status: Status) -> Iterator[Line]:
    """Return a status for other programs."""
    opened = status.open
    page = {
        "folder": str(status.folder),
        "is_unlocked": opened is not None,
        "bytes": status.bytes,
        "untested_days": status.untested_days,
        "is_test_due": status.is_test_due,
        "open": opened
        and {
            **opened._asdict(),
            "since": opened.since.isoformat(timespec="seconds"),
            "until": opened.until.isoformat(timespec="seconds"),
        },
    }
    yield plain(json.dumps(page, indent=2))


def unlocked_line(folder: Path, until: datetime, *, was_already: bool) -> Line:
    """Return what is said of a vault that is open now."""
    what = "was unlocked already" if was_already else "is unlocked"
    return plain(f"{folder} {what}; it locks itself at {until:%H:%M}Z unless it is used.")


def member_lines(members: Sequence[_Member]) -> Iterator[Line]:
    """Return a line for each member, those who left last."""
    for one in sorted(members, key=lambda one: (one.left, one.since)):
        what = f"{listed(one.roles)}, since {one.since}"
        gone = f", left {one.left}" if one.left else ""
        own = " (you)" if one.myself else ""
        yield plain(f"{one.id[:8]}  {one.name}{own}: {what}{gone}")


def member_json(members: Sequence[_Member]) -> Iterator[Line]:
    """Return the members for other programs."""
    names = ("id", "name", "roles", "since", "left", "myself")
    rows = [{name: getattr(one, name) for name in names} for one in members]
    yield plain(json.dumps(rows, indent=2, ensure_ascii=False))


def audit_lines(audited: _Audited) -> Iterator[Line]:
    """Return what is said of an audit: every fault first."""
    for fault in audited.faults:
        yield plain(fault, "error")
    looked = (
        f"{counted(audited.entries, 'entry', 'entries')} in {counted(audited.streams, 'stream')}, "
        f"{counted(audited.signatures, 'signature')}, {counted(audited.checkpoints, 'checkpoint')}"
    )
    found = counted(len(audited.faults), "fault") if audited.faults else "Nothing is wrong"
    yield plain(f"{found}: {looked}.")
    if audited.waiting:
        many = counted(audited.waiting, "entry is", f"{'entries are'}")
        yield plain(f"{many} not in the log yet; `groundrules vault seal` takes them in.")


def _open_rows(opened: Open) -> Iterator[Line]:
    until = f"until {opened.until:%H:%M}Z unless it is used"
    yield _row("state", f"unlocked since {opened.since:%Y-%m-%d %H:%M}Z, {until}")
    yield _row("member", f"{opened.member} ({listed(opened.roles)})")
    yield _row("entries", f"{opened.entries:,}, {opened.unsealed:,} of them not in the log yet")
    for weakness in opened.weaknesses or ("kept from core files, other programs and the swap",):
        yield _row("memory", weakness)


def _row(label: str, words: str) -> Line:
    return Piece(f"  {label:<{_WIDTH}}", "label"), Piece(words)
