"""The talk while it is being folded: whom the terms protect, and what each one's words stand on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.facts import Kind
from groundrules.record.ground import Ground
from groundrules.record.transcript import Role

if TYPE_CHECKING:
    from groundrules.record.facts import Fact
    from groundrules.record.ground import View
    from groundrules.record.transcript import Conversation, Place
    from groundrules.terms.policy import Policy


class Ineffective(NamedTuple):
    """A fact that changed nothing, and why."""

    fact: str
    why: str


class Talk:
    """The state of the terms at one point of one conversation.

    Attributes:
        grounds: for every party but the reporters, what that party's words stand on.
        listeners: those whom promises bind who are there and have not left.
        topic: what the talk is on now; "" where nobody has said.
        ineffective: the facts heard so far that changed nothing.
    """

    def __init__(self, conversation: Conversation, policy: Policy) -> None:
        """Begin with every party on the record."""
        self.policy = policy
        self.parties = {party.id: party for party in conversation.parties}
        self.grounds = {
            party.id: Ground(party, policy)
            for party in conversation.parties
            if not party.is_reporter
        }
        self.listeners = {party.id for party in conversation.parties if party.is_bound}
        self.topic = ""
        self.ineffective: list[Ineffective] = []
        self._views: dict[str, list[View]] = {}

    def views(self, party: str, place: Place, start: int | None) -> list[View]:
        """Return the ground of one party, or of all where "" is given, as seen from a place."""
        views = self._views.get(party)
        if views is None:
            grounds = [self.grounds[party]] if party in self.grounds else self.grounds.values()
            views = [ground.view(place, self.topic, start) for ground in grounds]
            if all(ground.looks_the_same_after(place) for ground in grounds):
                self._views[party] = views
        return views

    def changed_by(self, fact_id: str, why_not: str) -> None:
        """Note that a fact was heard: the views may differ, or else it has changed nothing."""
        self._views.clear()
        if why_not:
            self.ineffective.append(Ineffective(fact_id, why_not))

    def is_bound(self, party: str) -> bool:
        """Tell whether a party is one whom promises bind."""
        return self.parties[party].is_bound

    def is_moderator(self, party: str) -> bool:
        """Tell whether a party leads the talk for the hosts, and speaks for them."""
        return self.parties[party].role is Role.MODERATOR

    def meant(self, fact: Fact) -> list[Ground]:
        """Return the grounds that a fact is about.

        A source speaks for herself alone. What a negotiator puts is for all sides alike, or for
        himself and those whom he asks.
        """
        by = self.parties[fact.by]
        if fact.covers:
            named = fact.covers
        elif by.is_reporter and fact.to:
            named = fact.to
        elif by.is_reporter or self.is_moderator(by.id) or fact.kind is Kind.TERMS_ANNOUNCED:
            named = tuple(self.grounds)
        elif by.is_negotiator:
            named = (by.id, *fact.to) if fact.to else self._sides()
        else:
            named = (by.id,)
        return [self.grounds[party] for party in named if party in self.grounds]

    def asked(self, ground: Ground, fact: Fact) -> set[str]:
        """Return who must accept: whoever was asked, or else everybody on the other side.

        Where reporters listen, two sources agree nothing between them that would bind a reporter.
        Who is bound and puts terms on the words of somebody who is not binds nobody else by it.
        """
        by = self.parties[fact.by]
        if by.is_reporter or (by.is_negotiator and not ground.party.is_negotiator):
            return {ground.party.id}
        others = self.listeners - {by.id} or set(self.parties) - {by.id}
        return set(fact.to) & others or others

    def _sides(self) -> tuple[str, ...]:
        return tuple(party.id for party in self.parties.values() if party.is_negotiator)
