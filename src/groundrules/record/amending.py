"""Amending a proposal before it is confirmed: what it may be turned into, and what it lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.facts import Proposal
from groundrules.record.notation.verbs import VERBS, Need
from groundrules.terms.rights import AXES

if TYPE_CHECKING:
    from groundrules.record.facts import Fact, Kind
    from groundrules.terms.rights import Axis

NO_TERMS = Proposal()


def kinds_for(fact: Fact) -> tuple[Kind, ...]:
    """Return the kinds that an act of the talk may be: those whose needs it has, its own first.

    An act that names no turns, for instance, can be no grace.
    """
    others = (
        kind
        for kind, verb in VERBS.items()
        if kind is not fact.kind
        and not verb.later
        and (verb.words is not Need.MUST or fact.words)
        and (verb.turns is not Need.MUST or fact.turns)
    )
    return (fact.kind, *others)


def with_kind(fact: Fact, kind: Kind) -> Fact:
    """Return the act as one of another kind, without what that kind does not take."""
    verb = VERBS[kind]
    proposal = fact.proposal if verb.terms is not Need.NO else None
    if proposal and not verb.limits:
        proposal = proposal._replace(scope="", until=None)
    return with_terms(
        fact._replace(
            kind=kind,
            covers=fact.covers if verb.parties else (),
            to=fact.to if verb.parties else (),
            turns=fact.turns if verb.turns is not Need.NO else (),
            when=fact.when if verb.when else None,
        ),
        proposal or NO_TERMS,
    )


def with_terms(fact: Fact, proposal: Proposal) -> Fact:
    """Return the act with these terms; with none, where only a limit is left of them."""
    return fact._replace(proposal=proposal if _names_terms(proposal) else None)


def with_right(proposal: Proposal, axis: str, permission: Axis | None) -> Proposal:
    """Return terms that name this permission on an axis, or with None nothing on it."""
    named = {**dict(proposal.changes), axis: permission}
    changes = ((name, named[name]) for name in AXES if name in named)
    return proposal._replace(changes=tuple((name, right) for name, right in changes if right))


def by_another(fact: Fact, party: str) -> Fact:
    """Return the act as done by another party, who then is not asked by it."""
    return fact._replace(by=party, to=tuple(one for one in fact.to if one != party))


def takes_terms(fact: Fact) -> bool:
    """Tell whether an act of this kind may name terms."""
    return VERBS[fact.kind].terms is not Need.NO


def lacks_terms(fact: Fact) -> bool:
    """Tell whether an act of this kind must name terms, and names none."""
    return VERBS[fact.kind].terms is Need.MUST and fact.proposal is None


def _names_terms(proposal: Proposal) -> bool:
    return proposal._replace(scope="", until=None) != NO_TERMS
