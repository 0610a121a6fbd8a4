"""The index of a vault, once something was shredded: it holds fingerprints of what was said."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.vault.folder import index_path

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from groundrules.vault.opened import Vault

_LEDGER, _CARDS = "ledger", "cards.sqlite"


def after_shred(vault: Vault, names: Sequence[str]) -> None:
    """Take what was shredded out of the index.

    The fingerprints are taken out of the files; the cards, which are quickly made, go as a whole,
    and the next check makes them anew. An index of somebody else's, on another machine, loses them
    when that is brought up to date.

    Args:
        vault: whose folder has the index.
        names: of the conversations; without any, as where a shredding that was interrupted is
            finished, the whole index goes, and is to be built again.

    Raises:
        BadInput: a file of it cannot be removed.
    """
    folder = index_path(vault.folder)
    try:
        for one in sorted(folder.iterdir()) if folder.is_dir() else ():
            if names and (one / _LEDGER).is_dir():
                _erase(one, names, vault)
            elif one.is_dir() and not one.is_symlink():
                shutil.rmtree(one)
            else:
                one.unlink()
    except OSError:
        message = "the index cannot be removed"
        remedy = "remove the folder by hand, then shred again: nothing else is left to do"
        raise BadInput(Fault(str(folder), message, remedy)) from None


def _erase(index: Path, names: Sequence[str], vault: Vault) -> None:
    from groundrules.matching.index.indexed import IndexedLedger  # noqa: PLC0415 - needs numpy
    from groundrules.vault.naming import index_secret  # noqa: PLC0415 - with it

    (index / _CARDS).unlink(missing_ok=True)
    try:
        with IndexedLedger.open(index / _LEDGER, bytes.fromhex(index_secret(vault))) as ledger:
            there = ledger.talks()
            ledger.erase([name for name in names if name in there])
    except BadInput:  # it is damaged: what cannot be taken out of it must not stay
        shutil.rmtree(index)
