"""Named terms: what a sentence does that names a level."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from groundrules.record.cues import worded_terms
from groundrules.record.cues.answers import Answer
from groundrules.record.cues.cue import Waiting
from groundrules.record.cues.frames import Frame, frame_of, is_meaning
from groundrules.record.cues.turn import Found
from groundrules.record.cues.worded_terms import put_by
from groundrules.record.facts import Kind, Proposal
from groundrules.terms.levels import Level

if TYPE_CHECKING:
    from groundrules.record.cues.levels_by_name import Named
    from groundrules.record.cues.turn import Part, Turn


def found_by_name(turn: Turn, part: Part, level: Named, *, told_first: bool) -> Found | None:
    """Return what a sentence does that names a level, or None.

    Args:
        turn: the turn that it stands in.
        part: the sentence.
        level: the level that it names.
        told_first: something was told before it in the turn.
    """
    before = part.text[: level.start]
    frame = frame_of(part.text, before, told_first=told_first)
    if _REFUSED.search(before) and level.level is Level.ON_THE_RECORD and not turn.by_reporter:
        return Found(put_by(turn), Proposal(level=Level.OFF_THE_RECORD)) if frame else None
    if _REFUSED.search(before):
        return _on_the_record(turn, part, level, Frame.STATEMENT)
    if frame is Frame.TOLD:
        return None
    if level.level is not Level.ON_THE_RECORD:
        return _off_it(turn, part, level.level, frame)
    if worded_terms.restricts(part.rights):
        return worded_terms.found_in_words(turn, part, told_first=told_first)
    return _on_the_record(turn, part, level, frame)


_REFUSED = re.compile(
    r"\b(?:not|never)(?: (?:to|going|go|want|be|have|keep|do|talk|speak|really|at all|all|now"
    r"|gone|you|us|this|it)){0,4} $"
)


def _off_it(turn: Turn, part: Part, level: Level, frame: Frame | None) -> Found | None:
    """Read a sentence that names a level other than on the record."""
    proposal = part.rights.proposal(level)
    if is_meaning(part.text) and part.rights.changes:
        return Found(Kind.TERMS_DEFINED, proposal)
    if turn.answers_terms:
        return _answering(turn, part, proposal)
    if frame is Frame.BACKWARDS:
        if not turn.by_reporter:
            return Found(Kind.RETROACTIVE_REQUESTED, proposal)
        granted = turn.waiting is Waiting.RETROACTIVE or _SAID.search(part.text)
        return Found(Kind.GRACE_GRANTED if granted else Kind.TERMS_OFFERED, proposal)
    if frame is Frame.STATEMENT and not part.sentence.is_question and not _is_fragment(part):
        return Found(Kind.TERMS_ASSERTED, proposal)
    return Found(worded_terms.put_by(turn), proposal) if frame else None


_SAID = re.compile(r"\b(?:said|told|was|were|mentioned)\b")


def _is_fragment(part: Part) -> bool:
    """Tell whether a sentence is nothing but the level's name: `off the record, yes?`."""
    assert part.level  # noqa: S101 - whoever calls has looked
    start, end = part.level.start, part.level.end
    return not _WEIGHTY.search(part.text[:start] + part.text[end:])


_WEIGHTY = re.compile(
    r"\b(?!(?:ok|yes|please|then|for|this|that|again|now|a|an|the|so|and|but|mate|sir|madam"
    r"|strictly"
    r"|just|only|both|all|of|you|me|us|right|on|well|oh|um|uh|actually|no|sorry|first|minute|second"
    r"|sec|moment|bit|part|one|as|though|too|also|purely|like|i|mean|if|possible|it|love|rest"
    r"|there|here|today|from|thanks|thank|sure|fine|agreed|deal)\b)[a-z]"
)


def _on_the_record(turn: Turn, part: Part, level: Named, frame: Frame | None) -> Found | None:
    """Read a sentence that names the record itself, or refuses to leave it."""
    again = level.back or bool(_AGAIN.search(part.text))
    if turn.waiting is Waiting.OWN and (again or _KEEPS.search(part.text)):
        return Found(Kind.RETURNED_TO_RECORD)
    if turn.waiting is Waiting.RETURN:
        return Found(_of_return(turn, part))
    if turn.answers_terms and not again:
        declines = frame is not None and not part.sentence.is_question
        return Found(Kind.TERMS_DECLINED) if declines or turn.answer is Answer.NO else None
    return _unasked(part, frame, again=again)


def _of_return(turn: Turn, part: Part) -> Kind:
    refused = turn.answer is Answer.NO or _STAYS_OFF.search(part.text)
    return Kind.TERMS_DECLINED if refused else Kind.RETURN_ACCEPTED


def _unasked(part: Part, frame: Frame | None, *, again: bool) -> Found | None:
    """Read a sentence about the record that answers nothing."""
    is_question = part.sentence.is_question
    if again or (frame is Frame.REQUEST and not _KEEPS.search(part.text)):
        asks_where = is_question and _IS_IT.search(part.text)
        return None if asks_where else Found(Kind.RETURNED_TO_RECORD)
    if frame and not is_question:
        return Found(Kind.TERMS_ASSERTED, Proposal(level=Level.ON_THE_RECORD))
    return None


_AGAIN = re.compile(r"\b(?:again|now|back|return|resume)\b")
_KEEPS = re.compile(r"\b(?:stay|keep|remain|still|rather|prefer)\b")
_STAYS_OFF = re.compile(r"\b(?:not yet|stay off|still off)\b")
_IS_IT = re.compile(r"\b(?:are we|is this|is it|are you|am i)\b")


def _answering(turn: Turn, part: Part, proposal: Proposal) -> Found | None:
    """Read a level that is named in the answer to terms."""
    yes = turn.answer in (Answer.YES, Answer.STRONG_YES)
    same = proposal.level is turn.asked or (turn.asked is None and yes)
    if not same or worded_terms.CONDITION.search(part.text):
        return Found(Kind.TERMS_COUNTERED, proposal)
    if part.rights.changes:
        return Found(Kind.TERMS_DEFINED, proposal._replace(level=None))
    return Found(Kind.TERMS_AGREED) if yes or not part.sentence.is_question else None
