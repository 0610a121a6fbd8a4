"""What is worth a second look: a talk by somebody who is no liaison, or beyond what was settled.

A flag prevents nothing and changes no terms. It names a party by the record's id, a post by its
name and turns by their numbers: no word of the talk.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.facts import Kind
from groundrules.record.ground import status_of
from groundrules.record.transcript import AFTERWARDS
from groundrules.terms.levels import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.record.standing import Standing
    from groundrules.record.timeline import Timeline
    from groundrules.record.transcript import Party
    from groundrules.talk.liaisons.liaison import Liaison, Organisation


class Why(StrEnum):
    """What a flag is about."""

    NO_LIAISON = "no-liaison"
    OFF_TOPIC = "off-topic"
    TOPIC_UNKNOWN = "topic-unknown"
    BEYOND_LEVEL = "beyond-level"
    UNTRAINED = "untrained"
    ENDED = "ended"
    DAY_UNKNOWN = "day-unknown"


class Flag(NamedTuple):
    """Something worth a second look.

    Attributes:
        party: the id of the party who spoke.
        turns: the numbers of the turns that are meant, in order; empty for all of the party's.
        message: the same in one sentence, without a name.
    """

    why: Why
    party: str
    turns: tuple[int, ...]
    message: str


class _Told(NamedTuple):
    """A statement with its terms, and what the talk was on."""

    standing: Standing
    topic: str


def flags(timeline: Timeline, organisations: Iterable[Organisation]) -> tuple[Flag, ...]:
    """Return what is worth a second look in one conversation, party by party.

    A party belongs to an organisation if the record says so (`of Harbor Authority`), or if one of
    its liaisons has the party's name. Reporters are nobody's liaisons.
    """
    told = _told(timeline)
    day = _day(timeline)
    return tuple(
        flag
        for organisation in organisations
        for party in timeline.conversation.parties
        if party.id in told and not party.is_reporter
        for flag in _of_party(party, told[party.id], day, organisation)
    )


def _told(timeline: Timeline) -> dict[str, list[_Told]]:
    """Return for each party what it said: with the last topic that was named, or the matter."""
    topics = [
        (fact.at, fact.words)
        for fact in timeline.conversation.facts
        if fact.kind is Kind.TOPIC_CHANGED and fact.at != AFTERWARDS
    ]
    topics.sort(key=lambda named: named[0], reverse=True)
    topic = timeline.conversation.matter
    told: dict[str, list[_Told]] = {}
    for standing in timeline.standings:
        while topics and topics[-1][0] <= standing.statement.place:
            topic = topics.pop()[1]
        told.setdefault(standing.statement.speaker, []).append(_Told(standing, topic))
    return told


def _day(timeline: Timeline) -> date | None:
    moment = timeline.conversation.date
    return moment.date() if isinstance(moment, datetime) else moment


def _of_party(
    party: Party, told: list[_Told], day: date | None, organisation: Organisation
) -> Iterator[Flag]:
    posts = [one for one in organisation.liaisons if one.is_held_by(party)]
    if posts:
        yield from _held(day, party, posts)
        yield from _beyond(told, party, posts)
    elif organisation.employs(party):
        message = f"{party.id} speaks from within the organisation and is not one of its liaisons"
        yield Flag(Why.NO_LIAISON, party.id, (), message)


def _held(day: date | None, party: Party, posts: list[Liaison]) -> Iterator[Flag]:
    """Yield what is wrong with the days of somebody's posts; nothing where one post is sound."""
    found = [list(_days(day, party, post)) for post in posts]
    if all(found):
        yield from found[0]


def _days(day: date | None, party: Party, post: Liaison) -> Iterator[Flag]:
    who = f"{party.id}, as {post.id},"
    if post.trained is None:
        yield Flag(Why.UNTRAINED, party.id, (), f"{who} has not been trained")
    if day is None:
        if post.trained or post.until:
            message = f"{who} has days set, and the record has none to hold against them"
            yield Flag(Why.DAY_UNKNOWN, party.id, (), message)
        return
    if post.trained and post.trained > day:
        yield Flag(Why.UNTRAINED, party.id, (), f"{who} had not been trained by that day")
    if post.until and post.until < day:
        yield Flag(Why.ENDED, party.id, (), f"{who} could speak only until {post.until}")


def _beyond(told: list[_Told], party: Party, posts: list[Liaison]) -> Iterator[Flag]:
    """Yield the turns that are outside every post that somebody holds."""
    found: dict[Why, list[int]] = {}
    for standing, topic in told:
        why = _why(standing, topic, posts)
        if why:
            found.setdefault(why, []).append(standing.statement.place.turn)
    named = " or ".join(post.id for post in posts)
    for why, numbers in found.items():
        message = f"{party.id}, as {named}, {_MESSAGES[why]}"
        yield Flag(why, party.id, tuple(dict.fromkeys(numbers)), message)


def _why(standing: Standing, topic: str, posts: list[Liaison]) -> Why | None:
    on_topic = [post for post in posts if post.covers(topic)]
    if not on_topic:
        return Why.OFF_TOPIC if topic else Why.TOPIC_UNKNOWN
    level = _level_spoken(standing)
    if all(level.strictness > post.up_to.strictness for post in on_topic):
        return Why.BEYOND_LEVEL
    return None


def _level_spoken(standing: Standing) -> Level:
    """Return the level on which words were spoken, whatever was released since."""
    if standing.is_open:
        return Level.ON_THE_RECORD
    return Level(status_of(standing.spoken or standing.terms))


_MESSAGES = {
    Why.OFF_TOPIC: "speaks on a topic that is not among theirs",
    Why.TOPIC_UNKNOWN: "may speak on some topics, and the record does not say on which this is",
    Why.BEYOND_LEVEL: "goes beyond the level up to which they may speak",
}
