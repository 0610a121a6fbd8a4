"""Sources: by code name, what each was promised, and what is owed to her."""

from msgspec import Struct

from groundrules.desk.conversations.folded_talks import FoldedTalk, FoldedTalks
from groundrules.desk.vaults.follow_sources import SourceSeen, dossier_of, sources_seen
from groundrules.desk.vaults.promised_talks import Agreed, Debt, Promised
from groundrules.faces.web.calls import Call
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.pages.source_names import Asked, asked_line
from groundrules.faces.web.routing import NotHere, Routes

routes = Routes("sources")


class SourceLine(Struct, frozen=True):
    """A source in the list.

    Attributes:
        code: her code name.
        since: the day since which the vault knows her.
        talks: in how many conversations she stands, whose terms one may read.
        strictest: the level of the strictest agreement with her; "" where nothing was agreed.
        unclear: whether the terms of something she said are open.
        last: the day of her last conversation.
        erased: whether all that there was of her has been erased.
    """

    code: str
    since: str
    talks: int
    strictest: str
    unclear: bool
    last: str
    erased: bool


class SourceList(Struct, frozen=True):
    """Every source, and the requests for names that wait for somebody."""

    sources: tuple[SourceLine, ...]
    requests: tuple[Asked, ...]


class Words(Struct, frozen=True):
    """A turn in which terms were spoken of; no words where one may not read them."""

    turn: int
    start: int | None
    is_source: bool
    words: str


class Agreement(Struct, frozen=True):
    """One agreement, with the words that it was made in."""

    level: str
    terms: str
    said: tuple[Words, ...]
    statements: int
    lasts: bool
    open: tuple[str, ...]


class Owed(Struct, frozen=True):
    """Something that is owed to her: its kind, for how many statements, until when, and what."""

    kind: str
    count: int
    until: str
    words: str


class TalkOfSource(Struct, frozen=True):
    """What one conversation promised to her."""

    talk: str
    name: str
    day: str
    is_readable: bool
    agreements: tuple[Agreement, ...]
    owed: tuple[Owed, ...]
    released: int
    unclear: bool


class SourcePage(Struct, frozen=True):
    """One source.

    Attributes:
        code: her code name.
        since: the day since which the vault knows her.
        erased: whether all that there was of her has been erased.
        holds: which halves of her name one holds: `reporter`, `editor`.
        holds_both: whether one can open her name without asking anybody.
        descriptions: as which she may be described.
        stories: the ids of stories for which something was decided about her words.
        talks: the latest first.
        requests: for her name, the latest first.
    """

    code: str
    since: str
    erased: bool
    holds: tuple[str, ...]
    holds_both: bool
    descriptions: tuple[str, ...]
    stories: tuple[str, ...]
    talks: tuple[TalkOfSource, ...]
    requests: tuple[Asked, ...]


@routes.page("/sources", template="sources/list.html", needs=Needs.READ)
def sources(call: Call) -> SourceList:
    """Every source, by code name."""
    found = sources_seen(call.vault, _folded(call), call.now())
    return SourceList(
        tuple(map(_line, found.sources)), tuple(asked_line(one) for one in found.requests)
    )


@routes.page("/sources/{code}", template="sources/source.html", needs=Needs.READ)
def source(call: Call, code: str) -> SourcePage:
    """One source: what she was promised, and what is owed to her."""
    found = dossier_of(call.vault, code, _folded(call), call.now())
    if found is None:
        raise NotHere
    known = found.source
    return SourcePage(
        known.code,
        known.since,
        known.erased,
        known.holds,
        found.holds_both,
        found.descriptions,
        found.stories,
        tuple(map(_talk, found.talks)),
        tuple(map(asked_line, found.requests)),
    )


def _folded(call: Call) -> tuple[FoldedTalk, ...]:
    return call.seat.keep("folded talks", lambda: FoldedTalks(call.vault, call.settings)).now()


def _line(seen: SourceSeen) -> SourceLine:
    one = seen.source
    return SourceLine(
        one.code, one.since, seen.talks, seen.strictest, seen.unclear, seen.last, one.erased
    )


def _talk(one: Promised) -> TalkOfSource:
    return TalkOfSource(
        one.stream,
        one.talk,
        one.day,
        one.is_readable,
        tuple(map(_agreement, one.agreements)),
        tuple(map(_owed, one.debts)),
        one.released,
        one.unclear,
    )


def _agreement(one: Agreed) -> Agreement:
    said = tuple(Words(*turn) for turn in one.said)
    return Agreement(one.level, one.terms, said, one.statements, one.lasts, one.open)


def _owed(one: Debt) -> Owed:
    return Owed(*one)
