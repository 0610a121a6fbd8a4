"""In which conversations a source stands whom a draft names, told without opening any of them.

A row for each source of each conversation leads from the keyed form of the source's stream to the
conversation. Without the key of forms nobody can tell which source it is of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.ledger.rows import Form
from groundrules.vault import identities
from groundrules.vault.finding import stream_named, talks_of
from groundrules.vault.folding import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from groundrules.vault.opened import Vault

STANDS_IN = "stands-in"
"""The kind of the rows that lead from a source to a conversation."""


def links(vault: Vault, stream: bytes, references: Iterable[str]) -> list[Form]:
    """Return the rows that lead from sources to the conversation in which they stand.

    Args:
        vault: the vault.
        stream: the conversation's.
        references: the sources', as a template's holes have them.
    """
    sources = dict.fromkeys(map(identities.stream_of, references))
    return [Form(_form(vault, source), STANDS_IN, stream) for source in sources]


def talks_naming(vault: Vault, candidates: Collection[str]) -> list[str]:
    """Return the names of the conversations in which a source stands whom a draft may name.

    Args:
        vault: the vault.
        candidates: the runs of words of the draft that may be a name.
    """
    sources = identities.streams_named(vault, candidates)
    rows = vault.ledger.forms([_form(vault, one) for one in sources])
    streams = {row.stream for row in rows if row.kind == STANDS_IN}
    if not streams:
        return []
    keys = vault.keyring()
    talks = (fold(vault, keys, entries) for entries in talks_of(vault, streams).values())
    return sorted(talk.name for talk in talks if talk.readable)


def still_there(vault: Vault, names: Sequence[str]) -> list[str]:
    """Return those of some names that a conversation has, also one that one may not read."""
    return [name for name in names if stream_named(vault, name) is not None]


def index_secret(vault: Vault) -> str:
    """Return the key of the vault's index, 32 bytes in hexadecimal digits.

    It is made of the key of forms, which every member has, by HMAC (RFC 2104): whoever may ask
    which name stands in the vault may ask which words do, and see none.
    """
    return "".join(vault.forms.of("index", half).hex() for half in ("first half", "second half"))


def _form(vault: Vault, source: bytes) -> bytes:
    return vault.forms.of(STANDS_IN, source.hex())
