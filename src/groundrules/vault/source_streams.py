"""The streams of sources: which they are, what is in them, and who holds the halves of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.keys.envelope import key_id_of
from groundrules.keys.halves import identity_key
from groundrules.vault.code_names import code_name, stream_of_code
from groundrules.vault.entering import opened_part, sealed_part
from groundrules.vault.identities import (
    HALF_EDITOR,
    HALF_REPORTER,
    HALVES,
    IDENTITY,
    identity_salt,
    stream_of,
)
from groundrules.vault.naming import STANDS_IN, links

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from groundrules.keys.secret import Secret
    from groundrules.ledger.entries import Entry
    from groundrules.vault.folding import Folded
    from groundrules.vault.opened import Vault

SHORT = {HALF_REPORTER: "reporter", HALF_EDITOR: "editor"}
"""How answers name the halves."""


def is_of_source(entry: Entry) -> bool:
    """Tell whether an entry says who somebody is; true also when that has been erased."""
    return any(name == IDENTITY for name, _ in entry.digests)


def source_entries(vault: Vault, code: str) -> tuple[Entry, ...]:
    """Return the entries of the source of a code name.

    Raises:
        BadInput: none has it, or it is no source's.
    """
    entries = tuple(vault.ledger.entries(stream_of_code(vault, code)))
    if not any(map(is_of_source, entries)):
        message = "no source in this vault has this code name"
        remedy = "`groundrules source list` shows those you may see"
        raise BadInput(Fault(code.strip().upper(), message, remedy))
    return entries


def sources_of(talk: Folded) -> set[bytes]:
    """Return the streams of all sources that a talk names, or has ever named."""
    listed = [act.terms.get("sources") for act in talk.acts if act.terms]
    references = {str(one) for some in listed if isinstance(some, list) for one in some}
    return {stream_of(reference) for reference in references}


def stands_in(vault: Vault, source: bytes) -> set[bytes]:
    """Return the streams of the talks in which a source stands, also of those one may not read."""
    rows = links(vault, source, [f"{source.hex()}:1"])
    found = vault.ledger.forms([row.form for row in rows])
    return {row.stream for row in found if row.kind == STANDS_IN}


def identities_in(vault: Vault, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the entries that still say who a source is.

    Raises:
        BadInput: all of them have been erased.
    """
    kept = tuple(entry for entry in entries if sealed_part(entry, IDENTITY))
    if not kept:
        code = code_name(vault.forms, next(iter(entries)).stream)
        message = "all that there was of this source has been erased"
        raise BadInput(Fault(code, message, "nothing can bring it back"))
    return kept


def held_halves(vault: Vault, stream: bytes) -> dict[str, tuple[Secret, ...]]:
    """Return the halves of a source that the vault's member holds for good, by kind."""
    own = bytes.fromhex(vault.member.card.id)
    return {
        kind: tuple(
            vault.unwrapped(row) for row in vault.ledger.wraps(member=own, stream=stream, kind=kind)
        )
        for kind in HALVES
    }


def holders_of(vault: Vault, stream: bytes, kinds: Iterable[str]) -> set[str]:
    """Return the ids of the members who hold halves of these kinds."""
    return {
        row.member.hex() for kind in kinds for row in vault.ledger.wraps(stream=stream, kind=kind)
    }


def opened_identities(
    vault: Vault, entries: Iterable[Entry], halves: Mapping[str, Iterable[Secret]]
) -> Iterator[dict[str, object]]:
    """Yield what entries say of who a source is, as far as the halves open them, in order.

    Which two halves belong to an entry is told by the id of the key that they make.
    """
    left = {kind: list(secrets) for kind, secrets in halves.items()}
    for entry in entries:
        found = _pair_for(entry, left[HALF_REPORTER], left[HALF_EDITOR])
        if found:
            key, own, other = found
            left[HALF_REPORTER].remove(own)
            left[HALF_EDITOR].remove(other)
            yield opened_part(vault, entry, IDENTITY, key)


def _pair_for(
    entry: Entry, reporters: list[Secret], editors: list[Secret]
) -> tuple[Secret, Secret, Secret] | None:
    """Return the key of an entry and the halves that make it; the first of each mostly do."""
    sealed = sealed_part(entry, IDENTITY)
    if sealed is None:
        return None
    wanted, salt = key_id_of(sealed), identity_salt(entry.stream, entry.version)
    for one in reporters:
        for other in editors:
            if one != other:
                key = identity_key(one, other, salt)
                if key.id == wanted:
                    return key, one, other
    return None
