"""Who may read a conversation, and what was done to it: entries, receipts, exports."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.vaults.doors import door_of
from groundrules.errors import BadInput, Fault
from groundrules.vault.answers import Change, Member, Reader, Text
from groundrules.vault.receipt_answers import Issued

if TYPE_CHECKING:
    from pathlib import Path


class Reading(NamedTuple):
    """Who may read a conversation.

    Attributes:
        readers: those who may, and what of it.
        others: the names of the members who may not read every word of it.
        changes: what was done, the latest first.
    """

    readers: tuple[Reader, ...]
    others: tuple[str, ...]
    changes: tuple[Change, ...]


def who_may_read(vault: Path, name: str) -> Reading:
    """Return who may read a conversation, and what was done to it.

    Raises:
        BadInput: there is none of this name, or one may not read it.
    """
    with door_of(vault) as door:
        readers = door.ask(list[Reader], "readers", name=name)
        members = door.ask(list[Member], "members")
        changes = door.ask(list[Change], "history", name=name)
    whole = {one.member for one in readers if "words" in one.kinds}
    others = tuple(one.name for one in members if not one.left and one.name not in whole)
    return Reading(tuple(readers), others, tuple(reversed(changes)))


def receipts_of(vault: Path, name: str) -> tuple[Issued, ...]:
    """Return the receipts that were made out for a conversation.

    Raises:
        BadInput: the vault is locked.
    """
    with door_of(vault) as door:
        return tuple(one for one in door.ask(list[Issued], "receipts") if one.talk == name)


def taken_out(vault: Path, name: str, reason: str) -> str:
    """Return the text of a record that is taken out of a vault, which notes it with the reason.

    Raises:
        BadInput: one may not read it, or no reason is given.
    """
    if not reason.strip():
        message = "an export needs a reason, which stays in the vault"
        raise BadInput(Fault(name, message, "say what it is for"))
    with door_of(vault) as door:
        (text,) = door.ask(list[Text], "take_out", names=[name], reason=reason)
    return text.text
