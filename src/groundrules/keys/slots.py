"""The slots of a vault: every member's bundle, and the ways in which each is unlocked.

A bundle is sealed once, under a key of its own; a slot holds that key. So a passphrase is changed
without the printed sheet, and the bundle gets another secret without either. Whoever kept an old
copy of the slots and knows an old passphrase can still open that copy.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from groundrules.errors import BadInput, Fault
from groundrules.keys.documents import of_version
from groundrules.keys.envelope import Unopenable
from groundrules.keys.passphrases import prepared, refuse_weak
from groundrules.keys.sealed_bundle import SealedBundle, read_sealed_bundle, sealed_bundle
from groundrules.keys.slot import Kind, Slot, new_slot, read_slot
from groundrules.keys.stretching import (
    FLOOR,
    STANDARD,
    Cost,
    from_passphrase,
    from_recovery,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from groundrules.keys.bundle import Bundle
    from groundrules.keys.recovery import Recovery
    from groundrules.keys.secret import Secret

VERSION = 1

_NO_COST = Cost(0, 0, 0)


class WrongPassphrase(BadInput):
    """A passphrase, or a recovery key, that opens none of the slots, all of them being sound."""


@dataclass(frozen=True, slots=True)
class Slots:
    """The slots and bundles of one vault.

    Attributes:
        ledger: the ledger's id, hexadecimal.
        path: the file that they are in, for messages.
        bundles: one for each member.
        slots: in the order in which they were made.
    """

    ledger: str
    path: str = "vault.json"
    bundles: tuple[SealedBundle, ...] = ()
    slots: tuple[Slot, ...] = ()

    def document(self) -> dict[str, object]:
        """Return what stands in `vault.json`; all of it is public."""
        return {
            "v": VERSION,
            "bundles": [one.document() for one in self.bundles],
            "slots": [one.document() for one in self.slots],
        }

    def with_bundle(self, bundle: Bundle) -> Slots:
        """Return the slots with a member's bundle in them, in the place of an earlier one of hers.

        Raises:
            ValueError: it is another ledger's.
        """
        if bundle.ledger != self.ledger:
            raise ValueError("the bundle is another ledger's")
        new = sealed_bundle(bundle)
        others = tuple(one for one in self.bundles if one.member != new.member)
        return replace(self, bundles=(*others, new))

    def with_new_passphrase(
        self, bundle: Bundle, passphrase: str, cost: Cost = STANDARD, *, floor: Cost = FLOOR
    ) -> Slots:
        """Return the slots with a member's passphrase, in the place of an earlier one of hers.

        Args:
            bundle: the member's; it is sealed again too.
            passphrase: as it was typed.
            cost: what each guess shall cost.
            floor: the least that it may cost.

        Raises:
            BadInput: the passphrase is too weak, or the cost is out of bounds.
        """
        refuse_weak(passphrase, self.path)
        self._refuse_cost(cost, floor)
        slot = new_slot(self.ledger, bundle.member.card.id, Kind.PASSPHRASE, cost)
        return self._with_slot(bundle, slot, self._stretched(passphrase, slot))

    def with_new_recovery(self, bundle: Bundle, recovery: Recovery) -> Slots:
        """Return the slots with a member's recovery key, in the place of an earlier one of hers.

        Args:
            bundle: the member's; it is sealed again too.
            recovery: the key that is printed.
        """
        slot = new_slot(self.ledger, bundle.member.card.id, Kind.RECOVERY, _NO_COST)
        return self._with_slot(bundle, slot, from_recovery(recovery.reveal(), slot.salt))

    def without(self, member: str) -> Slots:
        """Return the slots without those of a member, and without her bundle.

        Args:
            member: the member's id, hexadecimal.
        """
        return replace(
            self,
            bundles=tuple(one for one in self.bundles if one.member != member),
            slots=tuple(one for one in self.slots if one.member != member),
        )

    def opened_with_passphrase(
        self, passphrase: str, *, member: str = "", floor: Cost = FLOOR
    ) -> Bundle:
        """Return the bundle that a passphrase opens.

        Args:
            passphrase: as it was typed.
            member: the id of whose slots are tried; empty for all, each costing about a second.
            floor: a slot that costs less is refused.

        Raises:
            WrongPassphrase: it opens none.
            BadInput: there is no such slot, or none that is sound, or one below the floor.
        """
        slots = self._sound(Kind.PASSPHRASE, member)
        for slot in slots:
            self._refuse_cost(slot.cost, floor)
        return self._opened(slots, lambda slot: self._stretched(passphrase, slot))

    def opened_with_recovery(self, recovery: Recovery, *, member: str = "") -> Bundle:
        """Return the bundle that a recovery key opens.

        Args:
            recovery: the key, from the printed sheet.
            member: the id of whose slots are tried; empty for all.

        Raises:
            WrongPassphrase: it opens none.
            BadInput: there is no such slot, or none that is sound.
        """
        slots = self._sound(Kind.RECOVERY, member)
        return self._opened(slots, lambda slot: from_recovery(recovery.reveal(), slot.salt))

    def _with_slot(self, bundle: Bundle, slot: Slot, key: Secret) -> Slots:
        full = slot.holding(bundle.key, key)
        others = tuple(
            one for one in self.slots if (one.member, one.kind) != (slot.member, slot.kind)
        )
        return replace(self.with_bundle(bundle), slots=(*others, full))

    def _sound(self, kind: Kind, member: str) -> list[Slot]:
        slots = [one for one in self.slots if one.kind is kind and member in ("", one.member)]
        if not slots:
            message = f"nobody can unlock it with a {_NAMES[kind]} here"
            raise self._refused(message, f"unlock it with a {_NAMES[_OTHER[kind]]}")
        sound = [one for one in slots if one.is_sound()]
        if not sound:
            message = f"what a {_NAMES[kind]} opens is damaged; the {_NAMES[kind]} may be right"
            remedy = f"restore this file from a backup, or use a {_NAMES[_OTHER[kind]]}"
            raise self._refused(message, remedy)
        return sound

    def _opened(self, slots: list[Slot], key_of: Callable[[Slot], Secret]) -> Bundle:
        for slot in slots:
            try:
                key = slot.opened(key_of(slot))
            except Unopenable:
                continue
            return self._bundle(slot.member, key)
        name = _NAMES[slots[0].kind]
        message, remedy = f"this {name} does not open it", "try again, or use the other way in"
        raise WrongPassphrase(Fault(self.path, message, remedy))

    def _bundle(self, member: str, key: Secret) -> Bundle:
        for one in self.bundles:
            if one.member == member and one.is_sound():
                try:
                    return one.opened(self.ledger, key)
                except (Unopenable, ValueError):
                    break
        message = "it opens, but the keys that lie behind it are damaged or missing"
        raise self._refused(message, "restore this file from a backup")

    def _stretched(self, passphrase: str, slot: Slot) -> Secret:
        try:
            return from_passphrase(prepared(passphrase), slot.salt, slot.cost)
        except MemoryError:
            message = (
                f"unlocking needs {slot.cost.memory // 1024} MiB of memory, which are not free"
            )
            raise self._refused(message, "close other programs and try again") from None
        except ValueError:
            message = "this is no passphrase: it is empty, or holds a character that is not seen"
            raise WrongPassphrase(Fault(self.path, message, "try again")) from None

    def _refuse_cost(self, cost: Cost, floor: Cost) -> None:
        if not (cost.is_at_least(floor) and cost.is_bearable()):
            message = "a passphrase would be stretched too little here, or beyond measure"
            raise self._refused(message, "restore this file from a backup: it was changed")

    def _refused(self, message: str, remedy: str) -> BadInput:
        return BadInput(Fault(self.path, message, remedy))


_NAMES = {Kind.PASSPHRASE: "passphrase", Kind.RECOVERY: "recovery sheet"}
_OTHER = {Kind.PASSPHRASE: Kind.RECOVERY, Kind.RECOVERY: Kind.PASSPHRASE}


def read_slots(value: Any, ledger: str, path: str) -> Slots:  # noqa: ANN401 - whatever JSON holds
    """Return the slots that stand in `vault.json`; each may be damaged by itself.

    Args:
        value: what `Slots.document` returned.
        ledger: the ledger's id, hexadecimal.
        path: the file, for messages.

    Raises:
        BadInput: they have not the shape of slots, or are of a later version.
    """
    try:
        known = of_version(value, VERSION)
        bundles = tuple(read_sealed_bundle(one) for one in known["bundles"])
        slots = tuple(read_slot(one, ledger) for one in known["slots"])
    except (ValueError, KeyError, TypeError, AttributeError):
        message = "the slots are damaged, or written by a later version"
        raise BadInput(Fault(path, message, "restore this file from a backup")) from None
    return Slots(ledger, path, bundles, slots)
