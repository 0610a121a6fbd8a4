"""Proving who somebody is who wants in again: the passphrase is asked for, whoever has it open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.desk.vaults.unlocking import Asking, is_unlocked, opened_bundle, unlock_vault

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from groundrules.errors import BadInput
    from groundrules.keys.stretching import Cost


def unlock_with(
    folder: Path, passphrase: str, environment: Mapping[str, str], floor: Cost | None = None
) -> None:
    """Unlock a vault with a passphrase; one that is unlocked must open with it all the same.

    Args:
        folder: the vault's.
        passphrase: as it was typed.
        environment: the process's variables.
        floor: the least that a guess of the passphrase may cost; as is usual without one.

    Raises:
        BadInput: the passphrase is wrong, or the vault cannot be opened.
    """
    asking = Asking(lambda _: passphrase, _never)
    if is_unlocked(folder):
        opened_bundle(folder, asking, floor)
    else:
        unlock_vault(folder, asking, environment, floor)


def _never(_: BadInput) -> None:
    raise AssertionError("one try is no complaint")
