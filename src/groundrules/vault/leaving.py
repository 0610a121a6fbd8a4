"""Who takes over, and who leaves.

A member who leaves hands over first. Then another lets her go: her wraps are dropped, every
conversation that she could read gets new keys, and a new epoch begins, so that no old copy of the
ledger opens with what she had. What she read before cannot be unread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.ledger.entries import HOUSE
from groundrules.vault import epochs
from groundrules.vault.answers import Done
from groundrules.vault.committing import Batch, committed
from groundrules.vault.entering import Part
from groundrules.vault.finding import talks_of
from groundrules.vault.folding import fold
from groundrules.vault.house import handing_over, leaving
from groundrules.vault.identities import HALVES
from groundrules.vault.members import change_slots
from groundrules.vault.opened import OF_THE_HOUSE
from groundrules.vault.rekeying import KINDS, Rows, given, rekeyed
from groundrules.vault.sharing import NOT_UNREAD, member_named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.keys.cards import MemberCard
    from groundrules.keys.slots import Slots
    from groundrules.ledger.rows import Wrap
    from groundrules.vault.opened import Place, Vault
    from groundrules.vault.rekeying import Renewal


def hand_over(vault: Vault, successor: str) -> Done:
    """Give another member all that one can open oneself: every conversation and every half.

    Args:
        vault: whose member hands over.
        successor: the other's name, or the id or its first digits.

    Raises:
        BadInput: there is no such member, or she would hold both halves of a name that nobody
            holds both of now.
    """
    card = member_named(vault, successor)

    def make() -> Batch:
        keys = vault.keyring()
        rows = Rows(vault.ledger.wraps())
        own = vault.member.card.id
        places = [
            place
            for place in rows.of(own)
            if place.stream != HOUSE and card.id not in rows.holders(place)
        ]
        _refuse_both_halves(vault, rows, places, card)
        house = Part({}, vault.secret(HOUSE, OF_THE_HOUSE))
        entry = handing_over(vault, card.id, vault.ledger.head(HOUSE), house)
        return Batch((entry,), tuple(given(vault, keys, places, card)))

    return committed(vault, make, Done((f"{card.name} can open all that you can",), 0))


def _refuse_both_halves(vault: Vault, rows: Rows, places: list[Place], card: MemberCard) -> None:
    """Refuse to bring both halves of a source's name into one hand.

    Raises:
        BadInput: the successor would hold both, and whoever hands over does not.
    """
    mine = {(one.stream, one.kind) for one in rows.of(vault.member.card.id)}
    theirs = {(one.stream, one.kind) for one in rows.of(card.id)}
    new = {(one.stream, one.kind) for one in places}
    for stream in {stream for stream, kind in new if kind in HALVES}:
        both = {(stream, kind) for kind in HALVES}
        if both <= theirs | new and not both <= mine:
            message = "the successor would hold both halves of a source's name"
            remedy = "hand over to somebody who does not hold the other half"
            raise BadInput(Fault(str(vault.folder), message, remedy))


def leave(vault: Vault, member: str, successor: str = "", *, lose: bool = False) -> Done:
    """Let a member go, and keep from her whatever is added from now on.

    Args:
        vault: whose member does it; nobody lets herself go.
        member: the leaver's name, or the id or its first digits.
        successor: who gets the new keys in her place; "" for nobody.
        lose: do it also where something can be opened by her alone, and is lost then.

    Raises:
        BadInput: there is no such member, it is oneself, or something would be lost.
    """
    gone = member_named(vault, member)
    heir = member_named(vault, successor) if successor else None
    if gone.id == vault.member.card.id or (heir and heir.id == gone.id):
        message = "nobody lets herself go, or takes over from herself"
        raise BadInput(Fault(str(vault.folder), message, "have another member do it"))
    count = [0]

    def make() -> Batch:
        rows = Rows(vault.ledger.wraps())
        if not lose:
            _refuse_losing(vault, rows, gone)
        renewals = _renewals(vault, rows, gone, heir)
        count[0] = len(renewals)
        handed = _handed(vault, rows, gone, heir) if heir else []
        house = Part({}, vault.secret(HOUSE, OF_THE_HOUSE))
        last = leaving(vault, gone.id, heir.id if heir else "", vault.ledger.head(HOUSE), house)
        wraps = (*handed, *(row for one in renewals for row in one.wraps))
        return Batch((*(one.entry for one in renewals), last), wraps)

    committed(vault, make, None)
    finish(vault)
    what = (f"{gone.name} is no member any more", NOT_UNREAD)
    return Done(what, count[0])


def _refuse_losing(vault: Vault, rows: Rows, gone: MemberCard) -> None:
    present = vault.cards().keys() - {gone.id}
    only = {place.stream for place in rows.of(gone.id) if not rows.holders(place) & present}
    if only:
        message = f"something in {len(only)} streams can be opened by this member alone"
        remedy = "have it handed over first: groundrules vault member hand-over"
        raise BadInput(Fault(str(vault.folder), message, remedy))


def _renewals(vault: Vault, rows: Rows, gone: MemberCard, heir: MemberCard | None) -> list[Renewal]:
    """Return new keys for each conversation that a member could read, of what she could read."""
    hers = set(rows.of(gone.id))
    streams = {place.stream for place in hers if place.kind in KINDS}
    keys, cards = vault.keyring(), vault.cards()
    renewals = []
    for entries in talks_of(vault, streams).values():
        talk = fold(vault, keys, entries)
        readers = {}
        for kind in KINDS:
            place = talk.keys.get(kind)
            if place is not None and place in hers:
                holders = (rows.holders(place) | ({heir.id} if heir else set())) - {gone.id}
                readers[kind] = [card for ident, card in cards.items() if ident in holders]
        if any(readers.values()):
            act: dict[str, object] = {"do": "new keys", "member": gone.id}
            renewals.append(rekeyed(vault, talk, act, readers))
    return renewals


def _handed(vault: Vault, rows: Rows, gone: MemberCard, heir: MemberCard) -> list[Wrap]:
    """Return to a successor what the leaver could open, as far as one holds it oneself.

    No half goes to somebody who holds the other one.
    """
    theirs = {(one.stream, one.kind) for one in rows.of(heir.id)}

    def is_apart(place: Place) -> bool:
        others = {(place.stream, kind) for kind in HALVES if kind != place.kind}
        return place.kind not in HALVES or not others & theirs

    places = [
        place
        for place in rows.of(gone.id)
        if place.stream != HOUSE and heir.id not in rows.holders(place) and is_apart(place)
    ]
    return given(vault, vault.keyring(), places, heir)


def finish(vault: Vault) -> None:
    """Drop the wraps and slots of whoever is no member any more, and begin a new epoch.

    It can be done again: where it was interrupted, it ends what was begun.

    Raises:
        BadInput: it cannot be written.
    """
    left = vault.house().left.keys() - vault.cards().keys()
    vault.ledger.drop_wraps([row for row in vault.ledger.wraps() if row.member.hex() in left])
    change_slots(vault, lambda slots: _without(slots, left))
    epochs.rotate(vault)


def _without(slots: Slots, members: Iterable[str]) -> Slots:
    for member in members:
        slots = slots.without(member)
    return slots
