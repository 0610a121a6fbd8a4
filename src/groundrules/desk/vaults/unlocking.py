"""Unlocking a vault: a passphrase opens a slot, and a keeper is given what lies in it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput
from groundrules.vault.keeper.charge import Charge, minutes_from
from groundrules.vault.keeper.door import Door, Keeping, connected
from groundrules.vault.keeper.starting import Starting
from groundrules.vault.keeper.system import need_sockets
from groundrules.vault.source_answers import Finished

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from groundrules.keys.bundle import Bundle
    from groundrules.keys.slots import Slots
    from groundrules.keys.stretching import Cost
    from groundrules.vault.folder import Public


class Asking(NamedTuple):
    """How a passphrase is come by.

    Attributes:
        ask: gives it, each time anew; the argument is what it is for.
        complain: told what is wrong with one that was wrong, before the next is asked for.
        tries: how often it is asked for; once where it comes from a file.
    """

    ask: Callable[[str], str]
    complain: Callable[[BadInput], None]
    tries: int = 1


class Unlocked(NamedTuple):
    """What came of unlocking.

    Attributes:
        keeping: what the keeper says of itself.
        was_already: whether it was unlocked before.
        finished: the shredding that had been interrupted and was finished by it, if there was one.
    """

    keeping: Keeping
    was_already: bool
    finished: tuple[Finished, ...] = ()


def unlock_vault(
    folder: Path, asking: Asking, environment: Mapping[str, str], floor: Cost | None = None
) -> Unlocked:
    """Unlock a vault, unless it is.

    The keeper loads what it needs while the passphrase is typed and stretched.

    Args:
        folder: the vault's.
        asking: how the passphrase is come by.
        environment: the process's variables.
        floor: the least that a guess of the passphrase may cost; as is usual without one.

    Raises:
        BadInput: the passphrase is wrong, or the vault cannot be opened.
    """
    need_sockets(folder)
    if is_unlocked(folder):
        return Unlocked(_keeping(folder), was_already=True)
    with Starting(charge_for(folder, environment)) as starting:
        bundle = opened_bundle(folder, asking, floor)
        return kept(folder, starting, bundle)


def charge_for(folder: Path, environment: Mapping[str, str]) -> Charge:
    """Return what the keeper of a vault is told.

    Raises:
        BadInput: there is no vault, or the variable for the minutes is wrong.
    """
    from groundrules.vault.folder import read_public  # noqa: PLC0415 - start-up time

    read_public(folder)
    return Charge(os.path.realpath(folder), minutes_from(environment))


def kept(folder: Path, starting: Starting, bundle: Bundle) -> Unlocked:
    """Hand a bundle over to a keeper that was started, and see that it opens the vault.

    Raises:
        BadInput: it does not; the vault is locked again.
    """
    from groundrules.vault.keeper.locking import lock  # noqa: PLC0415 - start-up time

    starting.hand_over(bundle.carried())
    try:
        with Door.to(folder) as door:
            finished = tuple(door.ask(list[Finished], "finished"))
    except BadInput:
        lock(folder)
        raise
    return Unlocked(_keeping(folder), was_already=False, finished=finished)


def is_unlocked(folder: Path) -> bool:
    """Tell whether a keeper answers for a vault.

    Raises:
        BadInput: the place where it would listen is not to be trusted.
    """
    found = connected(folder)
    if found is not None:
        found.close()
    return found is not None


def opened_bundle(folder: Path, asking: Asking, floor: Cost | None = None) -> Bundle:
    """Return what a passphrase opens, which is asked for as often as `asking` allows.

    Raises:
        BadInput: none of them opened it, or the vault is damaged.
    """
    _, slots = read_vault(folder)
    for tried in range(1, asking.tries + 1):
        passphrase = asking.ask(f"The passphrase of {folder.name}")
        from groundrules.keys.slots import WrongPassphrase  # noqa: PLC0415 - start-up time
        from groundrules.keys.stretching import FLOOR  # noqa: PLC0415 - likewise

        try:
            return slots().opened_with_passphrase(passphrase, floor=floor or FLOOR)
        except WrongPassphrase as error:
            if tried == asking.tries:
                raise
            asking.complain(error)
    raise AssertionError("somebody is asked at least once")


def read_vault(folder: Path) -> tuple[Public, Callable[[], Slots]]:
    """Return the public file of a vault, and what reads the slots in it once they are needed.

    Raises:
        BadInput: it is no vault, or damaged.
    """
    from groundrules.vault.folder import PUBLIC_FILE, read_public  # noqa: PLC0415 - start-up time

    public = read_public(folder)

    def slots() -> Slots:
        from groundrules.keys.slots import read_slots  # noqa: PLC0415 - start-up time

        return read_slots(public.slots, public.ledger, str(folder / PUBLIC_FILE))

    return public, slots


def _keeping(folder: Path) -> Keeping:
    with Door.to(folder) as door:
        return door.ask(Keeping, "keeper.status")
