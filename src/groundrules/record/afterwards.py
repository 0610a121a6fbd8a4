"""What comes after the words: releases, graces, requests too late, approvals, and embargoes ending.

None of it restricts. A release frees a statement, by the source's consent; a grace is the
journalist's own choice and changes no terms; a request about words already spoken is noted.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING

from groundrules.record.agreement import terms_of
from groundrules.record.facts import OF_THE_NEWSROOM, Kind, Proposal
from groundrules.record.ground import status_of
from groundrules.record.standing import Basis
from groundrules.record.talk import Ineffective
from groundrules.record.transcript import AFTERWARDS
from groundrules.terms.conditions import Conditions, Embargo
from groundrules.terms.promise import Terms, strictest

if TYPE_CHECKING:
    from collections.abc import Callable

    from groundrules.record.facts import Fact
    from groundrules.record.standing import Standing
    from groundrules.record.transcript import Conversation
    from groundrules.terms.policy import Policy

    Change = Callable[[Standing], Standing]


def with_later_facts(
    conversation: Conversation,
    policy: Policy,
    standings: list[Standing],
    facts: list[tuple[str, Fact]],
) -> tuple[list[Standing], list[Ineffective]]:
    """Return the standings as they are today, and the later facts that changed nothing."""
    later = _Later(conversation, policy)
    idle = []
    for fact_id, fact in facts:
        change, why = later.change(fact_id, fact)
        if change:
            changed = [change(standing) for standing in standings]
            if changed == standings and not why:
                why = "it is about no statement that it could change"
            standings = changed
        if why:
            idle.append(Ineffective(fact_id, why))
    return standings, idle


class _Later:
    """Reads later facts of one conversation as changes to standings."""

    def __init__(self, conversation: Conversation, policy: Policy) -> None:
        self.conversation = conversation
        self.policy = policy
        self.bound = {party.id for party in conversation.parties if party.is_bound}
        self.protected = {one.id for one in conversation.parties if not one.is_reporter}
        self.parties = {party.id for party in conversation.parties}

    def change(self, fact_id: str, fact: Fact) -> tuple[Change | None, str]:
        """Return what a fact changes, or why it changes nothing; neither for acts of the talk."""
        kind = fact.kind
        if fact.at == AFTERWARDS and kind in _TOO_LATE:
            return self._too_late(fact_id, fact)
        if kind not in _LATER:
            strays = kind in OF_THE_NEWSROOM and fact.by not in self.bound
            return None, _NOT_OF_THE_NEWSROOM if strays else ""
        if fact.by not in self.parties:
            return None, "it cannot be told who did it"
        if kind is Kind.EVENT_HAPPENED:
            return _happened(fact, fact.when or self._end_of_talk()), ""
        if fact.by not in (self.bound if kind is Kind.GRACE_GRANTED else self.protected):
            return None, _WHOSE[kind]
        return _LATER[kind](self, fact_id, fact), ""

    def _too_late(self, fact_id: str, fact: Fact) -> tuple[Change | None, str]:
        if fact.by in self.protected and fact.kind in _REQUESTS:
            return self.retroactive(fact_id, fact), ""
        return None, "no terms reach back: after the words there is only a grace or a release"

    def retroactive(self, fact_id: str, fact: Fact) -> Change:
        """Note a request about words already spoken on every statement that it would restrict."""
        requested = fact.proposal

        def change(standing: Standing) -> Standing:
            mine = standing.statement.speaker == fact.by and self._reaches(fact, standing)
            if not mine:
                return standing
            if requested:
                terms = terms_of(requested, self.policy, standing.terms)
                if strictest(terms, standing.terms) == standing.terms:
                    return standing
            elif standing.is_restricted:
                return standing
            return standing._replace(retroactive=(*standing.retroactive, fact_id))

        return change

    def grace(self, fact_id: str, fact: Fact) -> Change:
        """Note a grace on the statements that it is about; nobody grants one on his own words."""

        def change(standing: Standing) -> Standing:
            own = fact.by in self.protected and standing.statement.speaker == fact.by
            if own or not fact.about(standing.statement.place.turn):
                return standing
            return standing._replace(graces=(*standing.graces, fact_id))

        return change

    def release(self, fact_id: str, fact: Fact) -> Change:
        """Move the source's own statements to freer terms; never to stricter ones."""

        def change(standing: Standing) -> Standing:
            if not self._may_move(fact, standing):
                return standing
            kept = Terms(conditions=Conditions(embargoes=standing.terms.conditions.embargoes))
            terms = terms_of(fact.proposal or Proposal(), self.policy, kept)
            if not terms.rights.allows(standing.terms.rights) or terms == standing.terms:
                return standing
            return standing._replace(
                status=status_of(terms),
                terms=terms,
                basis=Basis.RELEASED,
                facts=(*standing.facts, fact_id),
                open=(),
                spoken=standing.spoken or standing.terms,
                retroactive=(),
            )

        return change

    def approve(self, _fact_id: str, fact: Fact) -> Change:
        """Note that the source has approved quoting her statements."""

        def change(standing: Standing) -> Standing:
            return standing._replace(approved=True) if self._may_move(fact, standing) else standing

        return change

    def lift(self, fact_id: str, fact: Fact) -> Change:
        """Take away the embargoes that those who set them lift; a negotiator's, on his words."""
        event = fact.words.casefold()

        def change(standing: Standing) -> Standing:
            if fact.by in self.bound and standing.statement.speaker != fact.by:
                return standing
            embargoes = standing.terms.conditions.embargoes
            left = frozenset(one for one in embargoes if event and one.event.casefold() != event)
            if left == embargoes:
                return standing
            changed = _with_embargoes(standing, left)
            return changed._replace(facts=(*standing.facts, fact_id))

        return change

    def _may_move(self, fact: Fact, standing: Standing) -> bool:
        mine = standing.statement.speaker == fact.by
        return mine and fact.about(standing.statement.place.turn) and self._reaches(fact, standing)

    def _reaches(self, fact: Fact, standing: Standing) -> bool:
        """Tell whether the words were spoken before the fact, and are among those it names."""
        place = standing.statement.place
        named = not fact.turns or fact.about(place.turn)
        return named and (fact.at == AFTERWARDS or place <= fact.at)

    def _end_of_talk(self) -> datetime | None:
        """Return an instant by which the talk was surely over, or None where no day is known."""
        day = self.conversation.date
        if day is None:
            return None
        if isinstance(day, datetime):
            return day
        latest_zone = timezone(timedelta(hours=-12))
        return (datetime.combine(day, time.min, latest_zone) + timedelta(days=1)).astimezone(UTC)


def _happened(fact: Fact, when: datetime | None) -> Change:
    event = fact.words.casefold()

    def change(standing: Standing) -> Standing:
        embargoes = standing.terms.conditions.embargoes
        passed = frozenset(
            Embargo(when, one.event) if one.event.casefold() == event else one for one in embargoes
        )
        return standing if passed == embargoes else _with_embargoes(standing, passed)

    return change


def _with_embargoes(standing: Standing, embargoes: frozenset[Embargo]) -> Standing:
    conditions = standing.terms.conditions._replace(embargoes=embargoes)
    return standing._replace(terms=standing.terms._replace(conditions=conditions))


_REQUESTS = frozenset({Kind.TERMS_ASKED, Kind.TERMS_ASSERTED})
_TOO_LATE = _REQUESTS | {
    Kind.TERMS_OFFERED,
    Kind.TERMS_ANNOUNCED,
    Kind.TERMS_DEFINED,
    Kind.TERMS_COUNTERED,
    Kind.TERMS_AGREED,
    Kind.CONSENT_IMPLIED,
}

_LATER: dict[Kind, Callable[[_Later, str, Fact], Change]] = {
    Kind.RETROACTIVE_REQUESTED: _Later.retroactive,
    Kind.GRACE_GRANTED: _Later.grace,
    Kind.STATEMENT_RELEASED: _Later.release,
    Kind.QUOTATION_APPROVED: _Later.approve,
    Kind.EMBARGO_LIFTED: _Later.lift,
    Kind.EVENT_HAPPENED: _Later.lift,
}

FREEING_LATER = frozenset(
    {Kind.GRACE_GRANTED, Kind.STATEMENT_RELEASED, Kind.QUOTATION_APPROVED, Kind.EMBARGO_LIFTED}
)
"""What lets more be published than before, from its instant on."""

_NOT_OF_THE_NEWSROOM = "only somebody whom promises bind can record what a newsroom does"

_WHOSE = {
    Kind.RETROACTIVE_REQUESTED: "only somebody whose words are meant can ask for them back",
    Kind.GRACE_GRANTED: "only somebody whom promises bind can grant a grace",
    Kind.STATEMENT_RELEASED: "a release is the source's to give",
    Kind.QUOTATION_APPROVED: "an approval is the source's to give",
    Kind.EMBARGO_LIFTED: "an embargo is lifted by those who set it",
}
