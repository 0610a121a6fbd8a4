"""Which vault is meant: the one that is named, or that is set, or the only one here."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from groundrules.desk.records.find_records import vaults_in
from groundrules.desk.records.record_places import in_vault
from groundrules.errors import BadInput, Fault
from groundrules.vault.folder import is_vault

if TYPE_CHECKING:
    from collections.abc import Sequence

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


def chosen_talks(
    given: str, names: Sequence[str], settings: Settings
) -> tuple[Path, tuple[str, ...]]:
    """Return the vault that a command works on, and the names of conversations in it.

    A name may have the folder of its vault before it, as in `office.vault/harbor-2026-11-03`; that
    vault is meant then.

    Args:
        given: the vault as it was named; "" where it was not.
        names: as they were typed.
        settings: as for `chosen_vault`.

    Raises:
        BadInput: as `chosen_vault` does, or a name is of another vault.
    """
    placed = {name: in_vault(name) for name in names if os.path.dirname(name)}  # noqa: PTH120 - as typed
    known = {name: place for name, place in placed.items() if place and place.name}
    folders = [str(place.folder) for place in known.values()]
    vault = chosen_vault(given or next(iter(folders), ""), settings)
    for name, place in known.items():
        if not vault.samefile(place.folder):
            message = f"this is not in {vault}, on which the command works"
            raise BadInput(Fault(name, message, "name what is in one vault"))
    return vault, tuple(known[name].name if name in known else name for name in names)


def _set(settings: Settings) -> tuple[Path, ...]:
    return tuple(path for path in settings.paths("records") if is_vault(path))
