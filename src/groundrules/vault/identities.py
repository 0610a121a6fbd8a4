"""Who somebody is, apart from all else: sealed under a key of two halves, one of each desk.

A source has a stream of her own, the same in every talk in which she stands under the same name.
Each time that a talk names her there is one entry more, with what the talk says of her, sealed
under two new halves: one for whoever keeps the record, one for the editors. Whoever writes it
forgets both but the own. What is kept looks the same whether or not a name is known: one part of
one size, wraps of the same kinds, and as many keyed forms, most of them random.

A talk keeps references: `<stream, 32 hexadecimal digits>:<version>`, by which it is known which of
the entries is its own.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.keys.cards import MemberCard, Role
from groundrules.keys.envelope import OVERHEAD
from groundrules.keys.forms import FORM_BYTES
from groundrules.keys.halves import identity_key
from groundrules.keys.padding import bucket_of
from groundrules.keys.secret import Secret
from groundrules.ledger.entries import Entry, Head, chain_of
from groundrules.ledger.rows import Form, Wrap
from groundrules.vault.code_names import code_form, code_name, new_stream
from groundrules.vault.entering import Part, new_entry
from groundrules.vault.keyed_names import SOURCE_FORM, keyed, recognised
from groundrules.vault.name_forms import every_form, person_form
from groundrules.vault.source_text import shown_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from groundrules.vault.name_forms import NameForm
    from groundrules.vault.opened import Vault
    from groundrules.vault.party_line import Person

__all__ = [
    "HALF_EDITOR",
    "HALF_REPORTER",
    "HALVES",
    "IDENTITY",
    "Sealed",
    "keyed",
    "sealed_people",
    "shown",
    "stream_of",
    "streams_named",
]

IDENTITY = "identity"
"""The part of an entry that holds who somebody is."""

HALF_REPORTER, HALF_EDITOR = "half-reporter", "half-editor"
HALVES = (HALF_REPORTER, HALF_EDITOR)
"""The kinds of wraps of the two halves."""

SIZE = 4096
"""Bytes that an identity is padded to. One that has more is refused, since its size would tell."""

FORMS = 64
"""Keyed forms are added in multiples of so many."""


class Sealed(NamedTuple):
    """What is to be written so that people are kept apart from what they said.

    Attributes:
        entries: in the order in which they are to be appended.
        wraps: the halves of each, for those who hold them.
        forms: keyed forms of names and bodies, and random ones.
        streams: one reference for each of the people, in their order.
    """

    entries: tuple[Entry, ...]
    wraps: tuple[Wrap, ...]
    forms: tuple[Form, ...]
    streams: tuple[str, ...]


def stream_of(reference: str) -> bytes:
    """Return the stream that a reference names, 16 bytes."""
    return bytes.fromhex(reference.partition(":")[0])


def sealed_people(vault: Vault, people: Sequence[Person]) -> Sealed:
    """Return people sealed, each in the stream of the source that she is.

    Args:
        vault: whose member writes it.
        people: as `vault.parting` cuts them out of a record.

    Raises:
        BadInput: nobody is there to hold the editors' half, or somebody's line is too long.
    """
    sealing = _Sealing(vault)
    references = tuple(sealing.seal(person) for person in people)
    return Sealed(tuple(sealing.entries), tuple(sealing.wraps), tuple(sealing.forms), references)


def shown(vault: Vault, streams: Iterable[str], candidates: Collection[str] = ()) -> dict[str, str]:
    """Return what stands in the hole of each reference: a code name, and what a draft has of it.

    Args:
        vault: the vault.
        streams: references.
        candidates: runs of a draft's words. Those that are names or bodies of the source are shown
            as the draft has them, as aliases and affiliations; nothing else of her ever is.
    """
    wanted = {reference: stream_of(reference) for reference in streams}
    if not wanted:
        return {}
    forms = vault.forms
    found = recognised(vault, forms, set(wanted.values()), candidates) if candidates else {}
    return {
        reference: shown_text(code_name(forms, stream), found.get(stream, ()))
        for reference, stream in wanted.items()
    }


def streams_named(vault: Vault, candidates: Iterable[str]) -> set[bytes]:
    """Return the streams of the sources whom runs of a draft's words may name."""
    return set(recognised(vault, vault.forms, None, candidates))


def identity_salt(stream: bytes, version: int) -> bytes:
    """Return the salt of the key of one identity, 20 bytes: its place, which no other has."""
    return stream + version.to_bytes(4)


def holders(vault: Vault) -> dict[str, tuple[MemberCard, ...]]:
    """Return to whom new halves are wrapped: the reporters' to the writer, the other to editors.

    The editors are all but the writer. Only where there is no other does the writer, who must be
    an editor then, hold both.

    Raises:
        BadInput: there is no editor.
    """
    own = vault.member.card
    editors = [card for card in vault.cards().values() if Role.EDITOR in card.roles]
    others = tuple(card for card in editors if card.id != own.id)
    if not editors:
        message = "there is no editor in this vault to hold the second half of a name"
        raise BadInput(Fault("vault", message, "add a member who is an editor"))
    return {HALF_REPORTER: (own,), HALF_EDITOR: others or (own,)}


class _Sealing:
    """People while they are being sealed."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault
        self.made_by = vault.forms
        self.holders = holders(vault)
        self.heads: dict[bytes, Head | None] = {}
        self.named: dict[NameForm, bytes] = {}
        self.entries: list[Entry] = []
        self.wraps: list[Wrap] = []
        self.forms: list[Form] = []

    def seal(self, person: Person) -> str:
        """Take one, and return the reference."""
        stream = self.stream(person)
        head = self.heads[stream] if stream in self.heads else self.vault.ledger.head(stream)
        version = head.version + 1 if head else 1
        halves = {kind: Secret.new() for kind in HALVES}
        salt = identity_salt(stream, version)
        key = identity_key(halves[HALF_REPORTER], halves[HALF_EDITOR], salt)
        parts = {IDENTITY: Part(_document(person), key, SIZE)}
        entry = new_entry(self.vault, stream, parts, head)
        _refuse_long(person, dict(entry.parts)[IDENTITY])
        self.entries.append(entry)
        self.heads[stream] = Head(stream, version, chain_of(entry, self.vault.ledger.id))
        for kind, half in halves.items():
            rows = (self.vault.wrapped(half, card, stream, kind) for card in self.holders[kind])
            self.wraps.extend(rows)
        self.add_forms(stream, person)
        return f"{stream.hex()}:{version}"

    def stream(self, person: Person) -> bytes:
        """Return the source's stream, known by her name or new."""
        form = person_form(person.name)
        stream = (self.named.get(form) or self.known(form)) if form.text else None
        if stream is None:
            codes = [code_name(self.made_by, one) for one in self.heads]
            stream = new_stream(self.vault, codes)
            self.heads[stream] = None
            self.forms.append(code_form(self.made_by, stream))
        if form.text:
            self.named[form] = stream
        return stream

    def known(self, form: NameForm) -> bytes | None:
        """Return the stream of a source who has stood in a talk under this name."""
        rows = self.vault.ledger.forms([keyed(self.made_by, form)])
        return next((row.stream for row in rows if row.kind == SOURCE_FORM), None)

    def add_forms(self, stream: bytes, person: Person) -> None:
        """Add the keyed forms of a name, and as many random ones as make the number say nothing."""
        every = every_form(person.name, person.aliases, person.affiliations)
        real = {keyed(self.made_by, form) for form in every}
        there = {row.form for row in self.vault.ledger.forms(list(real)) if row.stream == stream}
        there |= {row.form for row in self.forms if row.stream == stream}
        rows = real - there
        wanted = max(1, -(-len(real) // FORMS)) * FORMS
        while len(rows) < wanted:
            rows.add(secrets.token_bytes(FORM_BYTES))
        # Sorted, since the order in which they were made would tell the real ones.
        self.forms.extend(Form(form, SOURCE_FORM, stream) for form in sorted(rows))


def _document(person: Person) -> dict[str, object]:
    return {
        "v": 1,
        "identity": person.identity,
        "name": person.name,
        "affiliations": list(person.affiliations),
        "aliases": list(person.aliases),
    }


def _refuse_long(person: Person, sealed: bytes) -> None:
    if len(sealed) > bucket_of(SIZE - 1) + OVERHEAD:
        message = "the name, affiliations and aliases of a party are too long to be kept apart"
        remedy = "shorten them: all of them together have room for about 1,500 letters"
        raise BadInput(Fault(f"party {person.party}", message, remedy))
