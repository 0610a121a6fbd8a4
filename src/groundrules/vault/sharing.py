"""Who may read a conversation: shared by whoever may read it, and taken back from then on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.vault.answers import Done, Reader
from groundrules.vault.committing import Batch, committed
from groundrules.vault.entering import Part, new_entry
from groundrules.vault.finding import found
from groundrules.vault.opened import TERMS, WORDS, not_yours
from groundrules.vault.rekeying import KINDS, Rows, given, rekeyed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from groundrules.keys.cards import MemberCard
    from groundrules.ledger.entries import Entry
    from groundrules.vault.folding import Folded
    from groundrules.vault.opened import Place, Vault

NOT_UNREAD = "what was read before cannot be unread: a key that somebody had may have been kept"


def readers(vault: Vault, name: str) -> list[Reader]:
    """Return who may read a conversation, and what of it.

    Raises:
        BadInput: there is none of this name, or one may not read it.
    """
    talk = found(vault, name)
    rows = Rows(vault.ledger.wraps(stream=talk.head.stream))
    kinds: dict[str, list[str]] = {}
    for kind, place in talk.keys.items():
        for member in rows.holders(place):
            kinds.setdefault(member, []).append(kind)
    names = vault.house().known
    found_readers = [Reader(names[one].name, tuple(sorted(of))) for one, of in kinds.items()]
    return sorted(found_readers)


def share(vault: Vault, name: str, member: str, kinds: Sequence[str] = (TERMS,)) -> Done:
    """Let a member read a conversation, from its beginning.

    Args:
        vault: whose member shares it.
        name: the conversation's name.
        member: the other's name, or the id or its first digits.
        kinds: `terms`, or `words`, which are not to be had without the terms.

    Raises:
        BadInput: one may not read it oneself, or there is no such member.
    """
    card = member_named(vault, member)
    wanted = _wanted(vault, kinds)

    def make() -> Batch:
        talk = found(vault, name)
        keys = vault.keyring(talk.head.stream)
        for kind in wanted:
            if kind in talk.keys and keys.secret(talk.keys[kind]) is None:
                raise not_yours(vault, kind)
        places = [place for kind in wanted for place in keys.places(talk.head.stream, kind)]
        act = {"do": "shared", "member": card.id, "kinds": list(wanted)}
        return Batch((_entry(vault, talk, act),), tuple(given(vault, keys, places, card)))

    what = "the words and the terms" if WORDS in wanted else "the terms"
    return committed(vault, make, Done((f"{card.name} may read {what} of it from now on",), 1))


def _wanted(vault: Vault, kinds: Sequence[str]) -> tuple[str, ...]:
    if not kinds or not set(kinds) <= set(KINDS):
        message = "what is to be shared is neither the terms nor the words"
        raise BadInput(Fault(str(vault.folder), message, f"one of {TERMS}, {WORDS}"))
    return KINDS if WORDS in kinds else (TERMS,)


def _entry(vault: Vault, talk: Folded, act: Mapping[str, object]) -> Entry:
    place = talk.keys[TERMS]
    terms = vault.secret(place.stream, TERMS, place.key_id)
    return new_entry(vault, talk.head.stream, {TERMS: Part({"v": 1, **act}, terms)}, talk.head)


def take_back(vault: Vault, name: str, member: str, kind: str = WORDS) -> Done:
    """Keep what is added to a conversation from now on from a member.

    Args:
        vault: whose member takes it back.
        name: the conversation's name.
        member: the other's name, or the id or its first digits.
        kind: `words`, or `terms`, which takes back the words with them.

    Raises:
        BadInput: one may not read it oneself, there is no such member, or nobody would be left who
            can read it.
    """
    card = member_named(vault, member)
    lost = KINDS if kind == TERMS else (WORDS,)

    def make() -> Batch:
        talk = found(vault, name)
        rows = Rows(vault.ledger.wraps(stream=talk.head.stream))
        left = {
            one: _left(vault, rows, talk.keys[one], card)
            for one in lost
            if one in talk.keys and card.id in rows.holders(talk.keys[one])
        }
        if not left:
            return Batch()
        renewal = rekeyed(vault, talk, {"do": "taken back", "member": card.id}, left)
        return Batch((renewal.entry,), renewal.wraps)

    done = f"{card.name} may not read the {' and the '.join(lost)} of it from now on"
    answer = committed(vault, make, Done((done, NOT_UNREAD), 1))
    stream = found(vault, name).head.stream
    theirs = vault.ledger.wraps(bytes.fromhex(card.id), stream)
    vault.ledger.drop_wraps([row for row in theirs if row.kind in lost])
    return answer


def _left(vault: Vault, rows: Rows, place: Place, without: MemberCard) -> list[MemberCard]:
    """Return who has a key but one member.

    Raises:
        BadInput: nobody.
    """
    left = [
        card
        for ident, card in vault.cards().items()
        if ident in rows.holders(place) and ident != without.id
    ]
    if not left:
        message = f"nobody else may read the {place.kind} of it, so they would be lost"
        raise BadInput(Fault(str(vault.folder), message, "share it with somebody else first"))
    return left


def member_named(vault: Vault, member: str) -> MemberCard:
    """Return the card of a member who is there, by the name, or by the id or its first digits.

    Raises:
        BadInput: there is nobody, or more than one.
    """
    cards = vault.cards()
    wanted = member.strip()
    found_cards = [card for card in cards.values() if card.name.casefold() == wanted.casefold()]
    if not found_cards and len(wanted) >= _SHORTEST_ID:
        found_cards = [card for ident, card in cards.items() if ident.startswith(wanted.lower())]
    if len(found_cards) != 1:
        message = "there is more than one such member" if found_cards else "there is no such member"
        remedy = "groundrules vault member list shows their names and ids"
        raise BadInput(Fault(str(vault.folder), message, remedy))
    return found_cards[0]


_SHORTEST_ID = 6
