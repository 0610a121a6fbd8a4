"""Building an index: of the records, and of the outlet's own archive."""

from __future__ import annotations

import shutil
import sqlite3
from typing import TYPE_CHECKING

from groundrules.desk.indexing.carrying import carry_over
from groundrules.desk.indexing.folder import IndexFolder, archive_of, index_of
from groundrules.desk.indexing.upkeep import Upkeep, files_of
from groundrules.desk.policies.house_policy import Policies
from groundrules.desk.records.find_records import usual_records
from groundrules.errors import BadInput, Fault
from groundrules.reporters.index_page import Built

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from groundrules.config.settings import Settings

    Progress = Callable[[int, int], None]
    """Told how much has been done, and of how much."""


def records_named(records: Sequence[str], settings: Settings) -> tuple[Path | str, ...]:
    """Return the records that an index is for: those named, or else the usual ones."""
    return tuple(records) or usual_records(settings)


def build_index(
    records: Sequence[str],
    settings: Settings,
    environment: Mapping[str, str],
    progress: Progress,
) -> Built:
    """Build the index of some records, or bring it up to date, and say what was done.

    Args:
        records: files and folders; none for those that are set.
        settings: what holds for this run.
        environment: the process's variables.
        progress: told how many of how many records have been read.

    Raises:
        BadInput: a record cannot be read, or the index is damaged or cannot be written.
    """
    named = records_named(records, settings)
    return _built(index_of(named, settings, environment), named, settings, progress)


def rebuild_index(
    records: Sequence[str],
    settings: Settings,
    environment: Mapping[str, str],
    progress: Progress,
) -> Built:
    """Build an index anew beside the one that there is, and put it in its place when it is whole.

    Of conversations that only others may read, the new one has what the old one had.

    Args and errors are those of `build_index`; what is there may be damaged.
    """
    named = records_named(records, settings)
    folder = index_of(named, settings, environment)
    beside = folder._replace(path=folder.path.with_name(f"{folder.path.name}.new"))
    shutil.rmtree(beside.path, ignore_errors=True)
    try:
        carry_over(folder, beside, files_of(named, folder))
        built = _built(beside, named, settings, progress)
        swap(beside.path, folder.path)
    except OSError as error:
        raise _unwritable(folder.path, error) from None
    finally:
        shutil.rmtree(beside.path, ignore_errors=True)
    return built._replace(folder=folder.path)


def build_archive(
    texts: str,
    settings: Settings,
    environment: Mapping[str, str],
    progress: Progress,
    *,
    anew: bool = False,
) -> Built:
    """Build the index of what the outlet has published, or bring it up to date.

    Args:
        texts: the folder of the texts.
        settings: what holds for this run.
        environment: the process's variables.
        progress: told how many of how many texts have been read.
        anew: whatever index of it there is is made anew.

    Raises:
        BadInput: a text cannot be read, which the others are indexed in spite of; or the index is
            damaged or cannot be written.
    """
    from groundrules.desk.indexing.archive import bring_up_to_date  # noqa: PLC0415 - seldom

    secret = index_of((), settings, environment).secret
    folder = archive_of(settings, secret)
    if not anew:
        return _writing(folder, lambda: bring_up_to_date(folder, texts, progress))
    beside = folder._replace(path=folder.path.with_name(f"{folder.path.name}.new"))
    shutil.rmtree(beside.path, ignore_errors=True)
    try:
        built = _writing(beside, lambda: bring_up_to_date(beside, texts, progress))
        swap(beside.path, folder.path)
    finally:
        shutil.rmtree(beside.path, ignore_errors=True)
    return built._replace(folder=folder.path)


def swap(new: Path, old: Path) -> None:
    """Put a folder in the place of another one, which is gone then.

    Raises:
        BadInput: it cannot be done.
    """
    aside = old.with_name(f"{old.name}.old")
    try:
        shutil.rmtree(aside, ignore_errors=True)
        if old.exists():
            old.rename(aside)
        new.rename(old)
    except OSError as error:
        raise _unwritable(old, error) from None
    shutil.rmtree(aside, ignore_errors=True)


def _built(
    folder: IndexFolder, records: Sequence[Path | str], settings: Settings, progress: Progress
) -> Built:
    files = files_of(records, folder)
    upkeep = Upkeep(folder, Policies(settings), progress)

    def work() -> Built:
        upkeep.bring_up_to_date(files)
        return Built(folder.path, upkeep.held, len(upkeep.read), upkeep.gone)

    return _writing(folder, work)


def _writing(folder: IndexFolder, work: Callable[[], Built]) -> Built:
    try:
        return work()
    except sqlite3.Error as error:
        message = f"the cards of the index are damaged, or cannot be written ({error})"
        remedy = "build it anew with `groundrules index rebuild`"
        raise BadInput(Fault(str(folder.cards), message, remedy)) from None
    except OSError as error:
        raise _unwritable(folder.path, error) from None


def _unwritable(path: Path, error: OSError) -> BadInput:
    reason = (error.strerror or "unknown reason").lower()
    message = f"the index cannot be written here: {reason}"
    return BadInput(Fault(str(path), message, "make the folder writable"))
