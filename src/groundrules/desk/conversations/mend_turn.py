"""Mending a turn: other words, or another speaker, where the transcript has it wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.desk.conversations.change_talk import change_talk
from groundrules.desk.conversations.text_of_turns import with_words
from groundrules.errors import BadInput, Fault

if TYPE_CHECKING:
    from groundrules.desk.conversations.change_talk import Change
    from groundrules.desk.conversations.text_of_turns import Mended
    from groundrules.desk.records.append_to_record import RecordFile


def mend_turn(path: str, version: int, mended: Mended) -> Change:
    """Write a turn as it was.

    Args:
        path: of a conversation in a vault.
        version: the one that was looked at.
        mended: the turn.

    Raises:
        BadInput: there is no such turn or party, words would be gone, or it cannot be written.
    """

    def made(record: RecordFile) -> str:
        talk = record.conversation
        if not 1 <= mended.number <= len(talk.turns):
            message = f"there is no turn {mended.number}"
            raise BadInput(Fault(record.name, message, f"it has {len(talk.turns)}"))
        if mended.speaker and not talk.party(mended.speaker):
            message = "this is nobody who takes part"
            raise BadInput(Fault(record.name, message, "choose one of its parties"))
        return with_words(record.text, talk, mended, record.name)

    return change_talk(path, version, made)
