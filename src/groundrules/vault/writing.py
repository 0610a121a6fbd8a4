"""How a conversation is written: its first entry, and each one that changes its text."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.keys.cards import Role
from groundrules.keys.secret import Secret
from groundrules.record.notation import parse
from groundrules.vault import identities
from groundrules.vault.changes import splice
from groundrules.vault.committing import Batch, committed
from groundrules.vault.entering import Part, new_entry
from groundrules.vault.finding import found, name_form, stream_named
from groundrules.vault.house import CLAIMS, claim
from groundrules.vault.naming import links
from groundrules.vault.opened import TERMS, WORDS, not_yours
from groundrules.vault.parting import SEALED, parted, spoken_lines
from groundrules.vault.recognising import references

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.keys.cards import MemberCard
    from groundrules.vault.folding import Folded
    from groundrules.vault.opened import Vault
    from groundrules.vault.parting import Parts

_STREAM_BYTES = 16
_DESKS = frozenset({Role.EDITOR, Role.STANDARDS, Role.LEGAL})
"""Who may read the terms of every conversation."""


class _Written(NamedTuple):
    """The parts of a text, and the references of its sources."""

    parts: Parts
    sources: tuple[str, ...]


def begun(vault: Vault, text: str) -> str:
    """Write the first entry of a conversation; return the conversation's name.

    Raises:
        BadInput: the text is no record, its name is taken, or it cannot be written.
    """
    name = parse(text).id
    parts = parted(text)
    return committed(vault, lambda: _first(vault, name, parts), name)


def _first(vault: Vault, name: str, parts: Parts) -> Batch:
    place = vault.ledger.head(CLAIMS)  # before the look whether the name is free
    if stream_named(vault, name) is not None:
        message = "the vault has a conversation of this name already"
        raise BadInput(Fault("-", message, "name this one otherwise, or amend the other"))
    sources = references(vault, parts.people, {})
    stream = secrets.token_bytes(_STREAM_BYTES)
    terms, words = Secret.new(), Secret.new()
    document = _terms_document("begun", name, _Written(parts, sources.all), before="")
    sealed = {
        TERMS: Part(document, terms),
        WORDS: Part({"v": 1, "words": splice((), parts.words).document()}, words),
    }
    own = vault.member.card
    wraps = [vault.wrapped(terms, card, stream, TERMS) for card in readers_of_terms(vault)]
    wraps.append(vault.wrapped(words, own, stream, WORDS))
    entries = (*sources.entries, new_entry(vault, stream, sealed, None), claim(vault, place))
    linked = links(vault, stream, sources.all)
    forms = (*sources.forms, name_form(vault, name, stream), *linked)
    return Batch(entries, (*sources.wraps, *wraps), forms)


def readers_of_terms(vault: Vault) -> list[MemberCard]:
    """Return who may read the terms of a conversation that this member begins."""
    own = vault.member.card
    cards = {own.id: own} | {card.id: card for card in of_the_desks(vault.cards().values())}
    return list(cards.values())


def of_the_desks(cards: Iterable[MemberCard]) -> list[MemberCard]:
    """Return those of some members who may read the terms of every conversation."""
    return [card for card in cards if _DESKS & set(card.roles)]


def amended(vault: Vault, name: str, version: int, text: str) -> None:
    """Write the entry that changes a conversation's text; none where nothing changes.

    Raises:
        BadInput: somebody else has changed it meanwhile, the text is no record, or it changes what
            one may not read.
    """
    if parse(text).id != name:
        message = "the text names another conversation than the one that it shall change"
        raise BadInput(Fault("-", message, "leave the name of the conversation as it is"))
    parts = parted(text)
    committed(vault, lambda: _next(vault, found(vault, name), version, parts), None)


def _next(vault: Vault, talk: Folded, version: int, parts: Parts) -> Batch:
    if talk.version != version:
        message = "the conversation was changed meanwhile; nothing was written"
        raise BadInput(Fault("-", message, "read it again, and make the change in the new text"))
    place = vault.ledger.head(CLAIMS)
    if talk.words is None:
        _refuse_unread(vault, talk, parts)
    before = _parties(vault, talk)
    sources = references(vault, parts.people, before)
    sealed = _changed(vault, talk, _Written(parts, sources.all))
    if not sealed:
        return Batch()
    entry = new_entry(vault, talk.head.stream, sealed, talk.head)
    claims = (claim(vault, place),) if sources.entries else ()
    new = [one for one in sources.all if one not in talk.sources]
    forms = (*sources.forms, *links(vault, talk.head.stream, new))
    return Batch((*sources.entries, entry, *claims), sources.wraps, forms)


def _parties(vault: Vault, talk: Folded) -> dict[str, str]:
    """Return the reference of each source of a conversation by the party's id."""
    shown = identities.shown(vault, talk.sources, ())
    lines = _with_identities(talk.template, [shown[one] for one in talk.sources])
    return dict(zip((person.party for person in parted(lines).people), talk.sources, strict=True))


def _with_identities(template: str, identities_shown: list[str]) -> str:
    from groundrules.vault.parting import filled, holes  # noqa: PLC0415 - beside its only use

    return filled(template, (SEALED,) * holes(template), identities_shown)


def _changed(vault: Vault, talk: Folded, after: _Written) -> dict[str, Part]:
    """Return the parts of the entry that makes one text of another; none where it is the same."""
    same_terms = (talk.template, talk.sources) == (after.parts.template, after.sources)
    same_words = talk.words is None or talk.words == after.parts.words
    if same_terms and same_words:
        return {}
    document = _terms_document("amended", talk.name, after, before=talk.template)
    sealed = {TERMS: Part(document, _sealing(vault, talk, TERMS))}
    if talk.words is not None and not same_words:
        words = splice(talk.words, after.parts.words).document()
        sealed[WORDS] = Part({"v": 1, "words": words}, _sealing(vault, talk, WORDS))
    return sealed


def _sealing(vault: Vault, talk: Folded, kind: str) -> Secret:
    place = talk.keys.get(kind)
    if place is None:
        raise not_yours(vault, kind)
    return vault.secret(place.stream, kind, place.key_id)


def _terms_document(do: str, name: str, after: _Written, before: str) -> dict[str, object]:
    return {
        "v": 1,
        "do": do,
        "name": name,
        "template": splice(before, after.parts.template).document(),
        "sources": list(after.sources),
    }


def _refuse_unread(vault: Vault, talk: Folded, parts: Parts) -> None:
    """Refuse a change of words, or of who spoke them and when, by somebody who may not read them.

    Raises:
        BadInput: there is one.
    """
    untouched = all(word == SEALED for word in parts.words)
    if not untouched or spoken_lines(parts.template) != spoken_lines(talk.template):
        message = "you may not read the words of this conversation, and so not change them either"
        remedy = "leave every line with (sealed) as it is; acts and what came afterwards may change"
        raise BadInput(Fault(str(vault.folder), message, remedy))
