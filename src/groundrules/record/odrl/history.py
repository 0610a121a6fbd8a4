"""The steps of a conversation's negotiations, in order: what was put, and what came into force."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.acts import hear
from groundrules.record.agreement import terms_of
from groundrules.record.facts import PROPOSALS
from groundrules.record.standing import Basis
from groundrules.record.talk import Talk
from groundrules.record.transcript import AFTERWARDS

if TYPE_CHECKING:
    from groundrules.record.agreement import Agreement
    from groundrules.record.facts import Fact
    from groundrules.record.transcript import Conversation
    from groundrules.terms.policy import Policy
    from groundrules.terms.promise import Terms


class Put(NamedTuple):
    """Terms that were put for one party's words.

    Attributes:
        party: the id of the party whose words are meant.
        number: the number of the fact, counted from 1.
        terms: what they would promise, with what rides on from before.
        scope: the topic to which they would be limited, or "".
        until: milliseconds into the recording at which they would end, or None.
        revises: the number of the fact that put the terms which waited until then; 0 for none.
    """

    party: str
    number: int
    fact: Fact
    terms: Terms
    scope: str
    until: int | None
    revises: int


class History(NamedTuple):
    """Everything that was put, and everything that came into force.

    Attributes:
        puts: in order.
        made: party to the id of the fact by which something came into force, to what did.
    """

    puts: tuple[Put, ...]
    made: dict[str, dict[str, Agreement]]


def history(conversation: Conversation, policy: Policy) -> History:
    """Return the steps of a conversation, read off the fold itself as it hears each fact."""
    talk = Talk(conversation, policy)
    puts: list[Put] = []
    last: dict[str, int] = {}
    made: dict[str, dict[str, Agreement]] = {party: {} for party in talk.grounds}
    for number, fact in _in_talk(conversation):
        grounds = talk.grounds.items()
        waiting = {party: last[party] for party, ground in grounds if ground.pending}
        before = {party: ground.layers[-1] for party, ground in grounds}
        name = f"{conversation.id}!{number}"
        hear(talk, name, fact)
        if fact.kind in PROPOSALS:
            found = _puts(talk, (name, number, fact), waiting)
            last |= {put.party: put.number for put in found}
            puts += found
        for party, ground in grounds:
            latest = ground.layers[-1]
            if latest is not before[party] and latest.basis is not Basis.DEFAULT:
                made[party][name] = latest
    return History(tuple(puts), made)


def _in_talk(conversation: Conversation) -> list[tuple[int, Fact]]:
    """Return the facts of the talk with their numbers, in the order in which they are heard."""
    numbered = enumerate(conversation.facts, 1)
    heard = [(number, fact) for number, fact in numbered if fact.at != AFTERWARDS]
    return sorted(heard, key=lambda one: one[1].at)


def _puts(talk: Talk, heard: tuple[str, int, Fact], waiting: dict[str, int]) -> list[Put]:
    """Return what a fact has put, for each party of whom it waits for an answer now."""
    name, number, fact = heard
    found = []
    for party, ground in talk.grounds.items():
        if ground.pending and ground.pending.facts[-1] == name:
            proposal = ground.pending.proposal
            terms = terms_of(proposal, talk.policy, ground.current)
            limits = proposal.scope, proposal.until
            found.append(Put(party, number, fact, terms, *limits, waiting.get(party, 0)))
    return found
