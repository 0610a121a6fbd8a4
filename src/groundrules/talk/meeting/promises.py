"""What each participant is bound to, and what each side promised and gave: all of it as facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.facts import INCIDENTS
from groundrules.record.standing import Basis
from groundrules.talk.on_paper.makers import makers
from groundrules.talk.on_paper.promises import runs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.record.facts import Turns
    from groundrules.record.standing import Standing
    from groundrules.record.timeline import Timeline
    from groundrules.record.transcript import Party
    from groundrules.terms.promise import Terms


class Promise(NamedTuple):
    """Terms, and the turns that stand on them."""

    terms: Terms
    turns: tuple[Turns, ...]


class Exchange(NamedTuple):
    """What one side promised and gave. What it kept shows in a check and in its incidents.

    Attributes:
        promised: on the other side's words.
        gave: what it said itself on terms.
        released: turns of its own that it freed since.
        graced: turns of others that it left out by its own choice.
    """

    party: Party
    promised: tuple[Promise, ...]
    gave: tuple[Promise, ...]
    released: tuple[Turns, ...]
    graced: tuple[Turns, ...]


def bound_to(timeline: Timeline, party: Party) -> tuple[Promise, ...]:
    """Return what a party agreed to keep: terms that they accepted, or put and had accepted."""
    if not party.is_bound:
        return ()
    return _together(
        one
        for one in timeline.standings
        if one.basis in _SETTLED
        and one.is_restricted
        and not _is_own(one, party)
        and party.id in makers(map(timeline.fact, one.facts))
    )


def exchanges(timeline: Timeline) -> tuple[Exchange, ...]:
    """Return what each side of a negotiation promised and gave; none where nobody negotiates."""
    return tuple(
        _exchange(timeline, party) for party in timeline.conversation.parties if party.is_negotiator
    )


def open_turns(timeline: Timeline) -> tuple[Turns, ...]:
    """Return the turns whose terms are open."""
    return runs(one for one in timeline.standings if one.is_open)


def incidents(timeline: Timeline) -> int:
    """Return how many facts of a record say that something went wrong."""
    return sum(fact.kind in INCIDENTS for fact in timeline.conversation.facts)


def _exchange(timeline: Timeline, party: Party) -> Exchange:
    own = [one for one in timeline.standings if _is_own(one, party)]
    graced = [
        one
        for one in timeline.standings
        if any(timeline.fact(fact).by == party.id for fact in one.graces)
    ]
    return Exchange(
        party,
        bound_to(timeline, party),
        _together(one for one in own if one.basis in _SETTLED and one.is_restricted),
        runs(one for one in own if one.basis is Basis.RELEASED),
        runs(graced),
    )


def _together(standings: Iterable[Standing]) -> tuple[Promise, ...]:
    by_terms: dict[Terms, list[Standing]] = {}
    for standing in standings:
        by_terms.setdefault(standing.terms, []).append(standing)
    return tuple(Promise(terms, runs(found)) for terms, found in by_terms.items())


def _is_own(standing: Standing, party: Party) -> bool:
    return standing.statement.speaker == party.id and not party.is_reporter


_SETTLED = frozenset({Basis.AGREED, Basis.IMPLIED})
