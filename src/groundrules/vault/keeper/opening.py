"""What a child opens first: the vault, with what its keeper holds."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.keys.bundle import Bundle
from groundrules.vault import epochs
from groundrules.vault.folder import POSTGRESQL, read_public
from groundrules.vault.founding import Surroundings, opened
from groundrules.vault.keeper.upkeep import standing
from groundrules.vault.log_signing import seal_log
from groundrules.vault.shredding import finish_begun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.vault.opened import Vault


def surroundings() -> Surroundings:
    """Return what a vault takes from this process."""
    return Surroundings(os.environ, lambda: datetime.now(UTC))


@contextmanager
def opened_vault(folder: str, secret: bytes) -> Iterator[Vault]:
    """Give the vault of a folder.

    A shredding or a change of epochs that was interrupted is finished first. What was written goes
    into the log when the other end has hung up, so that nobody waits for it.

    Args:
        folder: from the root on.
        secret: a member's bundle, as `Bundle.carried` gives it.

    Raises:
        BadInput: the ledger cannot be opened; it is a copy that opens no more; or what was
            interrupted cannot be finished.
    """
    vault = opened(Path(folder), Bundle.received(secret), surroundings())
    try:
        _require_epoch(vault)
        epochs.refuse_ended(vault)
        finish_begun(vault)
        yield vault
        _take_into_log(vault)
    finally:
        vault.ledger.close()


def _take_into_log(vault: Vault) -> None:
    """Take what waits into the log; what cannot be now, will be the next time."""
    with suppress(BadInput):
        if standing(vault).unsealed:
            seal_log(vault)


def _require_epoch(vault: Vault) -> None:
    """Say where the epoch key of a vault is to be had, where it is not there.

    Raises:
        BadInput: it is not.
    """
    if vault.epoch_file.exists():
        return
    message = "the epoch key of this vault is not on this machine"
    remedy = "bring it back with a copy of the vault: `groundrules vault restore`"
    if read_public(vault.folder).backend == POSTGRESQL:
        remedy = "have a member invite you with your card, and then: `groundrules vault accept`"
    raise BadInput(Fault(str(vault.epoch_file), message, remedy))
