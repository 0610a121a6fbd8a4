"""Neutral ids: in a vault names stand apart, so the ids of parties must not be made of them."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.record.transcript import Conversation, Party


def with_neutral_ids(conversation: Conversation) -> Conversation:
    """Return a conversation in which whoever is protected is called `S1`, `S2` and so on.

    An id that does not come from the party's name stays, and so do those of a conversation that
    has facts or proposals, since somebody has chosen them.
    """
    if conversation.facts or conversation.proposals:
        return conversation
    taken = {party.id for party in conversation.parties}
    free = (one for number in count(1) if (one := f"S{number}") not in taken)
    renamed = dict(_renamed(conversation.parties, free))
    parties = tuple(one._replace(id=renamed.get(one.id, one.id)) for one in conversation.parties)
    turns = tuple(
        one._replace(speaker=renamed.get(one.speaker, one.speaker)) for one in conversation.turns
    )
    return conversation._replace(parties=parties, turns=turns)


def _renamed(parties: tuple[Party, ...], free: Iterator[str]) -> Iterator[tuple[str, str]]:
    for party in parties:
        if not party.is_reporter and _tells(party):
            yield party.id, next(free)


def _tells(party: Party) -> bool:
    """Tell whether an id has a word of the party's name in it, or all its initials."""
    words = [word.casefold() for name in (party.name, *party.aliases) for word in name.split()]
    own = party.id.casefold().rstrip("0123456789-_")
    initials = "".join(word[0] for word in words)
    return bool(words) and (any(word in own or own in word for word in words) or own == initials)
