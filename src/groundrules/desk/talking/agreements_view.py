"""The agreements of a conversation as a page shows them: exact words, rights, what is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from groundrules.desk.conversations.conversation_view import READER, level_of, party_name
from groundrules.record.ground import status_of
from groundrules.record.notation.values import runs_text
from groundrules.record.transcript import AFTERWARDS
from groundrules.reporters.act_in_words import RIGHTS, in_plain_words
from groundrules.reporters.picture.explanations import DOUBTS
from groundrules.talk.on_paper.promises import promises_of, runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.record.timeline import Timeline
    from groundrules.talk.on_paper.promises import Promise
    from groundrules.terms.promise import Terms


@dataclass(frozen=True, slots=True, repr=False)
class SaidSeen:
    """The words with which somebody did something about the terms.

    Attributes:
        does: what that was, in a sentence.
        words: of the turn; "" where they are not known, or may not be read.
        start: milliseconds from the beginning of the recording, or None.
    """

    turn: int
    by: str
    does: str
    words: str
    start: int | None


@dataclass(frozen=True, slots=True, repr=False)
class RightSeen:
    """A right: the axis, the permission, what it says, and whether it withholds anything."""

    axis: str
    permission: str
    says: str
    withholds: bool


@dataclass(frozen=True, slots=True, repr=False)
class AgreementSeen:
    """An agreement.

    Attributes:
        number: counted from 1.
        level: a level's value.
        protects: the names of those whose words it protects.
        party: the id of the only one of them; "" where there are several.
        made: how it was made, act by act.
        turns: the numbers of the turns that stand on it; "" for none.
        first: the number of the first of them; 0 for none.
        lasts: it was in force when the talk ended.
        conditions: what else it asks, each in a sentence.
        open: what is open about it, and how it is settled.
    """

    number: int
    level: str
    protects: tuple[str, ...]
    party: str
    made: tuple[SaidSeen, ...]
    turns: str
    first: int
    lasts: bool
    rights: tuple[RightSeen, ...]
    conditions: tuple[str, ...]
    open: tuple[tuple[str, str], ...]


def agreements_seen(timeline: Timeline) -> tuple[AgreementSeen, ...]:
    """Return the agreements of a conversation, in the order of the talk."""
    found = dict.fromkeys(one for some in promises_of(timeline) for one in some.agreements)
    return tuple(_agreement(timeline, number, one) for number, one in enumerate(found, 1))


def _agreement(timeline: Timeline, number: int, promise: Promise) -> AgreementSeen:
    kept = runs(promise.kept)
    talk = timeline.conversation
    return AgreementSeen(
        number,
        level_of(status_of(promise.terms)),
        tuple(party_name(talk.party(one)) for one in promise.protects),
        promise.protects[0] if len(promise.protects) == 1 else "",
        tuple(_made(timeline, promise)),
        runs_text(kept).replace(",", ", "),
        kept[0].first if kept else 0,
        promise.lasts,
        tuple(_rights(promise.terms)),
        tuple(_conditions(promise.terms)),
        tuple((point.message, DOUBTS[point.doubt]) for point in promise.open),
    )


def _made(timeline: Timeline, promise: Promise) -> Iterator[SaidSeen]:
    talk = timeline.conversation
    for fact in map(timeline.fact, promise.facts):
        turn = None if fact.at == AFTERWARDS else talk.turns[fact.at.turn - 1]
        yield SaidSeen(
            turn.number if turn else 0,
            party_name(talk.party(fact.by)),
            in_plain_words(talk, fact),
            turn.text if turn else "",
            turn.start if turn else None,
        )


def _rights(terms: Terms) -> Iterator[RightSeen]:
    for axis, permission in terms.rights.by_axis().items():
        says = RIGHTS[axis, str(permission)]
        yield RightSeen(axis, str(permission), says, permission.strictness > 0)


def _conditions(terms: Terms) -> Iterator[str]:
    conditions = terms.conditions
    if conditions.descriptions is not None:
        shown = " or ".join(f"“{one}”" for one in READER.descriptions(terms))
        yield f"described as {shown}" if shown else "no description is agreed by all"
    if conditions.quote_approval:
        yield "quotations are to be approved before use"
    for until in sorted(one.until for one in conditions.embargoes if one.until):
        yield f"not before {until.isoformat(sep=' ', timespec='minutes')}"
    yield from (f"not before “{event}”" for event in READER.events(terms))
    if conditions.delete_by:
        yield f"notes and recordings are to be gone by {conditions.delete_by.isoformat()}"
    if conditions.tell is not None:
        shown = " or ".join(f"“{one}”" for one in READER.told(terms))
        yield f"to be told only to {shown}" if shown else "to be told to nobody at home"
