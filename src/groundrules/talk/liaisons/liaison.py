"""The liaisons of an organisation: who they are, and what they may speak about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from groundrules.record.transcript import Party
    from groundrules.terms.levels import Level

_WORD = re.compile(r"\w+")
_ARTICLES = frozenset({"the", "a", "an"})


class Liaison(NamedTuple):
    """One post from which somebody may talk.

    Attributes:
        id: the name of its table, such as `press-office`.
        names: the people who hold it.
        topics: what they may speak about; empty for everything.
        up_to: the level beyond which they may not go.
        trained: the day on which they were trained; None where nobody has said so.
        until: the last day on which it holds; None where it has no end.
    """

    id: str
    names: tuple[str, ...]
    up_to: Level
    topics: tuple[str, ...] = ()
    trained: date | None = None
    until: date | None = None

    def is_held_by(self, party: Party) -> bool:
        """Tell whether a party is one of these people, by a name or an alias."""
        called = {same(name) for name in (party.name, *party.aliases) if name}
        return not called.isdisjoint(map(same, self.names))

    def covers(self, topic: str) -> bool:
        """Tell whether a topic is among its topics; case, articles and marks do not count."""
        return not self.topics or same(topic) in set(map(same, self.topics))


class Organisation(NamedTuple):
    """Those for whom somebody may talk.

    Attributes:
        path: the file that says so.
        names: what the organisation is called; the first is its own name.
        liaisons: who may talk for it.
    """

    path: str
    names: tuple[str, ...]
    liaisons: tuple[Liaison, ...]

    def employs(self, party: Party) -> bool:
        """Tell whether a record says that a party belongs to it."""
        ours = set(map(same, self.names))
        return any(same(one) in ours for one in party.affiliations)


def same(text: str) -> str:
    """Return a name or a topic without what may differ from one writer to the next."""
    words = _WORD.findall(text.casefold())
    return " ".join(word for word in words if word not in _ARTICLES)
