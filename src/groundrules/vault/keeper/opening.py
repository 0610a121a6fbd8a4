"""What a child opens first: the vault, with what its keeper holds."""

from __future__ import annotations

import os
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.keys.bundle import Bundle
from groundrules.vault import epochs
from groundrules.vault.folder import POSTGRESQL, read_public
from groundrules.vault.founding import Surroundings, opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.vault.opened import Vault


def surroundings() -> Surroundings:
    """Return what a vault takes from this process."""
    return Surroundings(os.environ, lambda: datetime.now(UTC))


@contextmanager
def opened_vault(folder: str, secret: bytes) -> Iterator[Vault]:
    """Give the vault of a folder.

    A change of epochs that was interrupted is finished first.

    Args:
        folder: from the root on.
        secret: a member's bundle, as `Bundle.carried` gives it.

    Raises:
        BadInput: the ledger cannot be opened.
    """
    vault = opened(Path(folder), Bundle.received(secret), surroundings())
    try:
        _require_epoch(vault)
        epochs.resume(vault)
        yield vault
    finally:
        vault.ledger.close()


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
