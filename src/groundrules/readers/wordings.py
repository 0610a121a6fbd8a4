"""The shelf of wordings: what the talk says, a newsroom's own files before those that ship.

Wordings are the questions, advice, scripts, scenarios and calm pages: files of tables, one folder
for each kind (`scripts/british.toml`). A file of the newsroom's own hides a shipped one of the same
kind and name.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.readers.tables import read_document
from groundrules.readers.text_file import refused, shown
from groundrules.tables.table import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.tables.table import Document

SHIPPED = Path(__file__).parents[1] / "talk" / "wordings"
"""The folder of the wordings that come with the package, one folder in it for each kind."""

FORMAT_PAGE = "docs/reference/wordings.md"

_SUFFIX = ".toml"


class WordingShelf:
    """Where wordings are found by kind and name."""

    def __init__(self, folders: Sequence[Path | str] = ()) -> None:
        """Look in these folders, in this order, before those that ship. Nothing is read yet."""
        self._own = tuple(map(Path, folders))

    def load(self, kind: str, name: str) -> Document:
        """Return the tables of one wording, parsed and not yet understood.

        Args:
            kind: the folder it stands in, such as `scripts`.
            name: its file's name without `.toml`.

        Raises:
            BadInput: there is none of this name, or its file or a folder cannot be read.
        """
        by_name = self._files(kind)
        if name not in by_name:
            message = f"there are no {kind} called {shown(name)!r}"
            raise BadInput(Fault(kind, message, nearest(name, sorted(by_name))))
        return read_document(by_name[name], FORMAT_PAGE)

    def names(self, kind: str) -> tuple[str, ...]:
        """Return the names of all wordings of a kind, sorted; none of them is opened.

        Raises:
            BadInput: a folder cannot be read.
        """
        return tuple(sorted(self._files(kind)))

    def _files(self, kind: str) -> dict[str, Path]:
        files = _files_in(SHIPPED / kind)
        for folder in reversed(self._own):
            if not folder.is_dir():
                remedy = "name the folder that holds your own wordings"
                raise BadInput(Fault(shown(folder), "it is not a folder", remedy))
            if (folder / kind).is_dir():
                files.update(_files_in(folder / kind))
        return files


def _files_in(folder: Path) -> dict[str, Path]:
    try:
        names = os.listdir(folder)  # noqa: PTH208 - names are all that is needed
    except OSError as error:
        raise refused(shown(folder), error) from None
    wanted = (name for name in names if name.endswith(_SUFFIX) and not name.startswith("."))
    return {name.removesuffix(_SUFFIX): folder / name for name in wanted}
