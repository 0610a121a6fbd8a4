"""New keys for what is written from now on, and keys for whoever takes over.

A key that somebody has had cannot be taken from her memory. So what she may no longer read is
sealed under a new key, from the next entry on; and the wraps to her of the earlier ones go, with
the epoch behind them. What she has read before cannot be unread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.keys.secret import Secret
from groundrules.vault.entering import Part, new_entry
from groundrules.vault.opened import TERMS, WORDS, Place

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from groundrules.keys.cards import MemberCard
    from groundrules.ledger.entries import Entry
    from groundrules.ledger.rows import Wrap
    from groundrules.vault.folding import Folded
    from groundrules.vault.opened import Keyring, Vault

KINDS = (TERMS, WORDS)


class Renewal(NamedTuple):
    """The entry by which a conversation gets new keys, and the wraps of those."""

    entry: Entry
    wraps: tuple[Wrap, ...]


class Rows:
    """All wraps of the ledger at one moment, by what they open."""

    def __init__(self, rows: Iterable[Wrap]) -> None:
        """Take them; those that expire are for a release, and are nobody's to keep."""
        self._by_place: dict[Place, dict[str, Wrap]] = {}
        for row in rows:
            if not row.expires:
                self._by_place.setdefault(Place(*row[:3]), {})[row.member.hex()] = row

    def holders(self, place: Place) -> set[str]:
        """Return the ids of the members to whom a secret is wrapped."""
        return set(self._by_place.get(place, ()))

    def of(self, member: str) -> list[Place]:
        """Return what is wrapped to a member."""
        return [place for place, rows in self._by_place.items() if member in rows]


def rekeyed(
    vault: Vault,
    talk: Folded,
    act: Mapping[str, object],
    readers: Mapping[str, Collection[MemberCard]],
) -> Renewal:
    """Return new keys of a conversation, for some kinds, with the entry that begins to use them.

    Whoever writes it need not be able to read the conversation, and keeps none of the new keys but
    those that are wrapped to her.

    Args:
        vault: whose member writes it.
        talk: the conversation.
        act: what is said about it in the entry's terms.
        readers: for each kind that gets a new key, who shall have it.
    """
    stream = talk.head.stream
    secrets = {kind: Secret.new() for kind in readers}
    terms = secrets.get(TERMS) or vault.secret(stream, TERMS, talk.keys[TERMS].key_id)
    parts = {TERMS: Part({"v": 1, **act}, terms)}
    if WORDS in secrets:
        parts[WORDS] = Part({"v": 1, "words": None}, secrets[WORDS])
    wraps = tuple(
        vault.wrapped(secrets[kind], card, stream, kind)
        for kind, cards in readers.items()
        for card in cards
    )
    return Renewal(new_entry(vault, stream, parts, talk.head), wraps)


def given(vault: Vault, keys: Keyring, places: Iterable[Place], card: MemberCard) -> list[Wrap]:
    """Return secrets that the member holds, wrapped to another; those not held are left out."""
    found = ((place, keys.secret(place)) for place in places)
    return [
        vault.wrapped(secret, card, place.stream, place.kind) for place, secret in found if secret
    ]
