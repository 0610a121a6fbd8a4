"""Which vault is meant: the one that is named, or that is set, or the only one here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from groundrules.desk.records.find_records import vaults_in
from groundrules.errors import BadInput, Fault
from groundrules.vault.folder import is_vault

if TYPE_CHECKING:
    from groundrules.config.settings import Settings


def chosen_vault(given: str, settings: Settings) -> Path:
    """Return the folder of the vault that a command works on.

    Args:
        given: as it was named; "" where it was not.
        settings: `records` counts where one of those that are set is a vault.

    Raises:
        BadInput: it is none, or none is named and there is none here, or more than one.
    """
    if given:
        if not is_vault(given):
            remedy = "name the folder of a vault, or found one with `groundrules vault init`"
            raise BadInput(Fault(given, "there is no vault in this folder", remedy))
        return Path(given)
    found = _set(settings) or vaults_in(Path())
    if len(found) != 1:
        message = "there are several vaults here" if found else "there is no vault here"
        remedy = "name one" if found else "name one, or found one with `groundrules vault init`"
        raise BadInput(Fault("vault", message, remedy))
    return found[0]


def _set(settings: Settings) -> tuple[Path, ...]:
    return tuple(path for path in settings.paths("records") if is_vault(path))
