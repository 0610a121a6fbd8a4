"""A new epoch for a vault: every wrap that shall last is renewed, and the old key goes.

What was shredded has no wrap any more, so nothing of it is renewed. Whoever has an old copy of the
ledger has old wraps, which open with the old key alone; and that was never in any copy.
"""

from __future__ import annotations

import sys
from datetime import UTC
from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.keys import epoch
from groundrules.keys.envelope import Unopenable
from groundrules.keys.wraps import epoch_of, renewed
from groundrules.ledger.entries import HOUSE

if TYPE_CHECKING:
    from collections.abc import Callable

    from groundrules.keys.epoch_key import EpochKeys
    from groundrules.ledger.rows import Wrap
    from groundrules.vault.opened import Vault


def rotate(vault: Vault) -> int:
    """Begin a new epoch, and return its number.

    Where a change was interrupted, that one is finished in its place. Released halves whose time
    is over are dropped.

    Raises:
        BadInput: a wrap is damaged, or the ledger or the file of the epoch key cannot be written.
            Nothing is lost: until all is done, both keys are kept.
    """
    return epoch.rotate(vault.epoch_file, vault.ledger.id, _renewing(vault)).current.number


def resume(vault: Vault) -> bool:
    """Finish a change of epochs that was interrupted; return whether there was one.

    Raises:
        BadInput: as `rotate` does.
    """
    if epoch.is_settled(vault.epoch_file, vault.ledger.id):
        return False
    epoch.resume(vault.epoch_file, vault.ledger.id, _renewing(vault))
    return True


def refuse_ended(vault: Vault) -> None:
    """Refuse a copy of a vault that was made before an epoch began whose key is on this machine.

    Raises:
        BadInput: none of the member's keys of the house opens with the epoch keys that there are.
    """
    keys = vault.epoch
    oldest = (keys.previous or keys.current).number
    mine = list(vault.ledger.wraps(bytes.fromhex(vault.member.card.id), HOUSE))
    if mine and all(_epoch(row) < oldest for row in mine):
        message = "this copy of the vault is of an earlier epoch, which has ended: it opens no more"
        remedy = "use the vault itself, or a copy that was made since something was last shredded"
        raise BadInput(Fault(str(vault.folder), message, remedy))


def _epoch(row: Wrap) -> int:
    """Return the epoch of a wrap, or a high number where it is damaged, which others tell."""
    try:
        return epoch_of(row.sealed)
    except Unopenable:
        return sys.maxsize


def _renewing(vault: Vault) -> Callable[[EpochKeys], None]:
    def renew(keys: EpochKeys) -> None:
        now = vault.now().astimezone(UTC).isoformat(timespec="seconds")
        vault.ledger.replace_wraps(
            lambda row: None if row.expires and row.expires <= now else _renewed(vault, row, keys)
        )

    return renew


def _renewed(vault: Vault, row: Wrap, keys: EpochKeys) -> Wrap:
    """Return a row in the current epoch; one that is in it already stays as it is."""
    try:
        number = epoch_of(row.sealed)
        if number == keys.current.number:
            return row
        old = keys.of(number)
        context = vault.context(row, number=number)
        return row._replace(sealed=renewed(row.sealed, context, old, keys.current))
    except Unopenable:
        message = "a wrapped key in the vault is damaged, so that no new epoch can begin"
        remedy = "run groundrules vault audit, and restore the vault from a copy"
        raise BadInput(Fault(str(vault.folder), message, remedy)) from None
