"""Which conversations there are, and which stream a name stands for.

A name stands in the terms alone. It is looked up by its keyed form, so that nobody without the key
of forms can tell whether there is a conversation of some name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.ledger.rows import Form
from groundrules.vault.folding import fold
from groundrules.vault.opened import TERMS, not_yours

if TYPE_CHECKING:
    from collections.abc import Container

    from groundrules.ledger.entries import Entry
    from groundrules.vault.folding import Folded
    from groundrules.vault.opened import Vault

NAME_FORM = "talk"
"""The kind of the keyed form of a conversation's name."""


def name_form(vault: Vault, name: str, stream: bytes) -> Form:
    """Return the row by which a conversation is found by its name."""
    return Form(vault.forms.of(NAME_FORM, name), NAME_FORM, stream)


def stream_named(vault: Vault, name: str) -> bytes | None:
    """Return the stream of the conversation of a name; None where there is none."""
    rows = vault.ledger.forms([vault.forms.of(NAME_FORM, name)])
    return next((row.stream for row in rows if row.kind == NAME_FORM), None)


def found(vault: Vault, name: str) -> Folded:
    """Return the conversation of a name, of which one may read at least the terms.

    Raises:
        BadInput: there is none, or one may not read it.
    """
    stream = stream_named(vault, name)
    entries = list(vault.ledger.entries(stream)) if stream else []
    if not stream or not entries:
        message = "the vault has no conversation of this name"
        remedy = "see the names of all that you may read with groundrules retention"
        raise BadInput(Fault(str(vault.folder), message, remedy))
    talk = fold(vault, vault.keyring(stream), entries)
    if not talk.readable:
        raise not_yours(vault, TERMS)
    return talk


def talks_of(vault: Vault, streams: Container[bytes] | None = None) -> dict[bytes, list[Entry]]:
    """Return the entries of conversations by their streams, in the order of the ledger.

    Args:
        vault: the vault.
        streams: those wanted; without them, all that are conversations.
    """
    every = vault.ledger.streams_with(TERMS)
    talks: dict[bytes, list[Entry]] = {
        stream: [] for stream in every if streams is None or stream in streams
    }
    for entry in vault.ledger.entries_of(talks):
        talks[entry.stream].append(entry)
    return talks
