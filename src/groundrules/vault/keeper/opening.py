"""What a child opens first: the vault, with what its keeper holds."""

from __future__ import annotations

import os
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from groundrules.keys.bundle import Bundle
from groundrules.vault import epochs
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
        epochs.resume(vault)
        yield vault
    finally:
        vault.ledger.close()
