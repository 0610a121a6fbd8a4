"""Agreements and proposals: what is in force for somebody's words, and what awaits an answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.facts import Kind, Proposal
from groundrules.record.standing import Basis
from groundrules.terms.conditions import Conditions
from groundrules.terms.levels import Level
from groundrules.terms.promise import ON_THE_RECORD, Terms, strictest

if TYPE_CHECKING:
    from groundrules.record.transcript import Place
    from groundrules.terms.policy import Policy


class Agreement(NamedTuple):
    """Terms that are in force.

    Attributes:
        facts: the ids of the facts because of which, in order.
        scope: the topic to which they are limited; "" where they are not.
        until: milliseconds into the recording at which they end; None where they do not.
        defined: what the level means was put in words and accepted.
        unconfirmed: one side said what it means, and the other never said yes to that.
    """

    terms: Terms
    basis: Basis
    facts: tuple[str, ...] = ()
    scope: str = ""
    until: int | None = None
    defined: bool = True
    unconfirmed: bool = False

    def holds(self, topic: str, start: int | None) -> bool:
        """Tell whether it holds for a topic at an instant, in milliseconds of the recording."""
        on_topic = not (self.scope and topic) or self.scope == topic
        return on_topic and (self.until is None or start is None or start < self.until)


NOTHING_AGREED = Agreement(ON_THE_RECORD, Basis.DEFAULT)
"""Law 1: on the record until agreed."""


@dataclass(slots=True)
class Pending:
    """A proposal that waits for an answer. Only the timeline changes it.

    Attributes:
        proposal: the terms as they were put last.
        asked: the terms as they were put before the side that was asked defined them.
        kind: the kind of fact that opened it.
        by: who put it last; never among those who may accept it.
        opened: where it was opened.
        waiting: who has still to accept.
        accepted: who has accepted.
        refused: who has refused and is still there.
        unclear: an answer came that cannot be read either way.
        definer: who was asked and answered with a definition that nobody has accepted.
    """

    proposal: Proposal
    kind: Kind
    by: str
    opened: Place
    waiting: set[str]
    facts: list[str]
    asked: Proposal | None = None
    accepted: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)
    unclear: bool = False
    definer: str = ""

    def put_again(self, proposal: Proposal, by: str, waiting: set[str]) -> None:
        """Replace the terms: whoever had accepted the earlier ones has not accepted these."""
        self.proposal, self.by, self.waiting = proposal, by, waiting
        self.accepted, self.refused, self.asked, self.definer = set(), set(), None, ""

    @property
    def is_bare_at_its_own_place(self) -> bool:
        """Tell whether the words that put it disclose nothing: an assertion is made to disclose."""
        return self.kind is not Kind.TERMS_ASSERTED


def amended(base: Proposal, by: Proposal) -> Proposal:
    """Return a proposal with what a later one names put over it; a new level begins anew."""
    if by.level is not None and by.level is not base.level:
        base = base._replace(level=by.level, changes=())
    return Proposal(
        level=base.level,
        changes=tuple({**dict(base.changes), **dict(by.changes)}.items()),
        descriptions=by.descriptions or base.descriptions,
        quote_approval=by.quote_approval or base.quote_approval,
        embargo=by.embargo or base.embargo,
        delete_by=by.delete_by or base.delete_by,
        tell=by.tell or base.tell,
        scope=by.scope or base.scope,
        until=base.until if by.until is None else by.until,
    )


def terms_of(proposal: Proposal, policy: Policy, current: Terms) -> Terms:
    """Return what a proposal would promise under a policy.

    Conditions that are agreed already ride on, where the proposal does not name its own. A
    proposal that names no level keeps the current one.
    """
    level = proposal.level or (
        Level.PLAIN_WORDS
        if proposal.changes and current.level is Level.ON_THE_RECORD
        else current.level
    )
    rights = current.rights if proposal.level is None else policy.rights(level)
    now = current.conditions
    return Terms(
        level,
        rights.changed(dict(proposal.changes)),
        Conditions(
            descriptions=frozenset(proposal.descriptions) or now.descriptions,
            quote_approval=proposal.quote_approval or now.quote_approval,
            embargoes=frozenset({proposal.embargo}) if proposal.embargo else now.embargoes,
            delete_by=proposal.delete_by or now.delete_by,
            tell=frozenset(proposal.tell) or now.tell,
        ),
    )


def in_play(pending: Pending, policy: Policy, current: Terms) -> Terms:
    """Return the strictest reading of an unanswered proposal: what is unclear is protected."""
    terms = [current, terms_of(pending.proposal, policy, current)]
    if pending.asked:
        terms.append(terms_of(pending.asked, policy, current))
    return strictest(*terms)


def adopted(pending: Pending, policy: Policy, current: Agreement, basis: Basis) -> Agreement:
    """Return the agreement that a fully accepted proposal makes.

    Where the side that was asked said what the level means and agreed in the same breath, both
    have agreed to the level and only one to the meaning: the strictest reading of both holds.
    """
    proposal = pending.proposal
    terms = terms_of(proposal, policy, current.terms)
    if pending.definer and pending.asked:
        terms = strictest(terms_of(pending.asked, policy, current.terms), terms)
    kept = proposal.level is None and current.defined
    defined = kept or bool(proposal.changes) or proposal.level in _SELF_EXPLANATORY
    return Agreement(
        terms,
        basis,
        tuple(pending.facts),
        proposal.scope,
        proposal.until,
        defined=defined,
        unconfirmed=bool(pending.definer),
    )


_SELF_EXPLANATORY = frozenset({Level.ON_THE_RECORD, Level.PLAIN_WORDS})
