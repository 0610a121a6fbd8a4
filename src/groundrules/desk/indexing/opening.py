"""Opening an index for a check: it is brought up to date first, and never trusted half.

Whatever keeps it from being used is noted, and then the whole record is read instead.
"""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

from groundrules.desk.checking.indexed_record import IndexedRecord, OpenIndex, Shelf
from groundrules.desk.indexing.cards import FORMAT, Cards
from groundrules.desk.indexing.codes import Coder
from groundrules.desk.indexing.folder import archive_there, index_there
from groundrules.desk.indexing.upkeep import Upkeep, difference, files_of
from groundrules.desk.records.record_places import NOTHING_CLOSED, closed_in
from groundrules.desk.setup.project_folder import home_of
from groundrules.errors import BadInput, Fault
from groundrules.vault.folder import is_vault

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from groundrules.config.settings import Settings
    from groundrules.desk.indexing.codes import Kept
    from groundrules.desk.indexing.folder import IndexFolder
    from groundrules.desk.indexing.upkeep import RecordFile
    from groundrules.desk.policies.house_policy import Policies
    from groundrules.desk.records.record_places import Closed
    from groundrules.matching.index.indexed import IndexedLedger

_TRIES = 3
"""How often an index is opened that others change between two looks at it."""


def indexed_record(
    records: Sequence[Path | str],
    settings: Settings,
    policies: Policies,
    as_of: datetime,
    environment: Mapping[str, str],
) -> tuple[IndexedRecord | None, tuple[str, ...]]:
    """Return a record behind its index, and what whoever asked should know.

    Args:
        records: files and folders.
        settings: what holds for this run.
        policies: its policies.
        as_of: what frees words from a later instant on does not count.
        environment: the process's variables.

    Returns:
        None where there is no index, or it cannot be used, which the notes say.
    """
    folder: IndexFolder | None = None
    try:
        folder = index_there(records, settings, environment)
        if folder is None:
            return None, ()
        files = files_of(records, folder)
        upkeep = Upkeep(folder, policies, lambda _done, _of: None)
        for _ in range(_TRIES):
            opened = _opened(folder, files, policies, upkeep)
            if opened:
                archive, notes = _archive(archive_there(settings, environment))
                index, heads, closed = opened
                shelf = Shelf(heads, index.coder, policies, as_of, closed)
                return IndexedRecord(shelf, index._replace(archive=archive), as_of), notes
            _refuse_unwritable(folder)
            upkeep.bring_up_to_date(files)
    except BadInput as refusal:
        return None, (_instead("; ".join(map(str, refusal.faults))),)
    except (sqlite3.Error, OSError) as error:
        where = folder.cards if folder else home_of(settings)
        return None, (_instead(f"{where}: it cannot be used ({error})"),)
    return None, (_instead(f"{folder.path}: it is being changed by others"),)


def _opened(
    folder: IndexFolder, files: Sequence[RecordFile], policies: Policies, upkeep: Upkeep
) -> tuple[OpenIndex, list[tuple[Kept, RecordFile]], Closed] | None:
    """Return an index, with the card of each file; None where they are not of the same state.

    With them comes what the vault holds, where it is one, that may not be read.
    """
    from groundrules.matching.index.indexed import IndexedLedger  # noqa: PLC0415 - needs numpy

    if not folder.cards.exists() or not folder.ledger.exists():
        return None
    _recover(folder)
    cards = Cards(folder.cards, folder.secret)
    try:
        if cards.format() == FORMAT:
            cards.are_changed()  # from here on
            heads = cards.heads()
            ledger = IndexedLedger.open(folder.ledger, folder.secret)
            stamps = ledger.talks()
            closed = _closed(folder, files, stamps)
            mine = [head for head in heads if head.id not in closed.sealed]
            found = difference(files, mine, stamps, policies, upkeep.read)
            if found.is_none:
                index = OpenIndex(cards, Coder(folder.secret), ledger, None)
                return index, [(found.same[file.place], file) for file in files], closed
    except BaseException:
        cards.close()
        raise
    cards.close()
    return None


def _closed(folder: IndexFolder, files: Sequence[RecordFile], indexed: Iterable[str]) -> Closed:
    if not is_vault(folder.home):
        return NOTHING_CLOSED
    names = frozenset(os.path.basename(file.path) for file in files if file.version)  # noqa: PTH119 - str or Path
    return closed_in(folder.home, names, list(indexed))


def _recover(folder: IndexFolder) -> None:
    """Have SQLite undo what was interrupted, which it cannot do where it only reads."""
    journal = folder.cards.with_name(f"{folder.cards.name}-journal")
    if journal.exists() and os.access(folder.path, os.W_OK):
        with Cards(folder.cards, folder.secret, writable=True) as cards:
            cards.format()


def _refuse_unwritable(folder: IndexFolder) -> None:
    if not os.access(folder.path, os.W_OK):
        message = "records have changed since, and the index may not be written"
        remedy = "have its owner run `groundrules index build`"
        raise BadInput(Fault(str(folder.path), message, remedy))


def _archive(folder: IndexFolder | None) -> tuple[IndexedLedger | None, tuple[str, ...]]:
    """Return the index of the archive, or why it cannot be used; a check does without it."""
    if folder is None:
        return None, ()
    from groundrules.matching.index.indexed import IndexedLedger  # noqa: PLC0415 - needs numpy

    try:
        return IndexedLedger.open(folder.ledger, folder.secret), ()
    except BadInput as refusal:
        faults = "; ".join(map(str, refusal.faults))
        return None, (f"what was published before is not told from what was not: {faults}",)


def _instead(reason: str) -> str:
    return f"the index is not used, and every record is read instead: {reason}"
