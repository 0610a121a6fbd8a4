"""The inventory: everything that exists about a source or a conversation, row by row.

It is what somebody gets who takes the ledger, and what each thing needs to be opened. A source's
has her own stream and those of all talks in which she stands or has stood, with their tapes; a
conversation's has its own, and those of its sources and tapes. Papers are about no one source.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from groundrules.errors import BadInput
from groundrules.keys.envelope import key_id_of
from groundrules.vault.code_names import code_name, is_code_name
from groundrules.vault.finding import found, talks_of
from groundrules.vault.folder import index_path
from groundrules.vault.folding import fold
from groundrules.vault.inventory_answers import (
    Inventory,
    KeptEntry,
    KeptFile,
    KeptForm,
    KeptPart,
    KeptStream,
    KeptWrap,
)
from groundrules.vault.shredding_acts import shredded_acts
from groundrules.vault.source_streams import (
    is_of_source,
    source_entries,
    sources_of,
    stands_in,
)
from groundrules.vault.tape_streams import BEGUN, tapes_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from groundrules.ledger.entries import Entry
    from groundrules.vault.folding import Folded
    from groundrules.vault.opened import Vault


def inventory(vault: Vault, subject: str) -> Inventory:
    """Return everything that exists about a source or a conversation.

    Args:
        vault: the vault.
        subject: a source's code name, or a conversation's name.

    Raises:
        BadInput: there is neither, or one may not read the conversation.
    """
    keys = vault.keyring()
    talks = [fold(vault, keys, entries) for entries in talks_of(vault).values()]
    own = _subject(vault, subject)
    linked = stands_in(vault, own)
    mine = [talk for talk in talks if _belongs(talk, own, linked)]
    theirs = {source for talk in mine if talk.head.stream == own for source in sources_of(talk)}
    names = {talk.head.stream: talk.name for talk in mine}
    tapes = {tape: name for talk, name in names.items() for tape in tapes_of(vault, [talk])}
    others = [stream for stream in (*sorted(theirs), *names, *sorted(tapes)) if stream != own]
    return Inventory(
        subject,
        vault.ledger.id,
        vault.epoch.current.number,
        tuple(_Streams(vault, names | tapes).kept(stream) for stream in (own, *others)),
        tuple(_files(vault)),
        len(vault.ledger.leaves()),
        sum(1 for _ in vault.ledger.checkpoints()),
    )


def _belongs(talk: Folded, own: bytes, linked: set[bytes]) -> bool:
    """Tell whether a talk is the one that is meant, or has or had the source that is meant."""
    stream = talk.head.stream
    return stream == own or stream in linked or own in sources_of(talk)


def _subject(vault: Vault, subject: str) -> bytes:
    """Return the stream that is meant."""
    if is_code_name(subject):
        try:
            return source_entries(vault, subject)[0].stream
        except BadInput:
            pass  # a conversation may have such a name
    return found(vault, subject).head.stream


class _Streams:
    """Streams while they are listed."""

    def __init__(self, vault: Vault, names: dict[bytes, str]) -> None:
        self.vault = vault
        self.names = names
        self.forms = vault.forms
        self.members = {ident: card.name for ident, card in vault.house().known.items()}
        self.shredded = {stream: act.day for act in shredded_acts(vault) for stream in act.streams}

    def kept(self, stream: bytes) -> KeptStream:
        """Return all that is kept of one stream."""
        entries = list(self.vault.ledger.entries(stream))
        is_source = any(map(is_of_source, entries))
        name = code_name(self.forms, stream) if is_source else self.names.get(stream, "")
        return KeptStream(
            stream.hex(),
            _what(entries),
            name,
            tuple(map(self.entry, entries)),
            tuple(self.wraps(stream)),
            tuple(
                KeptForm(row.kind, row.form.hex(), row.place)
                for row in self.vault.ledger.forms_of(stream)
            ),
            self.shredded.get(stream, ""),
        )

    def entry(self, entry: Entry) -> KeptEntry:
        """Return an entry as it is listed."""
        leaf = self.vault.ledger.leaf_index(entry.id)
        return KeptEntry(
            entry.id.hex(),
            entry.version,
            entry.day,
            self.member(entry.author),
            tuple(_parts(entry)),
            -1 if leaf is None else leaf,
        )

    def wraps(self, stream: bytes) -> Iterator[KeptWrap]:
        """Yield the wraps of a stream."""
        for row in self.vault.ledger.wraps(stream=stream):
            member = self.member(row.member)
            yield KeptWrap(row.kind, row.key_id.hex(), member, len(row.sealed), row.expires)

    def member(self, ident: bytes) -> str:
        """Return a member's name, or the id where none is known."""
        return self.members.get(ident.hex(), ident.hex())


def _what(entries: Sequence[Entry]) -> str:
    if any(map(is_of_source, entries)):
        return "source"
    return "tape" if any(BEGUN in dict(one.digests) for one in entries[:1]) else "conversation"


def _parts(entry: Entry) -> Iterator[KeptPart]:
    sealed = dict(entry.parts)
    for name, digest in entry.digests:
        part = sealed.get(name, b"")
        yield KeptPart(name, len(part), digest.hex(), key_id_of(part).hex() if part else "")


def _files(vault: Vault) -> Iterator[KeptFile]:
    """Yield the files that belong to the vault; what they hold is sealed or keyed."""
    for path in sorted(_below(vault.folder)):
        if path.is_relative_to(index_path(vault.folder)):
            what = "index"
        else:
            what = "ledger" if path.name.startswith("ledger.db") else "vault"
        yield KeptFile(what, str(path), path.stat().st_size)
    if vault.epoch_file.exists():
        yield KeptFile("epoch key", str(vault.epoch_file), vault.epoch_file.stat().st_size)


def _below(folder: Path) -> Iterator[Path]:
    for top, _, files in os.walk(folder):
        for name in files:
            yield folder.joinpath(top, name)
