"""Changing a conversation in one step, and taking the step back as long as nobody has gone on.

Whoever changes something has seen a version of the record. Where another has been written since,
nothing is changed: what was seen is not what stands there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.records.append_to_record import open_record, replaced
from groundrules.errors import BadInput, Fault

if TYPE_CHECKING:
    from collections.abc import Callable

    from groundrules.desk.records.append_to_record import RecordFile

MOST_STEPS = 50
"""How many steps can be taken back."""


class Change(NamedTuple):
    """One change of a conversation.

    Attributes:
        before: the record's text before it.
        version: of the text that came of it.
    """

    before: str
    version: int

    def __repr__(self) -> str:
        """Show no word of it."""
        return f"Change(version={self.version})"


class Steps:
    """What was changed of one conversation in this sitting, the latest last."""

    def __init__(self) -> None:
        """Begin with none."""
        self._changes: list[Change] = []

    def __len__(self) -> int:
        """Return how many can be taken back."""
        return len(self._changes)

    def add(self, change: Change) -> None:
        """Note a change; the oldest is forgotten where there are many."""
        self._changes = [*self._changes, change][-MOST_STEPS:]

    def take_back(self, path: str) -> int:
        """Put the text back that stood there before the last change; return its version.

        Raises:
            BadInput: nothing was changed in this sitting, or somebody has gone on since; then it
                stays as it is.
        """
        if not self._changes:
            message = "there is nothing to undo: nothing was changed here in this sitting"
            raise BadInput(Fault(path, message, "see its history for what was done before"))
        *earlier, last = self._changes
        back = change_talk(path, last.version, lambda _record: last.before)
        if earlier:  # the text that it left stands there again, under a version of its own
            earlier[-1] = earlier[-1]._replace(version=back.version)
        self._changes = earlier
        return back.version


def change_talk(path: str, version: int, made: Callable[[RecordFile], str]) -> Change:
    """Change the text of a conversation in a vault.

    Args:
        path: such as `office.vault/harbor-2026-11-03`.
        version: the one that whoever changes it has seen.
        made: makes the new text of the record.

    Raises:
        BadInput: another version stands there now, it cannot be written, or `made` refuses.
    """
    record = open_record(path)
    if record.version != version:
        message = "it has changed since you looked at it; nothing was done"
        raise BadInput(Fault(record.name, message, "look at it again, and do it once more"))
    after = replaced(record, made(record))
    return Change(record.text, after.version)
