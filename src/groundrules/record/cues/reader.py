"""The reader: what one turn of a talk does to its terms.

It proposes; it does not decide. It is built to miss a hint rather than to hear an agreement that
nobody made, and to leave open what can be read two ways.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.cues.answers import Answer, answer_in
from groundrules.record.cues.cue import Cue, Waiting
from groundrules.record.cues.plain import plain
from groundrules.record.cues.terms_cues import terms_cues
from groundrules.record.cues.turn import Turn, asks_for_a_yes
from groundrules.record.facts import Kind

if TYPE_CHECKING:
    from groundrules.terms.levels import Level


def read_turn(
    text: str,
    *,
    by_reporter: bool,
    waiting: Waiting,
    asked: Level | None = None,
    told_before: bool = False,
) -> tuple[Cue, ...]:
    """Return the acts about the terms that the words of one turn suggest, in their order.

    Args:
        text: what was said, by one party without another speaking.
        by_reporter: whether a party spoke whom promises bind.
        waiting: what awaits an answer when the turn begins, seen from whoever speaks.
        asked: the level that awaits the answer, where it is known: to repeat it is no counter.
        told_before: whether its speaker has told something in an earlier turn.
    """
    read = plain(text)
    answered = answer_in(read.text, text) if waiting is not Waiting.NOTHING else None
    turn = Turn(read, by_reporter, waiting, asked, answered, told_before)
    found = terms_cues(turn)
    kind = _kind_of_answer(turn, {cue.kind for cue in found})
    if kind and answered:
        found.append(Cue(kind, None, *read.span(answered.start, answered.end)))
    return tuple(sorted(dict.fromkeys(found), key=lambda cue: (cue.start, cue.end)))


def _kind_of_answer(turn: Turn, found: set[Kind]) -> Kind | None:
    """Return what the yes, the no or the doubt that a turn begins with does, if anything."""
    if not turn.answered or found & _INSTEAD:
        return None
    kind = _DOES.get((turn.waiting, turn.answered.answer))
    if kind is Kind.GRACE_GRANTED and not turn.by_reporter:
        return None
    if kind is Kind.TERMS_AGREED and Kind.TERMS_DEFINED in found and asks_for_a_yes(turn):
        return None
    return kind


_INSTEAD = frozenset(
    (
        Kind.TERMS_COUNTERED,
        Kind.TERMS_AGREED,
        Kind.TERMS_DECLINED,
        Kind.GRACE_GRANTED,
        Kind.RETURN_ACCEPTED,
    )
)
"""What says more than a yes or a no at the beginning of the turn, and stands in its place."""

_DOES = {
    (Waiting.ASKED, Answer.YES): Kind.TERMS_AGREED,
    (Waiting.ASKED, Answer.STRONG_YES): Kind.TERMS_AGREED,
    (Waiting.ASKED, Answer.NO): Kind.TERMS_DECLINED,
    (Waiting.ASKED, Answer.DOUBT): Kind.MARKED_UNCLEAR,
    (Waiting.DISCLOSED, Answer.STRONG_YES): Kind.TERMS_AGREED,
    (Waiting.DISCLOSED, Answer.NO): Kind.TERMS_DECLINED,
    (Waiting.RETURN, Answer.YES): Kind.RETURN_ACCEPTED,
    (Waiting.RETURN, Answer.STRONG_YES): Kind.RETURN_ACCEPTED,
    (Waiting.RETURN, Answer.NO): Kind.TERMS_DECLINED,
    (Waiting.RETROACTIVE, Answer.YES): Kind.GRACE_GRANTED,
    (Waiting.RETROACTIVE, Answer.STRONG_YES): Kind.GRACE_GRANTED,
    (Waiting.RETROACTIVE, Answer.NO): Kind.TERMS_DECLINED,
}
