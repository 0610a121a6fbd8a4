"""Looking into the ledger: what is kept, by days and authors and without a word; who vouches."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.vaults.doors import door_of
from groundrules.vault.answers import Change, Talk
from groundrules.vault.keeper.upkeep_answers import Standing
from groundrules.vault.paper_answers import Paper
from groundrules.vault.receipt_answers import Issued, Witness
from groundrules.vault.source_answers import Source

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_LATEST = 8
"""How many of the conversations that changed last are looked into for what happened."""

_SHOWN = 20

_MOST = 200
"""How many things that are kept are listed."""


class Kept(NamedTuple):
    """Something that the ledger keeps.

    Attributes:
        kind: `conversation`, `source` or `paper`.
        id: what stands for it in addresses: a stream, a code name, or a paper's id.
        name: of a conversation or paper, as far as one may read it; of a source her code name.
        since: the day of its first entry, YYYY-MM-DD in UTC.
        last: the day of its last entry; "" where that is not told.
        is_open: whether one may read anything of it.
        shredded: whether what it held was erased.
    """

    kind: str
    id: str
    name: str
    since: str
    last: str
    is_open: bool
    shredded: bool

    def __repr__(self) -> str:
        """Show its kind alone."""
        return f"Kept({self.kind})"


class Happened(NamedTuple):
    """An entry of a conversation.

    Attributes:
        day: YYYY-MM-DD in UTC.
        author: the name of the member who wrote it; "" where it is not known.
        act: `begun`, `amended`, `shared`...; "" where one may not read it.
        whom: the member whom it concerns, for acts that concern one.
        words: whether words were changed.
        stream: of the conversation.
        talk: its name.
    """

    day: str
    author: str
    act: str
    whom: str
    words: bool
    stream: str
    talk: str

    def __repr__(self) -> str:
        """Show what was done, and nothing of where."""
        return f"Happened({self.act})"


class LedgerSeen(NamedTuple):
    """The ledger of a vault.

    Attributes:
        entries: how many there are.
        waiting: how many of them are not in the log yet.
        kept: what it keeps, the last changed first, as far as a page can show it.
        more: how many older things it keeps besides.
        happened: what was done last, the latest first.
        witnesses: how far each witness has cosigned the log.
        receipts: those that were made out.
    """

    entries: int
    waiting: int
    kept: tuple[Kept, ...]
    more: int
    happened: tuple[Happened, ...]
    witnesses: tuple[Witness, ...]
    receipts: tuple[Issued, ...]

    @property
    def sealed(self) -> int:
        """Return how many entries are in the log."""
        return self.entries - self.waiting


def look_into_ledger(vault: Path) -> LedgerSeen:
    """Return what a vault keeps, as far as whoever looks may see it.

    Raises:
        BadInput: the vault is locked, or cannot be read.
    """
    with door_of(vault) as door:
        standing = door.ask(Standing, "standing")
        talks = door.ask(list[Talk], "talks")
        kept = [
            *map(_talk, talks),
            *map(_source, door.ask(list[Source], "sources")),
            *map(_paper, door.ask(list[Paper], "papers", kind="")),
        ]
        return LedgerSeen(
            standing.entries,
            standing.unsealed,
            tuple(sorted(kept, key=lambda one: one.last or one.since, reverse=True)[:_MOST]),
            max(0, len(kept) - _MOST),
            _happened(vault, talks),
            tuple(door.ask(list[Witness], "witnesses")),
            tuple(door.ask(list[Issued], "receipts")),
        )


def history_of(vault: Path, name: str, stream: str) -> tuple[Happened, ...]:
    """Return every entry of a conversation, the latest first.

    Args:
        vault: its folder.
        name: the conversation's.
        stream: what stands for it in addresses.

    Raises:
        BadInput: there is none of this name, or one may not read its terms.
    """
    with door_of(vault) as door:
        changes = door.ask(list[Change], "history", name=name)
    return tuple(
        Happened(one.day, one.author, one.act, one.whom, one.words, stream, name)
        for one in reversed(changes)
    )


def _happened(vault: Path, talks: Sequence[Talk]) -> tuple[Happened, ...]:
    named = sorted((one for one in talks if one.name), key=lambda one: one.last_day, reverse=True)
    found = [
        happened for one in named[:_LATEST] for happened in history_of(vault, one.name, one.stream)
    ]
    return tuple(sorted(found, key=lambda one: one.day, reverse=True)[:_SHOWN])


def _talk(one: Talk) -> Kept:
    name = one.name or one.stream[:8]
    is_open = one.may_read != "nothing" and not one.shredded
    return Kept("conversation", one.stream, name, one.since, one.last_day, is_open, one.shredded)


def _source(one: Source) -> Kept:
    return Kept("source", one.code, one.code, one.since, "", not one.erased, one.erased)


def _paper(one: Paper) -> Kept:
    return Kept("paper", one.id, one.title, one.since, one.changed, is_open=True, shredded=False)
