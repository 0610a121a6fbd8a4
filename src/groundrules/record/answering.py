"""Answering: to agree, stay, decline, return to the record, leave, or be unclear.

Only these can settle terms, and only an answer by somebody who was asked does: it takes two.
Each act returns why it changed nothing, or "" where it did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.facts import Kind
from groundrules.record.standing import Basis

if TYPE_CHECKING:
    from collections.abc import Callable

    from groundrules.record.agreement import Pending
    from groundrules.record.facts import Fact
    from groundrules.record.ground import Ground
    from groundrules.record.talk import Talk

    Answer = Callable[[Ground, str, str], bool]


def agree(talk: Talk, fact_id: str, fact: Fact) -> str:
    """Accept what awaits this party; it holds from this part of the talk on."""
    return _answer(talk, fact_id, fact, _agree_on)


def stay(talk: Talk, fact_id: str, fact: Fact) -> str:
    """Stay after terms were announced to all: consent to them, and to nothing else."""
    return _answer(talk, fact_id, fact, _stay_on)


def decline(talk: Talk, fact_id: str, fact: Fact) -> str:
    """Refuse: what was in force goes on, unless others have accepted and this party stays."""
    return _answer(talk, fact_id, fact, _decline_on)


def return_to_record(talk: Talk, fact_id: str, fact: Fact) -> str:
    """Go back on the record: at once for one's own words, for another's when they go along.

    A reporter has no words of his own; a negotiator's return frees his, and asks for the others'.

    Whoever has put terms that nobody answered, and goes back, has withdrawn them.
    """
    grounds = [ground for ground in talk.meant(fact) if not ground.is_settled_on_record]
    for ground in grounds:
        if ground.party.id == fact.by:
            ground.return_to_record(fact_id)
            continue
        if ground.pending and ground.pending.by == fact.by:
            ground.restore()
        if not ground.is_settled_on_record:
            ground.returning = fact_id
    return "" if grounds else "the talk was on the record already"


def accept_return(talk: Talk, fact_id: str, fact: Fact) -> str:
    """Go along with a return that somebody else asked for."""
    ground = talk.grounds.get(fact.by)
    if not ground or not ground.returning:
        return "nobody had asked this party to go back on the record"
    ground.return_to_record(fact_id)
    return ""


def leave(talk: Talk, fact_id: str, fact: Fact) -> str:
    """Leave: who is gone need not answer any more."""
    talk.listeners.discard(fact.by)
    for ground in talk.grounds.values():
        pending = ground.pending
        if pending and fact.by in pending.waiting | pending.refused:
            pending.facts.append(fact_id)
            pending.waiting.discard(fact.by)
            pending.refused.discard(fact.by)
            if _is_own(ground, fact.by):
                ground.restore()
            elif pending.accepted:
                _settle_if_complete(ground, pending, Basis.AGREED)
            elif not pending.waiting | pending.refused:
                ground.restore()
    return ""


def mark_unclear(talk: Talk, fact_id: str, fact: Fact) -> str:
    """Keep that what was said about the terms cannot be read either way."""
    for ground in talk.meant(fact):
        if ground.pending:
            ground.pending.facts.append(fact_id)
            ground.pending.unclear = True
        else:
            ground.unclear = fact_id
    return ""


def _answer(talk: Talk, fact_id: str, fact: Fact, answer: Answer) -> str:
    meant = talk.meant(fact) if fact.covers else list(talk.grounds.values())
    done = [answer(ground, fact_id, _answers_as(talk, ground, fact)) for ground in meant]
    return "" if any(done) else "nothing awaited this party's answer"


def _answers_as(talk: Talk, ground: Ground, fact: Fact) -> str:
    """Return for whom an answer counts: a moderator's yes or no to an offer is the hosts'.

    A negotiator answers for himself: whoever leads the talk leads it for no side.
    """
    pending = ground.pending
    asked_hosts = pending and pending.waiting == {ground.party.id}
    for_hosts = asked_hosts and talk.is_moderator(fact.by) and not ground.party.is_negotiator
    return ground.party.id if for_hosts else fact.by


def _agree_on(ground: Ground, fact_id: str, by: str) -> bool:
    pending = ground.pending
    if pending:
        return _accept(ground, pending, (fact_id, by), Basis.AGREED)
    if ground.returning and by == ground.party.id:
        ground.return_to_record(fact_id)
        return True
    defined = ground.defined_by_one
    if defined and by != defined.definer and by in defined.waiting:
        ground.confirm(fact_id)
        return True
    return False


def _stay_on(ground: Ground, fact_id: str, by: str) -> bool:
    pending = ground.pending
    if not pending or pending.kind is not Kind.TERMS_ANNOUNCED:
        return False
    return _accept(ground, pending, (fact_id, by), Basis.IMPLIED)


def _accept(ground: Ground, pending: Pending, heard: tuple[str, str], basis: Basis) -> bool:
    fact_id, by = heard
    if by == pending.definer and len(pending.waiting) == 1:
        # Asked, defined and agreed by one side in one breath: the level is agreed to by both,
        # its meaning by one. `waiting` keeps whose yes to the meaning is missing.
        pending.facts.append(fact_id)
        ground.settle(basis)
        return True
    if by not in pending.waiting | pending.refused:
        return False
    pending.waiting.discard(by)
    pending.refused.discard(by)
    pending.accepted.add(by)
    pending.facts.append(fact_id)
    if not pending.waiting:
        pending.asked, pending.definer = None, ""
    _settle_if_complete(ground, pending, basis)
    return True


def _settle_if_complete(ground: Ground, pending: Pending, basis: Basis) -> None:
    if not pending.waiting and not pending.refused:
        ground.settle(basis)


def _is_own(ground: Ground, by: str) -> bool:
    """Tell whether a side refuses terms on its own words: those of others may still be agreed."""
    return ground.party.is_negotiator and ground.party.id == by


def _decline_on(ground: Ground, fact_id: str, by: str) -> bool:
    pending = ground.pending
    if pending and by in pending.waiting:
        pending.facts.append(fact_id)
        pending.waiting.discard(by)
        pending.refused.add(by)
        if _is_own(ground, by) or not (pending.waiting or pending.accepted):
            ground.restore()
    elif pending and by == pending.by:
        ground.restore()
    elif ground.returning and by == ground.party.id:
        ground.returning = ""
    else:
        return False
    return True
