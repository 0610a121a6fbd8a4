"""What an index that is built anew takes from the old one: what only others may read.

The index of a vault is everybody's. Whoever builds it anew may not be able to read all that is in
it; what was made of the rest is carried over, with the cards, and without the conversations that
are read anew.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from typing import TYPE_CHECKING

from groundrules.desk.indexing.cards import Cards
from groundrules.desk.indexing.upkeep import gone_among
from groundrules.errors import BadInput
from groundrules.vault.folder import is_vault

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from groundrules.desk.indexing.folder import IndexFolder
    from groundrules.desk.indexing.upkeep import RecordFile


def carry_over(old: IndexFolder, new: IndexFolder, files: Sequence[RecordFile]) -> None:
    """Put into a new index what an old one has of conversations that only others may read.

    Where the old one is damaged nothing is carried over: the next check by somebody who may read
    them brings them in.

    Args:
        old: the index that there is, or is not.
        new: where the new one is being made; nothing is there yet.
        files: the records that can be read, of which nothing is carried over.

    Raises:
        BadInput: the vault is locked.
        OSError: it cannot be written.
    """
    if not is_vault(old.home) or not old.ledger.exists():
        return
    own = {os.path.basename(file.path) for file in files if file.version}  # noqa: PTH119 - str or Path
    try:
        missing = _fingerprinted(old) - own
    except BadInput:
        return
    kept = missing - {*gone_among(old, missing)}
    if kept:
        new.make()
        _carry_fingerprints(old.ledger, new, kept)
        _carry_cards(old.cards, new, kept)


def _fingerprinted(folder: IndexFolder) -> set[str]:
    """Return the conversations of which an index has fingerprints, once they are read through.

    Raises:
        BadInput: they are damaged.
    """
    from groundrules.matching.index.indexed import IndexedLedger  # noqa: PLC0415 - needs numpy

    with IndexedLedger.open(folder.ledger, folder.secret) as ledger:
        ledger.verify()
        return {*ledger.talks()}


def _carry_fingerprints(old: Path, new: IndexFolder, kept: Collection[str]) -> None:
    from groundrules.matching.index.indexed import IndexedLedger  # noqa: PLC0415 - needs numpy

    shutil.copytree(old, new.ledger)
    with IndexedLedger.open(new.ledger, new.secret) as ledger:
        ledger.erase([one for one in ledger.talks() if one not in kept])


def _carry_cards(old: Path, new: IndexFolder, kept: Collection[str]) -> None:
    """Carry cards over; where they are damaged, whoever may read the talks makes them anew."""
    if not old.exists():
        return
    shutil.copyfile(old, new.cards)
    try:
        with Cards(new.cards, new.secret, writable=True) as cards:
            cards.begin(time.time())
            for head in cards.heads():
                if head.id not in kept:
                    cards.drop(head.id)
            if not cards.is_whole() or not cards.agree():
                raise sqlite3.DatabaseError("they do not agree")
            cards.keep(time.time())
    except sqlite3.Error:
        new.cards.unlink()
