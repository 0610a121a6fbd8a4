"""A source's name, opened: what each of her talks says of who she is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.vault.code_names import code_name
from groundrules.vault.source_answers import Known, Opened
from groundrules.vault.source_streams import opened_identities

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.keys.secret import Secret
    from groundrules.ledger.entries import Entry
    from groundrules.vault.opened import Vault


def opened_name(
    vault: Vault, identities: Iterable[Entry], halves: dict[str, tuple[Secret, ...]], *, alone: bool
) -> Opened:
    """Return what a source's entries say of who she is, as far as the halves open them.

    Args:
        vault: the vault.
        identities: the entries, at least one.
        halves: by their kinds.
        alone: whether one person holds both.
    """
    found = tuple(identities)
    documents = opened_identities(vault, found, halves)
    known = dict.fromkeys(map(_known_of, documents))
    nothing = Known("", (), ())
    kept = tuple(one for one in known if one != nothing)
    return Opened(code_name(vault.forms, found[0].stream), kept, alone)


def _known_of(document: dict[str, object]) -> Known:
    match document:
        case {"name": str(name_), "affiliations": list(bodies), "aliases": list(aliases)}:
            return Known(name_, tuple(map(str, bodies)), tuple(map(str, aliases)))
    return Known("", (), ())
