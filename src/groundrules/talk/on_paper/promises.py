"""The promises of one talk: each agreement, with the words that stand on it and what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.facts import Kind, Turns
from groundrules.record.standing import Basis
from groundrules.record.timeline import fold
from groundrules.record.transcript import Turn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from groundrules.record.standing import OpenPoint, Standing
    from groundrules.record.timeline import Timeline
    from groundrules.terms.promise import Terms


class Promise(NamedTuple):
    """One agreement that is in force.

    Attributes:
        protects: the ids of those whose words it protects.
        terms: as they were agreed; a release since then is not in them.
        facts: the ids of the facts that made it, in the order of the record.
        standings: the statements that stand on it still, and those released since.
        lasts: it was in force when the talk ended, so that it covers what is said from there on.
        open: what is open about it.
    """

    protects: tuple[str, ...]
    terms: Terms
    facts: tuple[str, ...]
    standings: tuple[Standing, ...]
    lasts: bool
    open: tuple[OpenPoint, ...]

    @property
    def kept(self) -> tuple[Standing, ...]:
        """Return the statements that stand on it still."""
        return tuple(one for one in self.standings if one.basis is not Basis.RELEASED)


class Promises(NamedTuple):
    """All that one talk promised to the same people.

    Attributes:
        protects: the ids of those whom the promises protect, alike in all of them.
        agreements: those that are in force, in the order of the talk; none where nothing is.
        unsettled: the statements, other than a reporter's, whose terms are open.
        released: those that the source has freed, with terms that may still ask for something.
        late: those about which somebody asked for terms when they had been spoken already.
        graced: those on which a reporter granted a grace.
    """

    protects: tuple[str, ...]
    agreements: tuple[Promise, ...]
    unsettled: tuple[Standing, ...] = ()
    released: tuple[Standing, ...] = ()
    late: tuple[Standing, ...] = ()
    graced: tuple[Standing, ...] = ()


def promises_of(timeline: Timeline) -> tuple[Promises, ...]:
    """Return what a talk promised: together for those who were promised just the same."""
    agreements = tuple(_agreements(timeline))
    protected = [one.id for one in timeline.conversation.parties if not one.is_reporter]
    alike: dict[tuple[int, ...], list[str]] = {}
    for party in protected:
        mine = tuple(n for n, one in enumerate(agreements) if party in one.protects)
        if mine:
            alike.setdefault(mine, []).append(party)
    return tuple(
        _together(timeline, tuple(parties), [agreements[number] for number in mine])
        for mine, parties in alike.items()
    )


def promises_to(timeline: Timeline, party: str) -> Promises:
    """Return what a talk promised to one party alone."""
    mine = [one for one in _agreements(timeline) if party in one.protects]
    return _together(timeline, (party,), mine)


def unsettled(timeline: Timeline) -> tuple[Standing, ...]:
    """Return the statements of a talk whose terms are open."""
    return tuple(standing for standing in timeline.standings if standing.is_open)


def runs(standings: Iterable[Standing]) -> tuple[Turns, ...]:
    """Return the turns of statements as runs, with nothing left out within a run."""
    found: list[Turns] = []
    for turn in sorted({standing.statement.place.turn for standing in standings}):
        if found and found[-1].last == turn - 1:
            found[-1] = found[-1]._replace(last=turn)
        else:
            found.append(Turns(turn, turn))
    return tuple(found)


def _together(
    timeline: Timeline, protects: tuple[str, ...], agreements: Sequence[Promise]
) -> Promises:
    mine = [one for one in timeline.standings if _concerns(timeline, one, protects)]
    return Promises(
        protects,
        tuple(agreements),
        tuple(one for one in mine if one.is_open and not _is_a_reporters(timeline, one)),
        tuple(one for one in mine if one.basis is Basis.RELEASED),
        tuple(one for one in mine if one.retroactive),
        tuple(one for one in mine if one.graces),
    )


def _agreements(timeline: Timeline) -> Iterator[Promise]:
    """Yield each agreement that is in force, by the place where the first words stand on it."""
    at_the_end = tuple(_at_the_end(timeline))
    groups: dict[tuple[object, ...], list[Standing]] = {}
    for standing in (*timeline.standings, *at_the_end):
        if standing.basis is Basis.RELEASED or _is_promised(standing):
            groups.setdefault(_origin(timeline, standing), []).append(standing)
    for standings in groups.values():
        holding = [one for one in standings if _is_promised(one)]
        if holding:
            yield _promise(timeline, standings, holding, at_the_end)


def _promise(
    timeline: Timeline,
    standings: Sequence[Standing],
    holding: Sequence[Standing],
    at_the_end: Sequence[Standing],
) -> Promise:
    ended = {one.statement.id for one in at_the_end}
    speakers = {one.statement.speaker for one in standings}
    protected = [one.id for one in timeline.conversation.parties if not one.is_reporter]
    said = tuple(one for one in standings if one.statement.id not in ended)
    return Promise(
        tuple(one for one in protected if one in speakers) or _meant(timeline, holding[0].facts),
        holding[0].terms,
        _made_by(timeline, holding[0]),
        said,
        len(said) < len(standings),
        tuple(dict.fromkeys(point for one in holding for point in one.open)),
    )


def _at_the_end(timeline: Timeline) -> Iterator[Standing]:
    """Yield on which terms each protected party would have said something more."""
    conversation = timeline.conversation
    last = conversation.turns[-1].start if conversation.turns else None
    for party in conversation.parties:
        if not party.is_reporter:
            more = Turn(len(conversation.turns) + 1, party.id, ("…",), last)
            longer = conversation._replace(turns=(*conversation.turns, more))
            yield fold(longer, timeline.policy).standings[-1]


def _is_promised(standing: Standing) -> bool:
    return standing.basis in _PROMISED and standing.is_restricted


def _origin(timeline: Timeline, standing: Standing) -> tuple[object, ...]:
    return (_made_by(timeline, standing), standing.spoken or standing.terms)


def _made_by(timeline: Timeline, standing: Standing) -> tuple[str, ...]:
    return tuple(one for one in standing.facts if timeline.fact(one).kind not in _SINCE)


def _is_a_reporters(timeline: Timeline, standing: Standing) -> bool:
    speaker = timeline.conversation.party(standing.statement.speaker)
    return speaker is not None and speaker.is_reporter


def _concerns(timeline: Timeline, standing: Standing, protects: Sequence[str]) -> bool:
    speaker = timeline.conversation.party(standing.statement.speaker)
    if speaker and not speaker.is_reporter:
        return speaker.id in protects
    return not set(protects).isdisjoint(_meant(timeline, standing.facts))


def _meant(timeline: Timeline, facts: Iterable[str]) -> tuple[str, ...]:
    """Return whose words facts may be about: of all the protected, where they name none."""
    protected = [one.id for one in timeline.conversation.parties if not one.is_reporter]
    named: set[str] = set()
    for fact in map(timeline.fact, facts):
        named |= {fact.by, *fact.covers, *fact.to}
    return tuple(one for one in protected if one in named) or tuple(protected)


_PROMISED = frozenset({Basis.AGREED, Basis.IMPLIED})
_SINCE = frozenset({Kind.STATEMENT_RELEASED, Kind.EMBARGO_LIFTED, Kind.EVENT_HAPPENED})
"""The kinds of facts that made no agreement, but eased one."""
