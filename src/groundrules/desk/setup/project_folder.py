"""The folder of what a project keeps for itself: keys, and the indexes of its records."""

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


def has_indexes(settings: Settings) -> bool:
    """Tell whether a project has any index of records."""
    return (home_of(settings) / INDEXES).is_dir()


def may_have_index(records: Iterable[Path | str], settings: Settings) -> bool:
    """Tell whether records may have an index, without looking for its key."""
    vault = vault_among(records)
    return (vault / INDEXES).is_dir() if vault else has_indexes(settings)
