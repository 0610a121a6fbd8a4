"""Who spoke in earlier records: what was once told about a speaker can be offered again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.errors import BadInput
from groundrules.readers.records import LIMIT
from groundrules.readers.text_file import read_text
from groundrules.readers.transcript.casting import remembered
from groundrules.record.notation.faults import Faults
from groundrules.record.notation.head import read_head
from groundrules.record.transcript import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from groundrules.record.notation.head import Head
    from groundrules.record.transcript import Conversation, Party

MOST_RECORDS = 200
"""So many records are looked into, the latest first."""


class EarlierRecords:
    """The parties of the records in a folder. One that cannot be read has nothing to offer."""

    def __init__(self, folder: Path) -> None:
        """Read the heads of the records, if there are any.

        Args:
            folder: it may not be there.
        """
        self._heads = tuple(_heads(_latest(folder)))

    def who(self, conversation: Conversation, label: str) -> Party | None:
        """Return whoever went by a label in an earlier record, the same talk's before others.

        Only roles that were told are worth an offer: `other` is what nobody has told.
        """
        same = [head for head in self._heads if _id(head) == conversation.id]
        others = [head for head in self._heads if _id(head) != conversation.id]
        found = [
            *(remembered(label, head.texts.get("origin", " "), head.parties) for head in same),
            *(remembered(label, "", head.parties) for head in others),
        ]
        return next((one for one in found if one and one.role is not Role.OTHER), None)


def _id(head: Head) -> str:
    return head.texts.get("conversation", "")


def _latest(folder: Path) -> list[Path]:
    found = [(one.stat().st_mtime, one) for one in folder.glob("*.record") if one.is_file()]
    return [path for _, path in sorted(found, reverse=True)[:MOST_RECORDS]]


def _heads(paths: Iterable[Path]) -> Iterator[Head]:
    for path in paths:
        try:
            lines = read_text(path, limit=LIMIT).replace("\r\n", "\n").split("\n")
            faults = Faults(str(path))
            head = read_head(lines, faults)
            faults.refuse()
        except BadInput:
            continue
        yield head
