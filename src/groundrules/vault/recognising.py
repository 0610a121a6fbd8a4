"""Whose line it is: sources that are known by the code name which stands there, and new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.vault import identities
from groundrules.vault.code_names import is_code_name, stream_of_code

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from groundrules.ledger.entries import Entry
    from groundrules.ledger.rows import Form, Wrap
    from groundrules.vault.opened import Vault
    from groundrules.vault.party_line import Person


class Sources(NamedTuple):
    """The sources of a text, and what is to be written for those who are new.

    Attributes:
        all: one reference for each person, in their order.
        entries: to be written in front of the conversation's own.
        wraps: with them.
        forms: likewise.
    """

    all: tuple[str, ...]
    entries: tuple[Entry, ...]
    wraps: tuple[Wrap, ...]
    forms: tuple[Form, ...]


def references(vault: Vault, people: Sequence[Person], before: Mapping[str, str]) -> Sources:
    """Return the references of the people of a text; who is new among them is sealed.

    Args:
        vault: the vault.
        people: as `parted` cuts them out of the text.
        before: the references of the text as it was, by the parties' ids.

    Raises:
        BadInput: more stands in a line beside a code name; or what identities refuse.
    """
    shown = identities.shown(vault, before.values(), ())
    known = {text: reference for reference, text in shown.items()}
    found: list[str | None] = []
    for person in people:
        own = before.get(person.party)
        if own and shown[own] == person.identity:
            found.append(own)
        else:
            found.append(known.get(person.identity) or _by_code(vault, person))
    new = [person for person, one in zip(people, found, strict=True) if one is None]
    if not new:
        return Sources(tuple(one for one in found if one), (), (), ())
    sealed = identities.sealed_people(vault, new)
    left = iter(sealed.streams)
    return Sources(
        tuple(one or next(left) for one in found), sealed.entries, sealed.wraps, sealed.forms
    )


def _by_code(vault: Vault, person: Person) -> str | None:
    """Return the reference of a source of another talk, by her code name; None where it is none."""
    if not is_code_name(person.name):
        return None
    try:
        stream = stream_of_code(vault, person.name)
    except BadInput:
        return None  # a name that looks like a code name
    head = vault.ledger.head(stream)
    if person.affiliations or person.aliases or head is None:
        message = "more stands in the line beside a code name"
        remedy = "leave the code name alone in it, or write the whole name in its place"
        raise BadInput(Fault(f"party {person.party}", message, remedy))
    return f"{stream.hex()}:{head.version}"
