"""The ground one party's words stand on at a point of the talk: agreements, proposals, doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.agreement import NOTHING_AGREED, Agreement, Pending, adopted, in_play
from groundrules.record.facts import Kind
from groundrules.record.standing import OPEN, Basis, Doubt, OpenPoint
from groundrules.terms.conditions import Conditions
from groundrules.terms.levels import Level
from groundrules.terms.promise import ON_THE_RECORD, Terms, strictest
from groundrules.terms.rights import Attribute, Publish

if TYPE_CHECKING:
    from groundrules.record.transcript import Party, Place
    from groundrules.terms.policy import Policy


class View(NamedTuple):
    """What the ground looks like from one place: the terms to keep, and why."""

    status: str
    terms: Terms
    basis: Basis
    facts: tuple[str, ...]
    doubts: tuple[OpenPoint, ...]


class Ground:
    """The state of the terms for one party's words. It belongs to one fold of one conversation."""

    def __init__(self, party: Party, policy: Policy) -> None:
        """Begin on the record: nothing is carried over from another conversation."""
        self.party = party
        self.policy = policy
        self.layers: list[Agreement] = [NOTHING_AGREED]
        self.pending: Pending | None = None
        self.defined_by_one: Pending | None = None
        self.returning = ""
        self.unclear = ""

    def in_force(self, topic: str, start: int | None) -> Agreement:
        """Return the agreement that holds for a topic at an instant of the recording.

        Where the topic is not known, or the turn has no time, a limited agreement is taken to
        hold: what is unclear is protected.
        """
        holding = (layer for layer in reversed(self.layers) if layer.holds(topic, start))
        return next(holding, NOTHING_AGREED)

    @property
    def current(self) -> Terms:
        """Return the terms in force, leaving limits of topic and time aside."""
        return self.layers[-1].terms

    @property
    def is_settled_on_record(self) -> bool:
        """Tell whether there is nothing to return from."""
        waiting = self.pending or self.unclear
        return not waiting and len(self.layers) == 1 and self.current.level is _ON_THE_RECORD

    def settle(self, basis: Basis) -> None:
        """Put the pending proposal in force, from here on. A limited one lies over the others."""
        assert self.pending  # noqa: S101 - the timeline settles only what waits
        pending = self.pending
        self._adopt(pending, basis, self.layers)
        self.restore()
        self.defined_by_one = pending if pending.definer else None

    def confirm(self, fact: str) -> None:
        """Take the meaning that one side gave, and the other now accepts, as what was agreed."""
        assert self.defined_by_one  # noqa: S101 - the timeline confirms only what was defined
        pending = self.defined_by_one
        pending.definer, pending.asked = "", None
        pending.facts.append(fact)
        self._adopt(pending, self.layers[-1].basis, self.layers[:-1])
        self.defined_by_one = None

    def _adopt(self, pending: Pending, basis: Basis, below: list[Agreement]) -> None:
        current = below[-1] if below else NOTHING_AGREED
        agreement = adopted(pending, self.policy, current, basis)
        limited = agreement.scope or agreement.until is not None
        self.layers = [*(below if limited else []), agreement]

    def restore(self) -> None:
        """Drop what waits for an answer: what was in force goes on."""
        self.pending, self.returning, self.unclear = None, "", ""
        self.defined_by_one = None

    def return_to_record(self, fact: str) -> None:
        """Go back on the record from here on. An embargo limits when, not who: it stays agreed."""
        embargoes = self.current.conditions.embargoes
        back = Terms(conditions=Conditions(embargoes=embargoes)) if embargoes else ON_THE_RECORD
        basis = Basis.AGREED if embargoes else Basis.DEFAULT
        self.layers = [Agreement(back, basis, (fact,))]
        self.restore()

    def view(self, place: Place, topic: str, start: int | None) -> View:
        """Return the ground as it is for words spoken at a place."""
        agreement = self.in_force(topic, start)
        pending = self.pending
        if pending and pending.opened == place and pending.is_bare_at_its_own_place:
            pending = None
        if pending or self.unclear:
            return self._open_view(agreement, pending, start)
        terms = self._described(agreement.terms)
        doubts = tuple(self._standing_doubts(agreement, terms, start))
        return View(status_of(terms), terms, agreement.basis, agreement.facts, doubts)

    def looks_the_same_after(self, place: Place) -> bool:
        """Tell whether every place behind this one has the same view, until a fact is heard."""
        is_timed = any(layer.until is not None for layer in self.layers)
        return not is_timed and not (self.pending and self.pending.opened == place)

    def _open_view(self, agreement: Agreement, pending: Pending | None, start: int | None) -> View:
        terms = agreement.terms
        facts = list(agreement.facts)
        doubts: list[OpenPoint] = []
        if pending:
            terms = in_play(pending, self.policy, terms)
            facts += pending.facts
            doubts.append(_doubt_about(pending))
        if self.unclear:
            sealed = Terms(Level.OFF_THE_RECORD, self.policy.rights(Level.OFF_THE_RECORD))
            terms = strictest(terms, sealed)
            facts.append(self.unclear)
            doubts.append(OpenPoint(Doubt.UNCLEAR, (self.unclear,), _MESSAGES[Doubt.UNCLEAR]))
        terms = self._described(terms)
        doubts += self._standing_doubts(agreement, terms, start)
        return View(OPEN, terms, Basis.OPEN, tuple(dict.fromkeys(facts)), tuple(doubts))

    def _described(self, terms: Terms) -> Terms:
        """Fill in the party's usual description where the terms want one and name none."""
        conditions = terms.conditions
        wanted = terms.rights.attribute is Attribute.DESCRIPTION
        if not (wanted and conditions.descriptions is None and self.party.description):
            return terms
        return Terms(
            terms.level,
            terms.rights,
            conditions._replace(descriptions=frozenset({self.party.description})),
        )

    def _standing_doubts(
        self, agreement: Agreement, terms: Terms, start: int | None
    ) -> list[OpenPoint]:
        doubts = []
        if agreement.unconfirmed:
            doubts.append(Doubt.UNCONFIRMED_DEFINITION)
        elif not agreement.defined:
            doubts.append(Doubt.UNDEFINED)
        if agreement.until is not None and start is None:
            doubts.append(Doubt.UNTIMED)
        if terms.rights.attribute is Attribute.DESCRIPTION and not terms.conditions.descriptions:
            doubts.append(Doubt.NO_DESCRIPTION)
        return [OpenPoint(doubt, agreement.facts, _MESSAGES[doubt]) for doubt in doubts]


def status_of(terms: Terms) -> str:
    """Return the level that terms amount to; those in plain words take the nearest level's name."""
    if terms.level is not Level.PLAIN_WORDS:
        return terms.level.value
    if terms.rights.publish is not Publish.YES:
        return Level.OFF_THE_RECORD.value
    return _NEAREST[terms.rights.attribute].value


_ON_THE_RECORD = Level.ON_THE_RECORD

_NEAREST = {
    Attribute.NAME: Level.ON_THE_RECORD,
    Attribute.DESCRIPTION: Level.NOT_FOR_ATTRIBUTION,
    Attribute.INSTITUTION: Level.BACKGROUND,
    Attribute.NONE: Level.DEEP_BACKGROUND,
}


def _doubt_about(pending: Pending) -> OpenPoint:
    if pending.unclear:
        doubt = Doubt.UNCLEAR
    elif pending.refused:
        doubt = Doubt.REFUSED_BY_SOME
    elif pending.kind is Kind.TERMS_ASSERTED:
        doubt = Doubt.ASSERTED
    else:
        doubt = Doubt.UNANSWERED
    return OpenPoint(doubt, tuple(pending.facts), _MESSAGES[doubt])


_MESSAGES = {
    Doubt.UNANSWERED: "terms were put and nobody has answered",
    Doubt.ASSERTED: "terms were stated as if in force, and the other side did not agree",
    Doubt.REFUSED_BY_SOME: "somebody who heard it refused the terms and stayed",
    Doubt.UNCLEAR: "what was said about the terms cannot be read either way",
    Doubt.UNKNOWN_SPEAKER: "it cannot be told who spoke",
    Doubt.UNTIMED: "the terms end at a time of the recording, and the turn has none",
    Doubt.UNDEFINED: "a level was agreed by its name, and nobody said what it means",
    Doubt.UNCONFIRMED_DEFINITION: "one side said what the level means, and the other never agreed",
    Doubt.NO_DESCRIPTION: "the terms call for a description, and none was agreed",
}

UNKNOWN_SPEAKER = OpenPoint(Doubt.UNKNOWN_SPEAKER, (), _MESSAGES[Doubt.UNKNOWN_SPEAKER])
"""The doubt about words of which it cannot be told who spoke them."""
