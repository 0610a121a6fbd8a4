"""The negotiations of a conversation: what was put, what is in force on which words, what is open.

What is in force is taken from the standings themselves, so that an export can never promise more
or less than the check believes. Words that are neither open nor in an agreement are on the record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.agreement import NOTHING_AGREED
from groundrules.record.facts import Kind
from groundrules.record.odrl.history import history
from groundrules.record.odrl.identifiers import name_of, step_iri
from groundrules.record.odrl.negotiation import Form, Negotiation, Span
from groundrules.record.standing import Basis
from groundrules.record.timeline import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from groundrules.record.agreement import Agreement
    from groundrules.record.odrl.history import Put
    from groundrules.record.standing import Doubt, Standing
    from groundrules.record.transcript import Conversation, Place
    from groundrules.terms.policy import Policy
    from groundrules.terms.promise import Terms

_AFTER_THE_WORDS = frozenset({Kind.STATEMENT_RELEASED, Kind.EMBARGO_LIFTED, Kind.EVENT_HAPPENED})


def negotiations(conversation: Conversation, policy: Policy) -> tuple[Negotiation, ...]:
    """Return every step of a conversation's negotiations, in the order in which they came about.

    What was agreed without a word being said under it is no promise about any words: it is left
    out.
    """
    return _Gathering(conversation, policy).negotiations()


class _Common(NamedTuple):
    """What the words of one agreement have in common, or those that are open together.

    Attributes:
        party: the id of the party whose words are meant; "" where it cannot be told.
        number: the number of the last fact because of which; 0 where there is none.
    """

    party: str
    number: int
    facts: frozenset[int]
    terms: Terms
    basis: Basis
    scope: str
    until: int | None
    doubts: tuple[Doubt, ...]
    approved: bool


class _Gathering:
    """Gathers the negotiations of one conversation."""

    def __init__(self, conversation: Conversation, policy: Policy) -> None:
        self.conversation = conversation
        self.policy = policy
        self.numbers = {party.id: at for at, party in enumerate(conversation.parties, 1)}
        self.puts, self.made = history(conversation, policy)
        self.by_number: dict[int, list[Put]] = {}
        for put in self.puts:
            self.by_number.setdefault(put.number, []).append(put)

    def negotiations(self) -> tuple[Negotiation, ...]:
        standings = fold(self.conversation, self.policy).standings
        steps = [self._put(one) for one in self.puts]
        agreed = _spans(standings, self._in_force)
        for common, spans in agreed.items():
            revises = self._changed(common, agreed) or self._last_put(common)
            steps.append(self._stand(Form.AGREEMENT, common, spans)._replace(revises=revises))
        for common, spans in _spans(standings, self._open).items():
            revises = self._last_put(common)
            steps.append(self._stand(Form.UNSETTLED, common, spans)._replace(revises=revises))
        return tuple(sorted(steps, key=_order))

    def _put(self, put: Put) -> Negotiation:
        return self._step(self._form(put), put.party, put.number)._replace(
            spans=(Span(put.fact.at, None),),
            terms=put.terms,
            scope=put.scope,
            until=put.until,
            revises=self._name(put.party, put.revises) if put.revises else "",
        )

    def _form(self, put: Put) -> Form:
        """Return what it is to put these terms: the protected side offers, the other requests."""
        if put.fact.kind is Kind.TERMS_ASSERTED:
            return Form.ASSERTION
        by = self.conversation.party(put.fact.by)
        other_side = by and by.is_bound and by.id != put.party
        return Form.REQUEST if other_side else Form.OFFER

    def _stand(self, form: Form, common: _Common, spans: tuple[Span, ...]) -> Negotiation:
        return self._step(form, common.party, common.number)._replace(
            spans=spans,
            terms=common.terms,
            basis=common.basis,
            scope=common.scope,
            until=common.until,
            doubts=common.doubts,
            approved=common.approved,
        )

    def _step(self, form: Form, party: str, number: int) -> Negotiation:
        conversation = self.conversation
        fact = conversation.facts[number - 1] if number else None
        outlet, bound = self._bound(party)
        return Negotiation(
            form,
            conversation.id,
            number,
            self.numbers.get(party, 0),
            (),
            policy=self.policy.id,
            version=self.policy.version,
            outlet=outlet,
            bound=bound,
            act=fact.kind if fact else None,
            by=self.numbers.get(fact.by, 0) if fact else 0,
        )

    def _bound(self, party: str) -> tuple[str | None, tuple[int, ...]]:
        """Return whom a promise to a party binds: the outlet, and the negotiators."""
        others = [one for one in self.conversation.parties if one.id != party]
        bound = [one for one in others if one.is_negotiator]
        reported = any(one.is_reporter for one in others)
        if not reported and not bound:
            bound = others  # they can agree among themselves alone
        outlet = self.conversation.outlet if reported or not bound else None
        return outlet, tuple(self.numbers[one.id] for one in bound)

    def _in_force(self, standing: Standing) -> Iterator[_Common]:
        """Yield what a settled statement stands on, once for each party whom that protects.

        A reporter's words carry the terms of whom he speaks to: of all on whose acts they rest.
        """
        if standing.is_open:
            return
        speaker = standing.statement.speaker
        released = standing.basis is Basis.RELEASED
        for party in (speaker,) if speaker in self.made else self.made:
            agreement = self._agreement(party, standing)
            if released:
                yield _common(party, standing, Basis.RELEASED, agreement or NOTHING_AGREED)
            elif agreement:
                yield _common(party, standing, agreement.basis, agreement)

    def _agreement(self, party: str, standing: Standing) -> Agreement | None:
        """Return what came into force last of all that a statement stands on, for one party."""
        facts = set(standing.facts)
        made = self.made[party]
        for fact in sorted(facts & made.keys(), key=_number, reverse=True):
            if facts.issuperset(made[fact].facts):
                return made[fact]
        return None

    def _open(self, standing: Standing) -> Iterator[_Common]:
        """Yield what an open statement has in play."""
        if standing.is_open:
            speaker = standing.statement.speaker
            party = speaker if speaker in self.made else ""
            yield _common(party, standing, Basis.OPEN, NOTHING_AGREED)

    def _changed(self, common: _Common, agreed: dict[_Common, tuple[Span, ...]]) -> str:
        """Return the agreement that was changed after the words, where this is one of those."""
        if self.conversation.facts[common.number - 1].kind not in _AFTER_THE_WORDS:
            return ""
        before = [one for one in agreed if one.party == common.party and one.facts < common.facts]
        if not before:
            return ""
        latest = max(before, key=lambda one: one.number)
        return name_of(self._stand(Form.AGREEMENT, latest, agreed[latest]))

    def _last_put(self, common: _Common) -> str:
        """Return the name of the last terms put among the facts of some words, or ""."""
        puts = [
            put
            for number in sorted(common.facts)
            for put in self.by_number.get(number, ())
            if common.party in (put.party, "")
        ]
        return self._name(puts[-1].party, puts[-1].number) if puts else ""

    def _name(self, party: str, number: int) -> str:
        return step_iri(self.conversation.id, number, self.numbers[party])


def _common(party: str, standing: Standing, basis: Basis, agreement: Agreement) -> _Common:
    facts = frozenset(map(_number, standing.facts))
    return _Common(
        party,
        max(facts, default=0),
        facts,
        standing.terms,
        basis,
        agreement.scope,
        agreement.until,
        tuple(dict.fromkeys(point.doubt for point in standing.open)),
        standing.approved,
    )


def _number(fact: str) -> int:
    return int(fact.rpartition("!")[2])


def _spans(
    standings: Sequence[Standing], stands_on: Callable[[Standing], Iterator[_Common]]
) -> dict[_Common, tuple[Span, ...]]:
    """Return the runs of statements that stand on the same."""
    runs: dict[_Common, list[tuple[int, int]]] = {}
    for at, standing in enumerate(standings):
        for common in stands_on(standing):
            spans = runs.setdefault(common, [])
            if spans and spans[-1][1] == at - 1:
                spans[-1] = (spans[-1][0], at)
            else:
                spans.append((at, at))
    places = [standing.statement.place for standing in standings]
    return {
        common: tuple(Span(places[first], places[last]) for first, last in spans)
        for common, spans in runs.items()
    }


def _order(step: Negotiation) -> tuple[int, bool, int, Place]:
    """Put what was put before what came of it, and that in the order of the talk."""
    return step.fact, step.spans[0].last is not None, step.protected, step.spans[0].first
