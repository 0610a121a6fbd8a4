"""Finding the records to check against: those that were named, or the folder beside the draft."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.readers.text_file import STANDARD_INPUT
from groundrules.vault.folder import SUFFIX, is_vault

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.config.settings import Settings

FOLDER = "records"


def folder_of(draft: str, stdin_name: str = "") -> Path:
    """Return the folder that a draft stands in; for standard input, where it says it comes from."""
    name = stdin_name if draft == STANDARD_INPUT else draft
    return Path(name).parent if name else Path()


def common_folder(drafts: Iterable[str], stdin_name: str = "") -> Path:
    """Return the folder from which the configuration of a check is looked for.

    It is the nearest one that holds all the drafts; the working folder where there are none.
    """
    folders = [os.path.abspath(folder_of(one, stdin_name)) for one in drafts]  # noqa: PTH100 - `..`
    try:
        return Path(os.path.commonpath(folders or [str(Path.cwd())]))
    except ValueError:  # drafts on different drives
        return Path.cwd()


def records_for(
    drafts: Iterable[str], settings: Settings, stdin_name: str = ""
) -> tuple[Path, ...]:
    """Return the records, and folders of records, against which drafts are checked.

    Where none are named, each draft is held against the folder `records` beside it, or the vault
    there, or else those of the working folder; all the drafts of a run against all of these
    together.

    Raises:
        BadInput: a draft has none of these, or there are several vaults.
    """
    named = settings.paths("records")
    if named:
        return named
    found: dict[Path, None] = {}
    faults = []
    for draft in drafts:
        places = (folder_of(draft, stdin_name), Path())
        beside = next(filter(None, map(_kept_in, places)), ())
        if len(beside) == 1:
            found[beside[0]] = None
        elif beside:
            faults.append(_several(draft, beside))
        else:
            faults.append(_missing(draft))
    if faults:
        raise BadInput(*faults)
    return tuple(found)


def usual_records(settings: Settings) -> tuple[Path, ...]:
    """Return the records that are meant where none are named and no draft stands anywhere.

    They are those that are set, or else the folder `records` here, or the vault here; the folder
    where there is neither, so that whoever opens it says that it is missing.
    """
    beside = _kept_in(Path())
    return settings.paths("records") or (beside if len(beside) == 1 else (Path(FOLDER),))


def vaults_in(folder: Path) -> tuple[Path, ...]:
    """Return the vaults that stand in a folder."""
    try:
        return tuple(sorted(one for one in folder.glob(f"*{SUFFIX}") if is_vault(one)))
    except OSError:
        return ()


def _kept_in(folder: Path) -> tuple[Path, ...]:
    """Return where records are kept in a folder: the folder for them, or else vaults."""
    records = folder / FOLDER
    return (records,) if records.is_dir() else vaults_in(folder)


def _several(draft: str, vaults: tuple[Path, ...]) -> Fault:
    names = " and ".join(map(str, vaults))
    return Fault(draft, f"there are several vaults, {names}", "name one with --records")


def _missing(draft: str) -> Fault:
    return Fault(
        draft,
        "there is no record to check it against",
        f"name the records with --records, or keep them in a folder `{FOLDER}` beside the draft",
    )
