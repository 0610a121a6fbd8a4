"""Searching a vault: names of conversations, code names, drafts, and words that one may read."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.checking.drafts_kept import KIND as DRAFT
from groundrules.desk.inbox.waiting_in_talks import address_of
from groundrules.desk.vaults.doors import door_of, doors_kept
from groundrules.desk.vaults.papers import papers
from groundrules.vault.source_answers import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from groundrules.desk.conversations.folded_talks import FoldedTalk, FoldedTalks
    from groundrules.record.standing import Standing

MOST = 50
"""How many hits are shown; more than that nobody reads."""

_BEFORE, _AFTER = 60, 140
"""Characters of a statement that are shown before the first hit, and from it on."""

_WORDS = "words"
_MORE = "…"


class Piece(NamedTuple):
    """A piece of a text, and whether it is what was looked for."""

    text: str
    hit: bool


class Hit(NamedTuple):
    """Something that was found.

    Attributes:
        kind: `conversation`, `statement`, `source` or `draft`.
        address: of its page, without any name in it.
        title: the conversation's name, the code name, or the draft's title.
        terms: the level of a statement, or `unclear`; "" for the rest.
        pieces: of a statement, around the first hit.
    """

    kind: str
    address: str
    title: str
    terms: str = ""
    pieces: tuple[Piece, ...] = ()

    def __repr__(self) -> str:
        """Show of what kind it is, and no word of it."""
        return f"Hit({self.kind})"


class Found(NamedTuple):
    """What was found: the first hits, and how many there are."""

    hits: tuple[Hit, ...]
    of: int


def search_vault(vault: Path, talks: FoldedTalks, wanted: str) -> Found:
    """Return where every word of a question stands: in one name, or in one statement.

    Capitals and accents do not count, and a part of a word is enough.

    Args:
        vault: its folder.
        talks: the vault's conversations.
        wanted: the question.

    Raises:
        BadInput: the vault is locked.
    """
    words = plain(wanted).split()
    if not words:
        return Found((), 0)
    with doors_kept():
        hits = [*_named(vault, words)]
        hits += [hit for one in talks.now() for hit in _in_talk(one, words)]
    return Found(tuple(hits[:MOST]), len(hits))


def plain(text: str) -> str:
    """Return a text without capitals and accents, as it is compared."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in apart if not unicodedata.combining(one))


def _named(vault: Path, words: Sequence[str]) -> Iterator[Hit]:
    with door_of(vault) as door:
        sources = door.ask(list[Source], "sources")
    for source in sources:
        if _has(source.code, words):
            yield Hit("source", f"/sources/{source.code}", source.code)
    for paper in papers(vault, DRAFT):
        if _has(paper.title, words):
            yield Hit("draft", f"/drafts/{paper.id}", paper.title)


def _in_talk(one: FoldedTalk, words: Sequence[str]) -> Iterator[Hit]:
    talk, timeline = one
    matter = timeline.conversation.matter if timeline else ""
    if _has(f"{talk.name} {matter}", words):
        yield Hit("conversation", address_of(talk), talk.name)
    if timeline is None or talk.may_read != _WORDS:
        return
    for standing in timeline.standings:
        if _has(standing.statement.text, words):
            yield _statement(one, standing, words)


def _statement(one: FoldedTalk, standing: Standing, words: Sequence[str]) -> Hit:
    terms = "unclear" if standing.is_open else standing.terms.level.value
    statement = standing.statement
    address = address_of(one.talk, statement.place.turn)
    return Hit("statement", address, one.talk.name, terms, excerpt(statement.text, words))


def _has(text: str, words: Sequence[str]) -> bool:
    folded = plain(text)
    return all(word in folded for word in words)


def excerpt(text: str, words: Sequence[str]) -> tuple[Piece, ...]:
    """Return a text around the first of some words, in pieces: hits, and what is between them.

    Args:
        text: as it stands in the record.
        words: as `plain` gives them.
    """
    letters = [plain(letter) for letter in text]
    folded = "".join(letters)
    origin = [at for at, letter in enumerate(letters) for _ in letter]
    spans = sorted(_spans(folded, origin, words))
    first = spans[0][0] if spans else 0
    begin, end = max(0, first - _BEFORE), min(len(text), first + _AFTER)
    return tuple(_pieces(text, begin, end, spans))


def _spans(folded: str, origin: Sequence[int], words: Sequence[str]) -> Iterator[tuple[int, int]]:
    for word in set(words):
        at = folded.find(word)
        while at >= 0:
            yield origin[at], origin[at + len(word) - 1] + 1
            at = folded.find(word, at + len(word))


def _pieces(text: str, begin: int, end: int, spans: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    at = begin
    if begin:
        yield Piece(_MORE, hit=False)
    for start, stop in spans:
        if start < at or stop > end:
            continue
        if start > at:
            yield Piece(text[at:start], hit=False)
        yield Piece(text[start:stop], hit=True)
        at = stop
    if at < end:
        yield Piece(text[at:end], hit=False)
    if end < len(text):
        yield Piece(_MORE, hit=False)
