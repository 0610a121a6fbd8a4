"""The status of an index: how much it holds, how large it is, and what of it is out of date."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from groundrules.desk.indexing.building import records_named
from groundrules.desk.indexing.cards import FORMAT, Cards
from groundrules.desk.indexing.codes import Coder
from groundrules.desk.indexing.folder import archive_there, index_there
from groundrules.desk.indexing.upkeep import difference, files_of, gone_among
from groundrules.desk.policies.house_policy import Policies
from groundrules.desk.records.record_reading import RecordReader
from groundrules.errors import BadInput, Fault
from groundrules.reporters.index_page import Holding, Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from groundrules.config.settings import Settings
    from groundrules.desk.indexing.codes import Kept
    from groundrules.desk.indexing.folder import IndexFolder
    from groundrules.desk.indexing.upkeep import RecordFile

REBUILD = "build it anew with `groundrules index rebuild`"


def index_status(
    records: Sequence[str], settings: Settings, environment: Mapping[str, str]
) -> Status:
    """Return the status of the indexes.

    Raises:
        BadInput: an index is damaged, or the records cannot be gone through.
    """
    named = records_named(records, settings)
    folder = index_there(named, settings, environment)
    archive = archive_there(settings, environment)
    return Status(
        _records(folder, named, settings) if folder else None,
        _archive(archive) if archive else None,
    )


def _records(folder: IndexFolder, records: Sequence[Path | str], settings: Settings) -> Holding:
    from groundrules.matching.index.indexed import IndexedLedger  # noqa: PLC0415 - needs numpy

    ledger = IndexedLedger.open(folder.ledger, folder.secret)
    holding = Holding(
        folder.path,
        len(ledger.talks()),
        ledger.size,
        size_of(folder.path),
        segments_in(folder),
    )
    try:
        kept = _kept(folder)
    except sqlite3.Error as error:
        message = f"the cards of the index are damaged ({error})"
        raise BadInput(Fault(str(folder.cards), message, REBUILD)) from None
    if kept is None:
        return holding._replace(has_cards=False)
    heads, built, changed = kept
    files = files_of(records, folder)
    found = difference(files, heads, ledger.talks(), Policies(settings))
    known = {head.place: head for head in heads}
    added = sum(file.place not in known for file in found.unread)
    altered = sum(
        file.place in known and _is_altered(file, known[file.place], Coder(folder.secret))
        for file in found.unread
    )
    return holding._replace(
        built=datetime.fromtimestamp(built, UTC),
        changed=datetime.fromtimestamp(changed, UTC),
        added=added,
        altered=altered,
        gone=len(gone_among(folder, {head.id for head in found.gone})),
    )


def _kept(folder: IndexFolder) -> tuple[list[Kept], float, float] | None:
    """Return the heads of the cards, and when they were made and changed.

    Returns:
        None where there are none, as after something was shredded, or of another version.

    Raises:
        sqlite3.Error: they are damaged.
    """
    if not folder.cards.exists():
        return None
    with Cards(folder.cards, folder.secret) as cards:
        return (cards.heads(), *cards.times()) if cards.format() == FORMAT else None


def _is_altered(file: RecordFile, head: Kept, coder: Coder) -> bool:
    """Tell whether a record has other words than its card, which the system does not tell."""
    try:
        return file.stamp(RecordReader().text(file.path), coder) != head.stamp
    except BadInput:
        return True


def _archive(folder: IndexFolder) -> Holding:
    from groundrules.desk.indexing.archive import found_in, texts_of  # noqa: PLC0415 - seldom
    from groundrules.matching.index.indexed import IndexedLedger  # noqa: PLC0415 - needs numpy

    ledger = IndexedLedger.open(folder.ledger, folder.secret)
    texts = texts_of(folder)
    there = dict(found_in(texts.folder)) if texts else {}
    seen = texts.seen if texts else {}
    return Holding(
        folder.path,
        len(ledger.talks()),
        ledger.size,
        size_of(folder.path),
        segments_in(folder),
        added=len(there.keys() - seen.keys()),
        altered=sum(there[name] != seen[name] for name in there.keys() & seen.keys()),
        gone=len(seen.keys() - there.keys()),
    )


def size_of(folder: Path) -> int:
    """Return how many bytes the files in a folder and below it have."""
    return sum(one.stat().st_size for one in folder.rglob("*") if one.is_file())


def segments_in(folder: IndexFolder) -> int:
    """Return in how many files the fingerprints are."""
    return sum(1 for _ in folder.ledger.glob("*.segment"))
