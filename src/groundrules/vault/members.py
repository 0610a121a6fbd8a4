"""The members of a vault: who joins, who takes over, and who leaves.

Whoever joins gets the keys of the house and of its papers, and of the desks those of the terms of
every conversation that the one who lets her in may read. Whoever leaves should hand over first:
what only she could open is lost otherwise, and that is not done unless it is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.keys import private_file
from groundrules.keys.bundle import Bundle
from groundrules.keys.cards import Role
from groundrules.keys.members import MemberKeys
from groundrules.keys.recovery import Recovery
from groundrules.keys.slots import read_slots
from groundrules.ledger.entries import HOUSE
from groundrules.vault.answers import Done, Member
from groundrules.vault.committing import Batch, committed
from groundrules.vault.entering import Part
from groundrules.vault.folder import PUBLIC_FILE, read_public, write_public
from groundrules.vault.founding import Stretching
from groundrules.vault.house import joining
from groundrules.vault.identities import HALF_EDITOR
from groundrules.vault.opened import FORMS, LOG, OF_THE_HOUSE, TERMS
from groundrules.vault.paper_streams import OF_ALL
from groundrules.vault.rekeying import given
from groundrules.vault.writing import of_the_desks

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from groundrules.keys.cards import MemberCard
    from groundrules.keys.slots import Slots
    from groundrules.vault.opened import Place, Vault


def card(vault: Vault) -> str:
    """Return the member's own card, as a text that others may see."""
    return vault.member.card.document().decode()


def members(vault: Vault) -> list[Member]:
    """Return who has keys of the vault, and who had, in the order in which they joined."""
    house = vault.house()
    return [
        Member(
            id=ident,
            name=one.name,
            roles=tuple(role.value for role in one.roles),
            since=house.joined[ident],
            left=house.left.get(ident, ""),
            myself=ident == vault.member.card.id,
        )
        for ident, one in house.known.items()
    ]


def admit(
    vault: Vault,
    name: str,
    roles: Sequence[str],
    passphrase: str,
    *,
    stretching: Stretching | None = None,
) -> tuple[str, ...]:
    """Make keys for a new member of this folder, and return the lines of her recovery sheet.

    Args:
        vault: whose member lets her in.
        name: as she wants to be called; no other member is called so.
        roles: `reporter`, `editor`, `standards` and `legal`, as far as they apply.
        passphrase: what she will unlock it with.
        stretching: what a guess of the passphrase costs; about a second where it is not given.

    Raises:
        BadInput: the name is taken, the passphrase is weak, or it cannot be written.
    """
    keys = _new_keys(vault, name, roles)
    bundle = Bundle(vault.ledger.id, keys, vault.bundle.secrets, vault.bundle.texts)
    recovery, keeping = Recovery.new(), stretching or Stretching()

    def with_her(slots: Slots) -> Slots:
        slots = slots.with_new_passphrase(bundle, passphrase, keeping.cost, floor=keeping.floor)
        return slots.with_new_recovery(bundle, recovery)

    # The slot first: without the act of the house it opens nothing.
    change_slots(vault, with_her)
    add(vault, keys.card)
    return recovery.lines()


def _new_keys(vault: Vault, name: str, roles: Sequence[str]) -> MemberKeys:
    refuse_taken(vault, name)
    try:
        return MemberKeys.new(name, [Role(role) for role in roles])
    except ValueError:
        message = "a member has a name and at least one role"
        remedy = f"name one or more of {', '.join(Role)}"
        raise BadInput(Fault(str(vault.folder), message, remedy)) from None


def refuse_taken(vault: Vault, name: str) -> None:
    """Refuse a name that a member has: they could not be told apart.

    Raises:
        BadInput: it is taken.
    """
    if any(one.name.casefold() == name.strip().casefold() for one in vault.cards().values()):
        message = "there is a member of this name already"
        raise BadInput(Fault(str(vault.folder), message, "add what tells the two apart"))


def change_slots(vault: Vault, change: Callable[[Slots], Slots]) -> None:
    """Change the ways in which a vault is unlocked, one change after the other.

    Raises:
        BadInput: what `change` raises, or the public file cannot be read or written.
    """
    with private_file.locked(vault.folder / PUBLIC_FILE, alone=True):
        public = read_public(vault.folder)
        slots = change(read_slots(public.slots, public.ledger, str(vault.folder)))
        write_public(vault.folder, public._replace(slots=slots.document()), force=True)


def add(vault: Vault, card: MemberCard) -> Done:
    """Let a member in whose card is known, and give her the keys that are hers by her roles.

    Raises:
        BadInput: somebody of this name or with this card is there, or it cannot be written.
    """

    def make() -> Batch:
        refuse_taken(vault, card.name)
        keys = vault.keyring()
        house = vault.secret(HOUSE, OF_THE_HOUSE)
        entry = joining(vault, card, vault.ledger.head(HOUSE), Part({}, house))
        places = [
            place for kind in (OF_THE_HOUSE, LOG, FORMS) for place in keys.places(HOUSE, kind)
        ]
        places += _by_role(vault, card)
        return Batch((entry,), tuple(given(vault, keys, places, card)))

    return committed(vault, make, Done((f"{card.name} is a member now",), 0))


def _by_role(vault: Vault, card: MemberCard) -> list[Place]:
    """Return what a member gets by her roles of what one holds oneself."""
    keys = vault.keyring()
    kinds = [OF_ALL, TERMS] if of_the_desks([card]) else [OF_ALL]
    if Role.EDITOR in card.roles:
        kinds.append(HALF_EDITOR)
    return [
        place for kind in kinds for one in keys.streams(kind) for place in keys.places(one, kind)
    ]


def settle(vault: Vault) -> Done:
    """Give every member the terms and papers that one may read and she should: after joining.

    Raises:
        BadInput: it cannot be written.
    """
    with vault.writing():
        there = {row[:4] for row in vault.ledger.wraps()}
        keys = vault.keyring()
        wraps = [
            row
            for card in vault.cards().values()
            for row in given(vault, keys, _lacking(vault, card, there), card)
        ]
        vault.ledger.put_wraps(wraps)
    count = len({row.stream for row in wraps})
    return Done((f"{count} streams were shared with those who should have them",), count)


def _lacking(vault: Vault, card: MemberCard, there: Container[tuple[object, ...]]) -> list[Place]:
    """Return what a member gets by her roles and has not got: stream, kind, key and member."""
    own = bytes.fromhex(card.id)
    return [place for place in _by_role(vault, card) if (*place, own) not in there]
