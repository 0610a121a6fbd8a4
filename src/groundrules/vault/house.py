"""The house's own acts: who joined and who left, entry by entry, each signed by a member.

They stand in a stream of their own and are sealed under a key that every member has. The first is
the founder's, signed with the keys of the card that it brings; each later one counts only if it is
signed by somebody who is a member at that point.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.keys.cards import read_card
from groundrules.keys.envelope import Unopenable, key_id_of
from groundrules.ledger.entries import HOUSE, chain_of
from groundrules.vault.entering import Part, new_entry, opened_part, sealed_part

if TYPE_CHECKING:
    from groundrules.keys.cards import MemberCard
    from groundrules.keys.secret import Secret
    from groundrules.ledger.entries import Entry, Head
    from groundrules.vault.opened import Vault

ACT = "act"
"""The part of an entry that holds an act of the house."""

CLAIMS = bytes(15) + b"\x01"
"""The stream in which whoever begins a talk, or brings a new source, takes the next place.

Its entries hold nothing. Of two who look at the same moment whether a name is free, one finds the
place taken and looks again; so no name is given twice, and no trace of a name stays behind.
"""

_JOINED, _LEFT, _HANDED_OVER = "joined", "left", "handed over"


class House(NamedTuple):
    """Who belongs to the house.

    Attributes:
        version: of the last entry that was read; 0 for none.
        present: the cards of those who are there, by their ids.
        known: the cards of all who ever were.
        joined: the day on which each joined.
        left: the day on which each left who did.
    """

    version: int
    present: dict[str, MemberCard]
    known: dict[str, MemberCard]
    joined: dict[str, str]
    left: dict[str, str]


def read_house(vault: Vault) -> House:
    """Return who belongs to the house, as its acts say.

    Raises:
        BadInput: an act is not signed by somebody who was a member.
    """
    house = House(0, {}, {}, {}, {})
    keys: dict[bytes, Secret] = {}
    for entry in vault.ledger.entries(HOUSE):
        sealed = sealed_part(entry, ACT)
        if sealed is not None:
            try:
                key_id = key_id_of(sealed)
                keys[key_id] = keys.get(key_id) or vault.secret(HOUSE, "house", key_id)
                act = opened_part(vault, entry, ACT, keys[key_id])
            except Unopenable:
                raise _forged(vault, entry) from None
            _take(vault, house, entry, act)
        house = house._replace(version=entry.version)
    return house


def _take(vault: Vault, house: House, entry: Entry, act: dict[str, object]) -> None:
    """Let one act count."""
    author = entry.author.hex()
    card = _card(vault, act)
    signer = house.present.get(author) or (card if not house.known else None)
    chain = chain_of(entry, vault.ledger.id)
    if signer is None or signer.id != author or not signer.has_signed(chain, entry.signature):
        raise _forged(vault, entry)
    if act.get("do") == _JOINED and card:
        house.present[card.id] = house.known[card.id] = card
        house.joined[card.id] = entry.day
    elif act.get("do") == _LEFT:
        member = str(act["member"])
        house.present.pop(member, None)
        house.left[member] = entry.day


def _forged(vault: Vault, entry: Entry) -> BadInput:
    message = f"act {entry.version} of the house was made by nobody who was a member then"
    remedy = "run groundrules vault audit, and restore the vault from a copy"
    return BadInput(Fault(str(vault.folder), message, remedy))


def _card(vault: Vault, act: dict[str, object]) -> MemberCard | None:
    card = act.get("card")
    return read_card(card.encode(), str(vault.folder)) if isinstance(card, str) else None


def joining(vault: Vault, card: MemberCard, previous: Head | None, key: Part) -> Entry:
    """Return the entry by which a member joins; `key` brings the secret of the house."""
    document = {"v": 1, "do": _JOINED, "card": card.document().decode()}
    return new_entry(vault, HOUSE, {ACT: key._replace(document=document)}, previous)


def leaving(vault: Vault, member: str, successor: str, previous: Head | None, key: Part) -> Entry:
    """Return the entry by which a member leaves; `successor` is an id, or ""."""
    document = {"v": 1, "do": _LEFT, "member": member, "successor": successor}
    return new_entry(vault, HOUSE, {ACT: key._replace(document=document)}, previous)


def handing_over(vault: Vault, successor: str, previous: Head | None, key: Part) -> Entry:
    """Return the entry by which the writer gives all that she can open to another member."""
    document = {"v": 1, "do": _HANDED_OVER, "successor": successor}
    return new_entry(vault, HOUSE, {ACT: key._replace(document=document)}, previous)


def claim(vault: Vault, previous: Head | None) -> Entry:
    """Return the entry by which the next place is taken (see `CLAIMS`)."""
    return new_entry(vault, CLAIMS, {}, previous)


def last_key_id(vault: Vault, stream: bytes, part: str) -> bytes:
    """Return the id of the key that seals the last part of one name; empty where there is none."""
    found = b""
    for entry in vault.ledger.entries(stream):
        sealed = sealed_part(entry, part)
        found = key_id_of(sealed) if sealed else found
    return found
