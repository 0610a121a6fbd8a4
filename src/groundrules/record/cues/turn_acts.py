"""Turn acts: what the words of one turn do, the answer to what awaits one put before all else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.cues.asides import asides
from groundrules.record.cues.clauses import sentences
from groundrules.record.cues.cue import Cue, Waiting
from groundrules.record.cues.granting import granted
from groundrules.record.cues.negatives import how_put
from groundrules.record.cues.plain import plain
from groundrules.record.cues.plain_asks import plain_ask, taken_back
from groundrules.record.cues.reader import read_turn
from groundrules.record.cues.replies import Put, answers, reply_in
from groundrules.record.cues.returning import by_name, taken_up
from groundrules.record.facts import PROPOSALS, Kind, Proposal
from groundrules.terms.levels import Level

if TYPE_CHECKING:
    from groundrules.record.cues.listening import Awaited
    from groundrules.record.cues.plain import Plain


def acts_of(text: str, awaited: Awaited, *, by_reporter: bool) -> tuple[Cue, ...]:
    """Return the acts of the words of one speaker, an answer to what awaits one among them."""
    read = plain(text)
    passed = awaited.waiting in (Waiting.OWN, Waiting.RETROACTIVE)
    waiting = awaited.waiting if passed else Waiting.NOTHING
    told = awaited.told_before
    free = read_turn(text, by_reporter=by_reporter, waiting=waiting, told_before=told)
    answer = _answer(read, awaited, by_reporter=by_reporter)
    if not answer and awaited.on_terms and not awaited.put:
        answer = _back_by_name(read, free, by_reporter=by_reporter)
    if answer:
        return _with_answer(answer, free)
    if awaited.waiting is Waiting.RETROACTIVE and how_put(awaited.words):
        free = tuple(cue for cue in free if cue.kind is not Kind.TERMS_DECLINED)
    if by_reporter and awaited.waiting is Waiting.OWN:
        return tuple(_as_meaning(cue) for cue in free)
    if not by_reporter:
        free = _with_plain_words(read, free, awaited)
    if awaited.put:
        return tuple(_as_counter(cue, awaited.put) for cue in free if cue.kind not in _MEANINGS)
    return free if by_reporter or awaited.on_terms else _with_asides(read, free)


def _with_answer(answer: tuple[Cue, ...], free: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """Return an answer with what else the turn does behind it."""
    end = answer[-1].end
    rest = [cue for cue in free if cue.start >= end or cue.kind not in _INSTEAD]
    if answer[-1].kind is Kind.TERMS_DECLINED:
        rest = [cue for cue in rest if cue.proposal != _ON_THE_RECORD]
    return tuple(sorted((*answer, *rest), key=lambda cue: (cue.start, cue.end)))


def _back_by_name(read: Plain, free: tuple[Cue, ...], *, by_reporter: bool) -> tuple[Cue, ...]:
    """Return the way back to the record by a name, where no other words go there."""
    back = by_name(read, by_reporter=by_reporter)
    known = any(cue.kind is Kind.RETURNED_TO_RECORD for cue in free)
    return (back,) if back and not known else ()


def _with_plain_words(read: Plain, free: tuple[Cue, ...], awaited: Awaited) -> tuple[Cue, ...]:
    """Return a source's acts, or the request in other words where none was read."""
    if any(cue.kind in _SAYS_TERMS for cue in free):
        return free
    more = taken_back(read) if awaited.told_before else None
    if not more and not awaited.put:
        more = plain_ask(read)
    if not more:
        return free
    return (*(cue for cue in free if cue.end <= more.start), more)


def _as_meaning(cue: Cue) -> Cue:
    """Return what a reporter adds to his own offer as what it means."""
    if cue.kind is Kind.TERMS_OFFERED and cue.proposal and cue.proposal.level is None:
        return cue._replace(kind=Kind.TERMS_DEFINED)
    return cue


def _with_asides(read: Plain, cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """Return cues with the asides that stand outside of them."""
    more = [
        aside
        for aside in asides(read)
        if not any(cue.start < aside.end and aside.start < cue.end for cue in cues)
    ]
    return tuple(sorted((*cues, *more), key=lambda cue: (cue.start, cue.end)))


def _answer(read: Plain, awaited: Awaited, *, by_reporter: bool) -> tuple[Cue, ...]:
    """Return the answer that the words give to what awaits one."""
    if awaited.put:
        return reply_in(read, awaited.put)
    if awaited.waiting is Waiting.RETURN:
        found = taken_up(read, soon=awaited.soon, put_a_question=awaited.question)
        return (found,) if found else ()
    if awaited.waiting is Waiting.RETROACTIVE and by_reporter:
        found = granted(read, awaited.words)
        return (found,) if found else ()
    if awaited.record_said and answers(read):
        return (Cue(Kind.TERMS_AGREED, None, *read.span(0, _first(read))),)
    return ()


def _first(read: Plain) -> int:
    return sentences(read.text)[0].end


def _as_counter(cue: Cue, put: Put) -> Cue:
    """Return other terms than those that await an answer as what they are: a counter-offer."""
    other = cue.proposal and (cue.proposal.level != put.proposal.level or cue.proposal.changes)
    if cue.kind in _PUTS and other:
        return cue._replace(kind=Kind.TERMS_COUNTERED)
    return cue


_SAYS_TERMS = PROPOSALS | {
    Kind.RETROACTIVE_REQUESTED,
    Kind.RETURNED_TO_RECORD,
    Kind.HINT_GIVEN,
}
_MEANINGS = frozenset({Kind.TERMS_DEFINED})
_PUTS = frozenset({Kind.TERMS_ASKED, Kind.TERMS_OFFERED})
_INSTEAD = PROPOSALS | {
    Kind.RETURNED_TO_RECORD,
    Kind.TERMS_DECLINED,
    Kind.GRACE_GRANTED,
}
_ON_THE_RECORD = Proposal(level=Level.ON_THE_RECORD)
