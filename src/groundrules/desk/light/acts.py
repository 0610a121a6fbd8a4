"""Logging acts of the light: each into the record, at its own instant, exactly once.

The page sends what it has kept, in order, as often as it must until it hears that it is in the
record. What stands there already is passed over.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from groundrules.desk.light.marks import marks_in, with_act
from groundrules.desk.light.shapes import clean, proposal_of
from groundrules.desk.records.append_to_record import open_record, replaced
from groundrules.errors import BadInput, Fault
from groundrules.record.facts import Fact, Kind, Turns
from groundrules.record.notation import parse
from groundrules.record.transcript import AFTERWARDS, Conversation, Place, Turn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from groundrules.desk.light.shapes import LightAct
    from groundrules.desk.records.append_to_record import RecordFile

AGREED_TO_RECORD, STOPPED_RECORDING = "recording-agreed", "recording-stopped"
"""What is no act about the terms, and is kept beside them."""

REMARKS = {AGREED_TO_RECORD: "both agreed to a recording", STOPPED_RECORDING: "recording stopped"}

PUTTING = frozenset(
    {Kind.TERMS_ASKED, Kind.TERMS_OFFERED, Kind.TERMS_COUNTERED, Kind.TERMS_DEFINED}
)
"""The acts that name terms."""

KINDS = PUTTING | {
    Kind.TERMS_AGREED,
    Kind.TERMS_DECLINED,
    Kind.MARKED_UNCLEAR,
    Kind.RETURNED_TO_RECORD,
    Kind.RETURN_ACCEPTED,
    Kind.GRACE_GRANTED,
    Kind.CONVERSATION_CLOSED,
}
"""The acts that can be done at the light."""

_TRIES = 8
_MILLISECOND = timedelta(milliseconds=1)
_LONGEST = 99 * 60 * 60 * 1000  # milliseconds: a clock that is far off must not spoil a record


def log_acts(path: str, acts: Sequence[LightAct]) -> RecordFile:
    """Write acts into a record, each once, and return the record as it is then.

    Args:
        path: the record, such as `office.vault/harbor-2026-11-03`.
        acts: in the order in which they were done; those that stand there are passed over.

    Raises:
        BadInput: there is no such record, one may not write to it, somebody else changes it all
            the time, or an act is none that can be done. Then nothing of this call is written.
    """
    for _ in range(_TRIES - 1):
        record = open_record(path)
        try:
            return _logged(record, acts)
        except BadInput:
            if open_record(path).text == record.text:
                raise  # nobody was in the way: the refusal has another reason
    return _logged(open_record(path), acts)


def _logged(record: RecordFile, acts: Iterable[LightAct]) -> RecordFile:
    text = _with_acts(record, acts)
    return record if text == record.text else replaced(record, text)


def _with_acts(record: RecordFile, acts: Iterable[LightAct]) -> str:
    text = record.text
    done = set(marks_in(text))
    for act in acts:
        if act.id not in done:
            done.add(act.id)
            turns = _turns(parse(text, record.name), act, record.name)
            text = with_act(text, act.id, turns, record.name, REMARKS.get(act.kind, ""))
    return text


def _turns(talk: Conversation, act: LightAct, path: str) -> list[tuple[Turn, Sequence[Fact]]]:
    """Return the turns that an act makes."""
    if talk.party(act.by) is None:
        raise BadInput(Fault(path, "an act is by nobody who takes part", "open the light again"))
    start = start_of(talk, act.at)
    number = len(talk.turns) + 1
    if act.kind in REMARKS:
        return [(Turn(number, act.by, (clean(act.words),), start), ())]
    if act.kind == Kind.GRACE_GRANTED:
        return list(_grace(talk, act, start))
    fact = _fact(act, path)._replace(at=Place(number))
    return [(Turn(number, act.by, (clean(act.words),), start), (fact,))]


def _fact(act: LightAct, path: str) -> Fact:
    try:
        kind = Kind(act.kind)
        proposal = proposal_of(act.terms) if act.terms else None
    except (ValueError, KeyError):
        raise _no_act(path) from None
    if kind not in KINDS or (kind in PUTTING) != bool(proposal):
        raise _no_act(path)
    return Fact(kind, act.by, proposal=proposal, to=act.to, words=clean(act.note))


def _grace(
    talk: Conversation, act: LightAct, start: int | None
) -> Iterator[tuple[Turn, Sequence[Fact]]]:
    """Yield a turn for the words that were spoken and are not here, and the grace for them.

    The stretch reaches from the last turn to now. Who listens writes the words down elsewhere.
    """
    number = len(talk.turns) + 1
    began = (talk.turns[-1].start if talk.turns else 0) if start is not None else None
    ends = start if began is not None and start is not None and start >= began else None
    speaker = next(one.id for one in talk.parties if not one.is_reporter)
    yield Turn(number, speaker, ("",), began, ends), ()
    first = 1 if act.all_so_far else number
    reason = clean(act.note) or "asked for too late"
    fact = Fact(
        Kind.GRACE_GRANTED,
        act.by,
        at=Place(number + 1),
        turns=(Turns(first, number),),
        words=reason,
    )
    yield Turn(number + 1, act.by, (clean(act.words),), start), (fact,)


def start_of(talk: Conversation, at: datetime) -> int | None:
    """Return an instant as milliseconds from the beginning; None where only its day is known."""
    if not isinstance(talk.date, datetime):
        return None
    return min(max(0, (at - talk.date) // _MILLISECOND), _LONGEST)


def is_closed(talk: Conversation) -> bool:
    """Tell whether the talk is over, as the record has it."""
    return any(
        fact.kind is Kind.CONVERSATION_CLOSED and fact.at != AFTERWARDS for fact in talk.facts
    )


def _no_act(path: str) -> BadInput:
    message = "this is no act that can be done at the light"
    return BadInput(Fault(path, message, "name a level, rights and conditions that there are"))
