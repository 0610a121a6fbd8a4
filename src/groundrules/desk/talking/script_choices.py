"""What a script can be asked for: the wordings there are, and the levels that need one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.desk.talking.write_script import KIND
from groundrules.readers.wordings import WordingShelf

if TYPE_CHECKING:
    from groundrules.config.settings import Settings


def script_wordings(settings: Settings) -> tuple[str, ...]:
    """Return the names of the wordings of scripts: those that ship, and the newsroom's own.

    Raises:
        BadInput: a folder of wordings cannot be read.
    """
    return WordingShelf(settings.paths("wordings")).names(KIND)
