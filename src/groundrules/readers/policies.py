"""The shelf of policies: a person's own TOML files first, then those that ship with the package.

Only the file that is asked for and those that it extends are read. A file of the person's own
hides a shipped one of the same name. Sub-folders and hidden files are not looked at.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.readers.tables import read_document
from groundrules.readers.text_file import refused, shown
from groundrules.tables.table import nearest
from groundrules.terms.policy_document import policy_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.tables.table import Document
    from groundrules.terms.policy import Policy

SHIPPED = Path(__file__).parents[1] / "terms" / "policies"
"""The folder of the policies that come with the package, and of `policy.schema.json`."""
_FORMAT = "docs/reference/policy-format.md"


class PolicyShelf:
    """Where policies are found by name."""

    def __init__(self, folders: Sequence[Path | str] = ()) -> None:
        """Look in these folders, in this order, before those that ship. Nothing is read yet."""
        self._folders = (*map(Path, folders), SHIPPED)
        self._read: dict[str, Document | None] = {}

    def load(self, name: str, *, asked_in: str = "policies") -> Policy:
        """Return the policy of this name, with everything that it inherits.

        Args:
            name: the policy's id, which is its file's name without `.toml`.
            asked_in: the file or option in which the name was written, for the fault.

        Raises:
            BadInput: there is no such policy, a folder or file cannot be read, or its content or
                that of a policy which it extends is at fault.
        """
        document = self._find(name)
        if document is None:
            message = f"there is no policy called {shown(name)!r}"
            raise BadInput(Fault(shown(asked_in), message, nearest(name, self.names())))
        return policy_from(document, self._find, self.names)

    def names(self) -> tuple[str, ...]:
        """Return the names of all policies on the shelf, sorted; none of them is opened.

        Raises:
            BadInput: a folder cannot be read.
        """
        return tuple(sorted({name for folder in self._folders for name in _names_in(folder)}))

    def path(self, name: str) -> Path | None:
        """Return the file that holds the policy of this name, or None.

        Raises:
            BadInput: one of the folders that come before it cannot be read.
        """
        if not _is_file_name(name):
            return None
        for folder in self._folders:
            _refuse_absent(folder)
            if os.path.lexists(folder / f"{name}.toml"):  # a dangling link is a fault, not absence
                return folder / f"{name}.toml"
        return None

    def _find(self, name: str) -> Document | None:
        if name not in self._read:
            path = self.path(name)
            self._read[name] = read_document(path, _FORMAT) if path else None
        return self._read[name]


def _names_in(folder: Path) -> list[str]:
    try:
        files = os.listdir(folder)  # noqa: PTH208 - names are all that is needed
    except OSError as error:
        raise refused(shown(folder), error) from None
    return [
        file.removesuffix(".toml")
        for file in files
        if file.endswith(".toml") and not file.startswith(".")
    ]


def _refuse_absent(folder: Path) -> None:
    """Refuse a folder that is not there: what a person names is not an empty shelf."""
    try:
        mode = folder.stat().st_mode
    except OSError as error:
        raise refused(shown(folder), error) from None
    if not stat.S_ISDIR(mode):
        raise BadInput(Fault(shown(folder), "it is not a folder", "name the folder of policies"))


def _is_file_name(name: str) -> bool:
    is_plain = bool(name) and name.isprintable() and not name.startswith(".")
    return is_plain and not {"/", "\\"} & set(name)
