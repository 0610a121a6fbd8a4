"""Putting terms: to ask, offer, assert, announce, define and counter. None of it agrees anything.

Each act returns why it changed nothing, or "" where it did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record import answering
from groundrules.record.agreement import Pending, amended, terms_of
from groundrules.record.facts import Kind, Proposal
from groundrules.terms.levels import Level
from groundrules.terms.promise import strictest

if TYPE_CHECKING:
    from groundrules.record.facts import Fact
    from groundrules.record.ground import Ground
    from groundrules.record.talk import Talk

_TO_THE_RECORD = Proposal(level=Level.ON_THE_RECORD)


def propose(talk: Talk, fact_id: str, fact: Fact) -> str:
    """Put terms to the other side: an ask, an offer, an assertion or an announcement."""
    proposal = fact.proposal or Proposal()
    if proposal == _TO_THE_RECORD:
        return answering.return_to_record(talk, fact_id, fact)
    announced_by_listener = fact.kind is Kind.TERMS_ANNOUNCED and talk.is_bound(fact.by)
    kind = Kind.TERMS_OFFERED if announced_by_listener else fact.kind
    done = [_open(talk, ground, (fact_id, fact), proposal, kind) for ground in talk.meant(fact)]
    return "" if any(done) else "these terms are in force already"


def define(talk: Talk, fact_id: str, fact: Fact) -> str:
    """Say what a level means; from the side that was asked, it waits for a yes."""
    proposal = fact.proposal or Proposal()
    done = [_define_on(talk, ground, (fact_id, fact), proposal) for ground in talk.meant(fact)]
    return "" if any(done) else "there were no terms to define"


def counter(talk: Talk, fact_id: str, fact: Fact) -> str:
    """Answer with other terms: they replace those that were put, and await the other side."""
    proposal = fact.proposal or Proposal()
    meant = talk.meant(fact)
    if proposal == _TO_THE_RECORD:
        refused = talk.is_bound(fact.by) and any(ground.pending for ground in meant)
        answer = answering.decline if refused else answering.return_to_record
        return answer(talk, fact_id, fact)
    for ground in meant:
        pending = ground.pending
        if pending:
            pending.facts.append(fact_id)
            terms = amended(pending.proposal, proposal)
            pending.put_again(terms, fact.by, talk.asked(ground, fact))
        else:
            _open(talk, ground, (fact_id, fact), proposal, Kind.TERMS_OFFERED)
    return ""


def _open(
    talk: Talk, ground: Ground, heard: tuple[str, Fact], proposal: Proposal, kind: Kind
) -> bool:
    """Let a proposal wait for its answer, in the place of one that waits already."""
    fact_id, fact = heard
    if not ground.pending and _adds_nothing(talk, ground, proposal):
        return False
    opened = ground.pending.opened if ground.pending else fact.at
    ground.defined_by_one, ground.returning = None, ""
    ground.pending = Pending(proposal, kind, fact.by, opened, talk.asked(ground, fact), [fact_id])
    return True


def _adds_nothing(talk: Talk, ground: Ground, proposal: Proposal) -> bool:
    """Tell whether somebody only repeats the terms that are in force.

    Terms without a limit widen those that have one; and who says what a level means, where it was
    agreed by its name alone, adds the meaning, even if it is the one that the policy gives.
    """
    in_force = ground.layers[-1]
    limits = (proposal.scope, proposal.until, in_force.scope, in_force.until)
    if any(limit not in {"", None} for limit in limits):
        return False
    if proposal.changes and not in_force.defined:
        return False
    proposed = terms_of(proposal, talk.policy, ground.current)
    same_level = proposed.level is ground.current.level
    return same_level and strictest(proposed, ground.current) == ground.current


def _define_on(talk: Talk, ground: Ground, heard: tuple[str, Fact], proposal: Proposal) -> bool:
    fact_id, fact = heard
    pending = ground.pending
    if not pending:
        if ground.is_settled_on_record and proposal.level is None:
            return False
        return _open(talk, ground, heard, proposal, Kind.TERMS_OFFERED)
    pending.facts.append(fact_id)
    if fact.by in pending.waiting:
        asked = pending.proposal
        others = (pending.waiting - {fact.by}) | {pending.by}
        pending.put_again(amended(asked, proposal), fact.by, others)
        pending.asked, pending.definer = asked, fact.by
    else:
        pending.proposal = amended(pending.proposal, proposal)
    return True
