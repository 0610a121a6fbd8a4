"""What moves into a vault and out of it: records in plain text, each whole or not at all.

What goes out is written down first: who took it, when, and why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.record.notation import parse
from groundrules.vault.committing import Batch, committed
from groundrules.vault.conversations import texts
from groundrules.vault.entering import Part, new_entry
from groundrules.vault.finding import found, stream_named
from groundrules.vault.moves_answers import Brought, Given
from groundrules.vault.opened import TERMS, not_yours
from groundrules.vault.parting import parted
from groundrules.vault.writing import amended, begun

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from groundrules.vault.answers import Text
    from groundrules.vault.opened import Vault

NEW, CHANGED, SAME = "new", "changed", "there already"
"""What became of a record that was brought in."""


class _Ready(NamedTuple):
    """A record that is about to come in: where it is from, its text, and what it will be here."""

    path: str
    name: str
    text: str
    state: str


def bring_in(
    vault: Vault,
    records: Sequence[Given],
    *,
    replace: bool = False,
    on_progress: Callable[[int, int], None] | None = None,
) -> list[Brought]:
    """Bring records into the vault; one that is there already, the same, stays as it is.

    All are looked at before any is written. Where that is interrupted, those that are in are whole,
    and to do it again brings in the rest.

    Args:
        vault: the vault.
        records: each with the path that messages name.
        replace: a record of the same name that differs is amended, so that it says the same.
        on_progress: told how many of how many are in.

    Raises:
        BadInput: with every fault of every record: one is none, has the name of another one, or
            differs from one that is there; then nothing is written.
    """
    ready = _looked_at(vault, records, replace=replace)
    for number, one in enumerate(ready, 1):
        if one.state == NEW:
            begun(vault, one.text)
        elif one.state == CHANGED:
            amended(vault, one.name, found(vault, one.name).version, one.text)
        if on_progress:
            on_progress(number, len(ready))
    return [Brought(one.path, one.name, one.state) for one in ready]


def take_out(vault: Vault, names: Sequence[str], reason: str) -> list[Text]:
    """Return the texts of conversations that leave the vault; it is written down before they do.

    Sources stand in them by their code names: who they are does not leave with the words. Papers
    and tapes stay.

    Args:
        vault: the vault.
        names: which; without any, all whose words one may read.
        reason: why, in words that stay with the conversation.

    Raises:
        BadInput: no reason is given, there is no conversation of a name, or one may not read its
            words; then nothing is written down, and nothing leaves.
    """
    if not reason.strip():
        message = "what leaves the vault leaves for a reason, which is written down"
        raise BadInput(Fault("--reason", message, "say why, in a few words"))
    leaving = [one for one in texts(vault, names) if names or one.complete]
    if not all(one.complete for one in leaving):
        raise not_yours(vault, "words")
    for one in leaving:
        committed(vault, lambda name=one.name: _noted(vault, name, reason), None)  # type: ignore[misc]
    return leaving


def _noted(vault: Vault, name: str, reason: str) -> Batch:
    talk = found(vault, name)
    place = talk.keys[TERMS]
    secret = vault.secret(place.stream, TERMS, place.key_id)
    act = Part({"v": 1, "do": "exported", "why": reason}, secret)
    return Batch((new_entry(vault, talk.head.stream, {TERMS: act}, talk.head),))


def _looked_at(vault: Vault, records: Sequence[Given], *, replace: bool) -> list[_Ready]:
    faults: list[Fault] = []
    ready: dict[str, _Ready] = {}
    for path, text in records:
        try:
            one = _ready(vault, path, text, replace=replace)
        except BadInput as refusal:
            faults += refusal.faults
            continue
        if one.name in ready:
            message = f"it has the same name as {ready[one.name].path}"
            faults.append(Fault(path, message, "name its conversation otherwise"))
        ready[one.name] = one
    if faults:
        raise BadInput(*faults)
    return list(ready.values())


def _ready(vault: Vault, path: str, text: str, *, replace: bool) -> _Ready:
    name = parse(text, path).id
    if stream_named(vault, name) is None:
        return _Ready(path, name, text, NEW)
    there, parts = found(vault, name), parted(text)
    if (there.template, there.words) == (parts.template, parts.words):
        return _Ready(path, name, text, SAME)
    if not replace:
        message = "the vault has another record of this name"
        remedy = "name this one otherwise, or amend what is there"
        raise BadInput(Fault(path, message, remedy))
    return _Ready(path, name, text, CHANGED)
