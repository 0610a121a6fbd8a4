"""What went wrong with a conversation: each incident, and what its record proves."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.policies.house_policy import Policies
from groundrules.desk.records.record_reading import read_record
from groundrules.record.facts import INCIDENTS
from groundrules.record.notation.act_text import act_text
from groundrules.record.notation.values import runs_text
from groundrules.record.timeline import fold
from groundrules.record.transcript import AFTERWARDS
from groundrules.reporters.plain_words import clock, terms_in_words
from groundrules.reporters.redaction import Redaction
from groundrules.talk.trouble.incidents import incidents

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.config.settings import Settings
    from groundrules.record.facts import Fact
    from groundrules.record.standing import Standing
    from groundrules.record.timeline import Timeline
    from groundrules.talk.trouble.incidents import Incident

_OWN = Redaction(revealed=True)
"""Whoever keeps the record may read it."""


class Said(NamedTuple):
    """What somebody put down about an incident: when, in ISO 8601; by whom; and in which words."""

    when: str
    by: str
    comment: str


class Shown(NamedTuple):
    """One incident.

    Attributes:
        turns: the turns that it is about, such as `4-6`; "" for the whole talk.
        settled: how it was settled; None while it is open.
    """

    kind: str
    turns: str
    is_open: bool
    opened: Said
    notes: tuple[Said, ...]
    settled: Said | None


class Proven(NamedTuple):
    """On which terms one statement stands, and what that rests on.

    Attributes:
        status: a level, or `open`.
        terms: what they withhold, in words.
        basis: what they rest on, in words.
        doubts: what is open about them, each in a sentence.
    """

    turn: int
    at: str
    speaker: str
    words: str
    status: str
    terms: str
    basis: str
    doubts: tuple[str, ...]


class Behind(NamedTuple):
    """A fact on which terms rest: its number in the record, where it was, and what was done."""

    number: int
    where: str
    who: str
    act: str


class Incidents(NamedTuple):
    """Everything about what went wrong with one conversation.

    Attributes:
        day: of the talk; "" where the record has none.
        policy: under which the words are read.
        incidents: in the order in which they were opened.
        proven: the statements that the incidents are about; all, where one is about the whole talk.
        behind: the facts on which their terms rest.
        may_take_back: the last thing in the record is about an incident.
    """

    day: str
    policy: str
    incidents: tuple[Shown, ...]
    proven: tuple[Proven, ...]
    behind: tuple[Behind, ...]
    may_take_back: bool


def show_incidents(path: str, settings: Settings) -> Incidents:
    """Return what went wrong with a conversation, and what its record proves.

    Raises:
        BadInput: the record or its policy cannot be read.
    """
    conversation = read_record(path)
    timeline = fold(conversation, Policies(settings).of(conversation))
    found = incidents(conversation)
    standings = _about(timeline, found)
    facts = conversation.facts
    return Incidents(
        conversation.date.isoformat() if conversation.date else "",
        timeline.policy.title,
        tuple(map(_incident, found)),
        tuple(_proven(timeline, one) for one in standings),
        tuple(_behind(timeline, number) for number in _facts(standings)),
        bool(facts) and facts[-1].kind in INCIDENTS,
    )


def _about(timeline: Timeline, found: tuple[Incident, ...]) -> tuple[Standing, ...]:
    if any(not one.turns for one in found):
        return timeline.standings
    runs = [run for one in found for run in one.turns]
    return tuple(
        one for one in timeline.standings if any(run.hold(one.statement.place.turn) for run in runs)
    )


def _facts(standings: Iterable[Standing]) -> list[int]:
    """Return the numbers of the facts because of which statements stand as they do."""
    ids = {fact for one in standings for fact in (*one.facts, *one.retroactive, *one.graces)}
    return sorted(int(fact.rpartition("!")[2]) for fact in ids)


def _incident(found: Incident) -> Shown:
    turns = runs_text(found.turns) if found.turns else ""
    settled = _said(found.settled) if found.settled else None
    notes = tuple(map(_said, found.notes))
    return Shown(found.kind, turns, found.is_open, _said(found.opened), notes, settled)


def _said(fact: Fact) -> Said:
    comment = fact.words.partition(":")[2].strip()
    return Said(fact.when.isoformat() if fact.when else "", fact.by, comment)


def _proven(timeline: Timeline, one: Standing) -> Proven:
    said = one.statement
    turn = timeline.conversation.turns[said.place.turn - 1]
    return Proven(
        turn.number,
        clock(turn.start),
        said.speaker,
        said.text,
        one.status,
        terms_in_words(one.terms, _OWN),
        one.basis.value,
        tuple(point.message for point in one.open),
    )


def _behind(timeline: Timeline, number: int) -> Behind:
    fact = timeline.conversation.facts[number - 1]
    act = act_text(fact, fact.by).removeprefix("> ")
    if fact.at == AFTERWARDS:
        return Behind(number, fact.when.isoformat() if fact.when else "", fact.by, act)
    turn = timeline.conversation.turns[fact.at.turn - 1]
    return Behind(number, str(turn.number), fact.by, act)
