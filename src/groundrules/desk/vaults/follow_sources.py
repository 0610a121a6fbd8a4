"""Following sources: by code name, what each was promised in which talk, and what is owed to her.

Nothing here says who anybody is. What was folded is passed in, so that a server folds it once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.vaults.doors import door_of
from groundrules.desk.vaults.promised_talks import Promised, promised_in
from groundrules.terms.levels import Level
from groundrules.vault.source_answers import Request, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from pathlib import Path

    from groundrules.desk.conversations.folded_talks import FoldedTalk


class SourceSeen(NamedTuple):
    """A source as a list has her.

    Attributes:
        source: without her name.
        talks: in how many conversations she stands, whose terms one may read.
        strictest: the level of the strictest agreement with her; "" where nothing was agreed.
        unclear: whether any of her statements stands on terms that are open.
        last: the day of her last conversation, YYYY-MM-DD; "" where no record has one.
    """

    source: Source
    talks: int
    strictest: str
    unclear: bool
    last: str

    def __repr__(self) -> str:
        """Show her code name alone."""
        return f"SourceSeen({self.source.code})"


class SourcesSeen(NamedTuple):
    """All sources, and the requests for names that one made or may answer."""

    sources: tuple[SourceSeen, ...]
    requests: tuple[Request, ...]


class Dossier(NamedTuple):
    """One source: what she was promised, talk by talk, and how her name can be had.

    Attributes:
        source: without her name.
        talks: the latest first.
        descriptions: as which she may be described, in the words that were agreed, each once.
        stories: the ids of the stories that a decision about her words names.
        requests: for her name, the latest first, as far as they concern whoever looks.
    """

    source: Source
    talks: tuple[Promised, ...]
    descriptions: tuple[str, ...]
    stories: tuple[str, ...]
    requests: tuple[Request, ...]

    def __repr__(self) -> str:
        """Show her code name alone."""
        return f"Dossier({self.source.code})"

    @property
    def holds_both(self) -> bool:
        """Tell whether whoever looks holds both halves of her name."""
        return len(self.source.holds) == len(HALVES)


HALVES = ("reporter", "editor")
"""The halves of a name, as `Source.holds` has them."""


def sources_seen(vault: Path, folded: Iterable[FoldedTalk], now: datetime) -> SourcesSeen:
    """Return every source of a vault, by code name.

    Args:
        vault: its folder.
        folded: its conversations.
        now: the instant at which it is asked, with its offset.

    Raises:
        BadInput: the vault is locked.
    """
    sources, requests = _asked(vault)
    talks = {one.talk.name: one for one in folded}
    return SourcesSeen(
        tuple(_seen(one, _promised(one, talks, now)) for one in sources),
        tuple(reversed(requests)),
    )


def dossier_of(
    vault: Path, code: str, folded: Iterable[FoldedTalk], now: datetime
) -> Dossier | None:
    """Return what there is about one source; None where there is none of this code name.

    Args:
        vault: its folder.
        code: her code name, in capitals.
        folded: the vault's conversations.
        now: the instant at which it is asked, with its offset.

    Raises:
        BadInput: the vault is locked.
    """
    sources, requests = _asked(vault)
    source = next((one for one in sources if one.code == code), None)
    if source is None:
        return None
    talks = {one.talk.name: one for one in folded}
    found = _promised(source, talks, now)
    return Dossier(
        source,
        found,
        tuple(dict.fromkeys(one for talk in found for one in talk.descriptions)),
        tuple(dict.fromkeys(one for talk in found for one in talk.stories)),
        tuple(one for one in reversed(requests) if one.code == code),
    )


def _asked(vault: Path) -> tuple[list[Source], list[Request]]:
    with door_of(vault) as door:
        return door.ask(list[Source], "sources"), door.ask(list[Request], "requests")


def _promised(source: Source, talks: dict[str, FoldedTalk], now: datetime) -> tuple[Promised, ...]:
    found = [promised_in(talks[name], source.code, now) for name in source.talks if name in talks]
    return tuple(sorted(found, key=lambda one: one.day, reverse=True))


def _seen(source: Source, talks: Sequence[Promised]) -> SourceSeen:
    levels = [Level(one.level) for talk in talks for one in talk.agreements]
    strictest = max(levels, key=lambda level: level.strictness, default=None)
    return SourceSeen(
        source,
        len(source.talks),
        strictest.value if strictest else "",
        any(talk.unclear for talk in talks),
        max((talk.day for talk in talks), default=""),
    )
