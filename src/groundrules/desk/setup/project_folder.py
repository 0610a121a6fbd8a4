"""The folder of what a project keeps for itself: keys, indexes of its records, and reveals."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from groundrules.desk.records.record_places import vault_among

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.config.settings import Settings

FOLDER = ".groundrules"
"""The folder, beside the configuration file or in the working folder."""

INDEXES, ARCHIVE = "index", "archive"
"""The folders in it of the indexes of records, and of the archive's."""


def home_of(settings: Settings) -> Path:
    """Return the folder in which a project keeps what is its own."""
    return (settings.file.parent if settings.file else Path.cwd()) / FOLDER


def make_home(home: Path, *unkept: str) -> None:
    """Make the folder of a project, and have repositories leave out what is in it.

    A key in a repository is everybody's who has the repository.

    Args:
        home: the folder.
        unkept: what is left out, as `.gitignore` has it.

    Raises:
        OSError: it cannot be made.
        BadInput: `.gitignore` in it cannot be read or written.
    """
    from groundrules.readers.text_file import read_text  # noqa: PLC0415 - start-up time
    from groundrules.readers.writing import PUBLIC, write_text  # noqa: PLC0415 - likewise

    home.mkdir(mode=0o700, exist_ok=True)
    path = home / ".gitignore"
    known = read_text(path).splitlines() if path.exists() else []
    missing = [line for line in unkept if line not in known]
    if missing and "*" not in known:
        write_text(path, "\n".join([*known, *missing, ""]), force=True, mode=PUBLIC)


def has_indexes(settings: Settings) -> bool:
    """Tell whether a project has any index of records."""
    return (home_of(settings) / INDEXES).is_dir()


def may_have_index(records: Iterable[Path | str], settings: Settings) -> bool:
    """Tell whether records may have an index, without looking for its key."""
    vault = vault_among(records)
    return (vault / INDEXES).is_dir() if vault else has_indexes(settings)
