"""The sources of a vault, as everybody in the house may see them: by their code names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.vault.code_names import code_name
from groundrules.vault.finding import talks_of
from groundrules.vault.folding import fold
from groundrules.vault.identities import HALVES, IDENTITY
from groundrules.vault.source_answers import Source
from groundrules.vault.source_streams import SHORT, sources_of

if TYPE_CHECKING:
    from groundrules.ledger.entries import Entry
    from groundrules.vault.opened import Vault


def sources(vault: Vault) -> list[Source]:
    """Return every source, in the order of the code names."""
    keys, forms = vault.keyring(), vault.forms
    names: dict[bytes, list[str]] = {}
    for entries in talks_of(vault).values():
        talk = fold(vault, keys, entries)
        for stream in sources_of(talk):
            names.setdefault(stream, []).append(talk.name)
    streams: dict[bytes, list[Entry]] = {
        stream: [] for stream in vault.ledger.streams_with(IDENTITY)
    }
    for entry in vault.ledger.entries_of(streams):
        streams[entry.stream].append(entry)
    held = {kind: keys.streams(kind) for kind in HALVES}
    found = [
        Source(
            code_name(forms, stream),
            entries[0].day,
            tuple(sorted(names.get(stream, ()))),
            tuple(SHORT[kind] for kind in HALVES if stream in held[kind]),
            not any(entry.parts for entry in entries),
        )
        for stream, entries in streams.items()
    ]
    return sorted(found, key=lambda source: source.code)
