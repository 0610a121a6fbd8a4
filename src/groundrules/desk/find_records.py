"""Finding the records to check against: those that were named, or the folder beside the draft."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.readers.text_file import STANDARD_INPUT

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

    Where none are named, each draft is held against the folder `records` beside it, or else the
    one in the working folder; all the drafts of a run against all of these together.

    Raises:
        BadInput: a draft has neither.
    """
    named = settings.paths("records")
    if named:
        return named
    found: dict[Path, None] = {}
    faults = []
    for draft in drafts:
        folders = (folder_of(draft, stdin_name) / FOLDER, Path(FOLDER))
        folder = next((one for one in folders if one.is_dir()), None)
        if folder:
            found[folder] = None
        else:
            faults.append(_missing(draft))
    if faults:
        raise BadInput(*faults)
    return tuple(found)


def _missing(draft: str) -> Fault:
    return Fault(
        draft,
        "there is no record to check it against",
        f"name the records with --records, or keep them in a folder `{FOLDER}` beside the draft",
    )
