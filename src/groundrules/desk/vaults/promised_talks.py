"""What one talk promised to one source: agreements with the words they were made in, and debts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.reporters.plain_words import terms_in_words
from groundrules.reporters.redaction import Redaction
from groundrules.talk.on_paper.promises import promises_to
from groundrules.terms.rights import Attribute, Publish, Quote

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from groundrules.desk.conversations.folded_talks import FoldedTalk
    from groundrules.record.standing import Standing
    from groundrules.record.timeline import Timeline
    from groundrules.talk.on_paper.promises import Promise, Promises
    from groundrules.terms.promise import Terms

_SEALED = "(sealed)"


class Spoken(NamedTuple):
    """A turn of a talk in which terms were spoken of.

    Attributes:
        turn: its number.
        start: milliseconds from the beginning of the recording; None where there is no time.
        is_source: whether she said it; otherwise it was somebody else.
        words: what was said; "" where one may not read it.
    """

    turn: int
    start: int | None
    is_source: bool
    words: str

    def __repr__(self) -> str:
        """Show its number alone."""
        return f"Spoken({self.turn})"


class Agreed(NamedTuple):
    """One agreement.

    Attributes:
        level: the name of its level.
        terms: what it withholds and asks for, in a sentence.
        said: the turns in which it was made, in order.
        statements: how many statements of hers stand on it.
        lasts: whether it covers what she says from the end of the talk on.
        open: what is open about it, in sentences.
    """

    level: str
    terms: str
    said: tuple[Spoken, ...]
    statements: int
    lasts: bool
    open: tuple[str, ...]

    def __repr__(self) -> str:
        """Show its level alone."""
        return f"Agreed({self.level})"


class Debt(NamedTuple):
    """Something that is owed to her.

    Attributes:
        kind: `approval`, `embargo`, `event`, `deletion`, `telling`, or `terms` where they are open.
        statements: how many it concerns.
        until: the instant or day on which it ends or is due; "" where none was named.
        words: an event, or who may be told; "" for the other kinds.
    """

    kind: str
    statements: int
    until: str = ""
    words: str = ""

    def __repr__(self) -> str:
        """Show its kind alone."""
        return f"Debt({self.kind})"


class Promised(NamedTuple):
    """What one talk promised to one source.

    Attributes:
        talk: the name of the conversation.
        stream: what stands for it in addresses.
        day: of the talk, YYYY-MM-DD; "" where the record names none.
        is_readable: whether the record could be read; if not, what is in it is not known.
        agreements: in the order of the talk.
        debts: what is owed because of them.
        descriptions: as which she may be described.
        stories: the ids of stories that a decision about her words names.
        released: how many of her statements she has freed since.
        unclear: whether the terms of any of her statements are open.
    """

    talk: str
    stream: str
    day: str
    is_readable: bool
    agreements: tuple[Agreed, ...] = ()
    debts: tuple[Debt, ...] = ()
    descriptions: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    released: int = 0
    unclear: bool = False

    def __repr__(self) -> str:
        """Show which talk, and nothing of it."""
        return f"Promised({self.stream})"


def promised_in(folded: FoldedTalk, code: str, now: datetime) -> Promised:
    """Return what a talk promised to the source of a code name.

    Args:
        folded: the talk.
        code: her code name.
        now: the instant at which it is asked, with its offset: an embargo that is over is no debt.
    """
    talk, timeline = folded.talk, folded.timeline
    party = _party(timeline, code) if timeline else ""
    if timeline is None or not party:
        return Promised(talk.name, talk.stream, "", is_readable=False, unclear=True)
    promises = promises_to(timeline, party)
    return Promised(
        talk=talk.name,
        stream=talk.stream,
        day=(timeline.conversation.date.isoformat()[:10] if timeline.conversation.date else ""),
        is_readable=True,
        agreements=tuple(_agreed(timeline, party, one) for one in promises.agreements),
        debts=tuple(_debts(promises, now)),
        descriptions=_descriptions(timeline, party, promises),
        stories=tuple(_stories(timeline, party)),
        released=len(promises.released),
        unclear=bool(promises.unsettled),
    )


def _party(timeline: Timeline, code: str) -> str:
    """Return the id of who stands in a record under a code name; "" for nobody."""
    return next((one.id for one in timeline.conversation.parties if one.name == code), "")


def _agreed(timeline: Timeline, party: str, promise: Promise) -> Agreed:
    return Agreed(
        promise.terms.level.value,
        terms_in_words(promise.terms, Redaction(revealed=True)),
        tuple(_said(timeline, party, promise)),
        len(_hers(promise)),
        promise.lasts,
        tuple(dict.fromkeys(point.message for point in promise.open)),
    )


def _hers(promise: Promise) -> list[Standing]:
    """Return what the protected said that stands on a promise; a reporter's words carry it, too."""
    return [one for one in promise.kept if one.statement.speaker in promise.protects]


def _said(timeline: Timeline, party: str, promise: Promise) -> Iterator[Spoken]:
    turns = timeline.conversation.turns
    numbers = {timeline.fact(one).at.turn for one in promise.facts}
    for number in sorted(number for number in numbers if number <= len(turns)):
        turn = turns[number - 1]
        words = "" if turn.text == _SEALED else turn.text
        yield Spoken(number, turn.start, turn.speaker == party, words)


def _debts(promises: Promises, now: datetime) -> Iterator[Debt]:
    found: dict[tuple[str, str, str], int] = {}
    for promise in promises.agreements:
        for kind, until, words, count in _owed(promise, now):
            found[kind, until, words] = found.get((kind, until, words), 0) + count
    for (kind, until, words), count in sorted(found.items()):
        yield Debt(kind, count, until, words)
    if promises.unsettled:
        yield Debt("terms", len(promises.unsettled))


def _owed(promise: Promise, now: datetime) -> Iterator[tuple[str, str, str, int]]:
    conditions, kept = promise.terms.conditions, _hers(promise)
    unapproved = sum(not one.approved for one in kept)
    if conditions.quote_approval and unapproved and _is_quotable(promise.terms):
        yield "approval", "", "", unapproved
    for one in conditions.embargoes:
        if one.is_over(now):
            continue
        if one.until:
            yield "embargo", one.until.isoformat(), "", len(kept)
        else:
            yield "event", "", one.event, len(kept)
    if conditions.delete_by:
        yield "deletion", conditions.delete_by.isoformat(), "", len(kept)
    if conditions.tell is not None:
        yield "telling", "", ", ".join(sorted(conditions.tell)), len(kept)


def _descriptions(timeline: Timeline, party: str, promises: Promises) -> tuple[str, ...]:
    agreed = [
        words
        for promise in promises.agreements
        for words in sorted(promise.terms.conditions.descriptions or ())
    ]
    known = timeline.conversation.party(party)
    usual = known.description if known else ""
    return tuple(
        dict.fromkeys([*agreed, *([usual] if usual and _asks_for_usual(promises) else [])])
    )


def _asks_for_usual(promises: Promises) -> bool:
    """Tell whether an agreement wants her described, and names no words for it."""
    return any(
        one.terms.rights.attribute is Attribute.DESCRIPTION
        and one.terms.conditions.descriptions is None
        for one in promises.agreements
    )


def _is_quotable(terms: Terms) -> bool:
    return terms.rights.publish is not Publish.NO and terms.rights.quote is not Quote.NO


def _stories(timeline: Timeline, party: str) -> Iterator[str]:
    turns = {one.number for one in timeline.conversation.turns if one.speaker == party}
    for fact in timeline.conversation.facts:
        story = fact.decision.story if fact.decision else ""
        if story and (not fact.turns or any(map(fact.about, turns))):
            yield story
