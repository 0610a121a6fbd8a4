"""A conversation as its entries make it: the changes folded, as far as the keys at hand open them.

Its entries have up to two parts. `terms` holds what was done and, where the text was changed, the
name, the change of the template and the references to its sources; `words` holds the change of the
words. The key that sealed the last part of a kind is the one that seals the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.keys.envelope import Unopenable, key_id_of
from groundrules.ledger.entries import Head, chain_of
from groundrules.vault.changes import folded_list, folded_text, read_splice
from groundrules.vault.entering import opened_part, sealed_part
from groundrules.vault.opened import TERMS, WORDS, Place
from groundrules.vault.parting import holes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from groundrules.ledger.entries import Entry
    from groundrules.vault.opened import Keyring, Vault


class Act(NamedTuple):
    """What one entry did, and what its terms say; None where one may not read them."""

    entry: Entry
    terms: dict[str, object] | None

    def __repr__(self) -> str:
        """Show which entry it is."""
        return f"Act({self.entry.version})"


class Folded(NamedTuple):
    """A conversation as far as one may read it.

    Attributes:
        head: its last version and the chain that the next entry continues.
        acts: entry by entry, what was done.
        name: "" where one may not read the terms.
        version: of the last entry that changed the text.
        template: the record's text with holes.
        sources: the reference of each source, in the order of the holes for identities.
        words: what stands in the holes for words; None where one may not read them, and () where
            nobody asked for them.
        keys: for `terms` and `words`, which key seals the next part.
        shredded: whether its parts were erased.
    """

    head: Head
    acts: tuple[Act, ...]
    name: str
    version: int
    template: str
    sources: tuple[str, ...]
    words: tuple[str, ...] | None
    keys: dict[str, Place]
    shredded: bool

    def __repr__(self) -> str:
        """Show its version, and nothing of it."""
        return f"Folded(version={self.version})"

    @property
    def readable(self) -> bool:
        """Tell whether one may read its terms."""
        return bool(self.name)


def fold(
    vault: Vault, keys: Keyring, entries: Sequence[Entry], *, with_words: bool = True
) -> Folded:
    """Return a conversation from all its entries, in order.

    Args:
        vault: the vault.
        keys: what the member's wraps open.
        entries: all of the conversation's.
        with_words: open the words; else they are () where they could be opened.

    Raises:
        BadInput: a part is not what its author signed, or the changes do not fit together.
    """
    acts = tuple(Act(entry, _document(vault, keys, entry, TERMS)) for entry in entries)
    gone = any(_is_erased(entry, TERMS) for entry in entries)
    sealing = {kind: place for kind in (TERMS, WORDS) if (place := _last_key(entries, kind))}
    read = [act.terms for act in acts if act.terms is not None]
    closed = any(act.terms is None and sealed_part(act.entry, TERMS) for act in acts)
    last = entries[-1]
    head = Head(last.stream, last.version, chain_of(last, vault.ledger.id))
    texts = [one for one in read if "template" in one]
    if gone or closed or not texts:
        return Folded(head, acts, "", 0, "", (), None, sealing, gone)
    version = max(act.entry.version for act in acts if act.terms and "template" in act.terms)
    try:
        template = folded_text(read_splice(one["template"]) for one in texts)
        words = _words(vault, keys, entries) if with_words else _as_if_read(keys, entries)
    except (ValueError, KeyError, TypeError):
        raise _unfit(vault) from None
    if with_words and words is not None and len(words) != holes(template):
        raise _unfit(vault)
    name, sources = str(texts[-1]["name"]), _texts(texts[-1]["sources"])
    return Folded(head, acts, name, version, template, sources, words, sealing, shredded=False)


def _words(vault: Vault, keys: Keyring, entries: Iterable[Entry]) -> tuple[str, ...] | None:
    changes = []
    for entry in entries:
        if WORDS in dict(entry.digests):
            document = _document(vault, keys, entry, WORDS)
            if document is None:
                return None
            if document["words"] is not None:  # None where only the key is new
                changes.append(read_splice(document["words"]))
    return folded_list(changes)


def _as_if_read(keys: Keyring, entries: Iterable[Entry]) -> tuple[str, ...] | None:
    """Return () where every part with words could be opened, and None where one could not."""
    for entry in entries:
        sealed = sealed_part(entry, WORDS)
        if sealed and Place(entry.stream, WORDS, key_id_of(sealed)) not in keys:
            return None
        if sealed is None and WORDS in dict(entry.digests):
            return None
    return ()


def _document(vault: Vault, keys: Keyring, entry: Entry, kind: str) -> dict[str, object] | None:
    """Return what a part holds; None where it is not there, or its key is not."""
    sealed = sealed_part(entry, kind)
    if sealed is None:
        return None
    secret = keys.secret(Place(entry.stream, kind, key_id_of(sealed)))
    try:
        return opened_part(vault, entry, kind, secret) if secret else None
    except Unopenable:
        message = f"a part of entry {entry.version} of a conversation does not open: it was changed"
        remedy = "run groundrules vault audit, and restore the vault from a copy"
        raise BadInput(Fault(str(vault.folder), message, remedy)) from None


def _is_erased(entry: Entry, kind: str) -> bool:
    return kind in dict(entry.digests) and sealed_part(entry, kind) is None


def _last_key(entries: Sequence[Entry], kind: str) -> Place | None:
    for entry in reversed(entries):
        sealed = sealed_part(entry, kind)
        if sealed:
            return Place(entry.stream, kind, key_id_of(sealed))
    return None


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list) else ()


def _unfit(vault: Vault) -> BadInput:
    message = "the changes of a conversation do not fit together"
    remedy = "run groundrules vault audit, and restore the vault from a copy"
    return BadInput(Fault(str(vault.folder), message, remedy))
