"""The marks of a rail: what took effect, where the talk went back, and what was left open."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.facts import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.record.standing import Doubt, OpenPoint, Standing
    from groundrules.record.timeline import Timeline
    from groundrules.record.transcript import Place


class Mark(StrEnum):
    """What began at a place; the value is the sign that stands before the first letter."""

    AGREED = "+"
    RETURNED = "/"
    OPENED = "!"
    SEVERAL = "*"

    @property
    def settles(self) -> bool:
        """Tell whether it says that terms took effect, by an agreement or a return."""
        return self in {Mark.AGREED, Mark.RETURNED}


class Marked(NamedTuple):
    """Something that began at a place.

    Attributes:
        mark: what it was; never `SEVERAL`, which only a drawing has.
        place: where the first statement stands for which it holds.
        at: how far from the beginning of the rail.
        facts: the ids of the facts that did it, as far as there are any.
    """

    mark: Mark
    place: Place
    at: int
    facts: tuple[str, ...]


def marks(timeline: Timeline, begins: Sequence[int]) -> Iterator[Marked]:
    """Yield where something open began, and where agreements and returns took effect.

    Args:
        timeline: the conversation.
        begins: for each statement, how far from the beginning of the rail it is.
    """
    settling = {
        f"{timeline.conversation.id}!{number}": _SETTLING[fact.kind]
        for number, fact in enumerate(timeline.conversation.facts, 1)
        if fact.kind in _SETTLING
    }
    unseen = {matter(point) for point in open_points(timeline)}
    for standing, begin in zip(timeline.standings, begins, strict=False):
        place = standing.statement.place
        if opened := [point for point in standing.open if matter(point) in unseen]:
            facts = dict.fromkeys(fact for point in opened for fact in point.facts)
            yield Marked(Mark.OPENED, place, begin, tuple(facts))
            unseen.difference_update(map(matter, opened))
        if standing.facts and not standing.is_open:
            for mark, did in _settled(standing, settling):
                yield Marked(mark, place, begin, did)


def open_points(timeline: Timeline) -> dict[OpenPoint, list[Standing]]:
    """Return each thing that is open, as it was first, with the statements it is open about.

    A reporter's own words are left out: while a reporter answers to terms, these are always open,
    and nobody has to settle them.
    """
    reporters = {party.id for party in timeline.conversation.parties if party.is_reporter}
    first: dict[tuple[Doubt, tuple[str, ...]], OpenPoint] = {}
    found: dict[OpenPoint, list[Standing]] = {}
    for standing in timeline.standings:
        if standing.open and standing.statement.speaker not in reporters:
            for point in standing.open:
                known = first.setdefault(matter(point), point)
                about = found.setdefault(known, [])
                about += [] if about[-1:] == [standing] else [standing]
    return found


def matter(point: OpenPoint) -> tuple[Doubt, tuple[str, ...]]:
    """Return what tells an open point from others: its kind, and the fact with which it began.

    More facts may join it while it goes on, such as a definition that was put to a request.
    """
    return point.doubt, point.facts[:1]


def _settled(
    standing: Standing, settling: dict[str, Mark]
) -> Iterator[tuple[Mark, tuple[str, ...]]]:
    """Yield what took effect at a statement, and by which facts; each fact is yielded once."""
    new = {fact: settling.pop(fact) for fact in standing.facts if fact in settling}
    for mark in dict.fromkeys(new.values()):
        yield mark, tuple(fact for fact in new if new[fact] is mark)


_SETTLING = {
    Kind.TERMS_AGREED: Mark.AGREED,
    Kind.CONSENT_IMPLIED: Mark.AGREED,
    Kind.RETURNED_TO_RECORD: Mark.RETURNED,
    Kind.RETURN_ACCEPTED: Mark.RETURNED,
}
