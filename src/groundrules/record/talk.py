"""The talk while it is being folded: whom the terms protect, and what each one's words stand on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.record import answering, proposing
from groundrules.record.facts import Kind
from groundrules.record.ground import Ground
from groundrules.record.transcript import Role

if TYPE_CHECKING:
    from collections.abc import Callable

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
        listeners: the reporters who are there and have not left.
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
        self.listeners = {party.id for party in conversation.parties if party.is_reporter}
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

    def hear(self, fact_id: str, fact: Fact) -> None:
        """Let one fact take effect; note it where it has none."""
        act = _ACTS.get(fact.kind)
        if not act:
            return
        self._views.clear()
        known = fact.by in self.parties
        why = act(self, fact_id, fact) if known else "it cannot be told who said it"
        if why:
            self.ineffective.append(Ineffective(fact_id, why))

    def is_reporter(self, party: str) -> bool:
        """Tell whether a party is one whom promises bind."""
        return self.parties[party].is_reporter

    def is_moderator(self, party: str) -> bool:
        """Tell whether a party leads the talk for the hosts, and speaks for them."""
        return self.parties[party].role is Role.MODERATOR

    def meant(self, fact: Fact) -> list[Ground]:
        """Return the grounds that a fact is about: a source speaks for herself alone."""
        by = self.parties[fact.by]
        if fact.covers:
            named = fact.covers
        elif by.is_reporter and fact.to:
            named = fact.to
        elif by.is_reporter or self.is_moderator(by.id) or fact.kind is Kind.TERMS_ANNOUNCED:
            named = tuple(self.grounds)
        else:
            named = (by.id,)
        return [self.grounds[party] for party in named if party in self.grounds]

    def asked(self, ground: Ground, fact: Fact) -> set[str]:
        """Return who must accept: whoever was asked, or else everybody on the other side."""
        if self.is_reporter(fact.by):
            return {ground.party.id}
        return (set(fact.to) or self.listeners or set(self.parties)) - {fact.by}


def _change_topic(talk: Talk, _fact_id: str, fact: Fact) -> str:
    """Turn to another topic; terms that are limited to one hold only while it lasts."""
    talk.topic = fact.words
    return ""


def _hint(_talk: Talk, _fact_id: str, _fact: Fact) -> str:
    """Hear a hint at secrecy, which is no request."""
    return "a hint asks for nothing, so there was nothing to agree to"


_ACTS: dict[Kind, Callable[[Talk, str, Fact], str]] = {
    Kind.TERMS_ASKED: proposing.propose,
    Kind.TERMS_OFFERED: proposing.propose,
    Kind.TERMS_ASSERTED: proposing.propose,
    Kind.TERMS_ANNOUNCED: proposing.propose,
    Kind.TERMS_DEFINED: proposing.define,
    Kind.TERMS_COUNTERED: proposing.counter,
    Kind.TERMS_AGREED: answering.agree,
    Kind.CONSENT_IMPLIED: answering.stay,
    Kind.TERMS_DECLINED: answering.decline,
    Kind.RETURNED_TO_RECORD: answering.return_to_record,
    Kind.RETURN_ACCEPTED: answering.accept_return,
    Kind.PARTY_LEFT: answering.leave,
    Kind.MARKED_UNCLEAR: answering.mark_unclear,
    Kind.TOPIC_CHANGED: _change_topic,
    Kind.HINT_GIVEN: _hint,
}
"""The kinds that are heard in the talk, each with what it does; it returns why it did nothing.

The kinds that are missing here are about words already spoken: see `afterwards`.
"""
