"""A turn while it is read: who spoke, what awaited an answer, and its sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.cues.bids import is_bid, is_embargo, puts_description
from groundrules.record.cues.clauses import Sentence, sentences
from groundrules.record.cues.cue import Waiting
from groundrules.record.cues.frames import is_meaning
from groundrules.record.cues.levels_by_name import levels_in
from groundrules.record.cues.rights_in_words import RightsRead, rights_in
from groundrules.record.cues.sieve import may_matter

if TYPE_CHECKING:
    from groundrules.record.cues.answers import Answer, Answered
    from groundrules.record.cues.levels_by_name import Named
    from groundrules.record.cues.plain import Plain
    from groundrules.record.facts import Kind, Proposal
    from groundrules.terms.levels import Level


class Turn(NamedTuple):
    """A turn while it is read.

    Attributes:
        read: its words, in plain text.
        by_reporter: a party spoke whom promises bind.
        waiting: what awaits an answer.
        asked: the level that awaits the answer; None where it is not known.
        answered: the yes, no or doubt that it begins with, if any.
        told_before: its speaker has told something in an earlier turn.
    """

    read: Plain
    by_reporter: bool
    waiting: Waiting
    asked: Level | None
    answered: Answered | None
    told_before: bool = False

    @property
    def answers_terms(self) -> bool:
        """Tell whether terms of the other side await an answer."""
        return self.waiting in (Waiting.ASKED, Waiting.DISCLOSED)

    @property
    def answer(self) -> Answer | None:
        """Return the answer that it begins with, or None."""
        return self.answered.answer if self.answered else None


class Part(NamedTuple):
    """A sentence of the turn, and what it holds.

    Attributes:
        level: the level that it names, the strictest where it names several.
        rights: the use rights that it states.
        answers: it holds the yes or the no that the turn begins with.
        matters: it has a word without which a sentence is about something else than terms.
    """

    sentence: Sentence
    level: Named | None
    rights: RightsRead
    answers: bool
    matters: bool = True

    @property
    def text(self) -> str:
        """Return its plain text."""
        return self.sentence.text


class Found(NamedTuple):
    """What a sentence does: the kind of act, and the terms that it names."""

    kind: Kind
    proposal: Proposal | None = None


def asks_for_a_yes(turn: Turn) -> bool:
    """Tell whether a turn ends with a question that wants consent: `All right?`."""
    return bool(_WANTS_YES.search(turn.read.text.rstrip()))


_WANTS_YES = re.compile(
    r"(?:\?|\b(?:all right|is that (?:ok|right|all right|clear|fine)|does that work"
    r"|agreed|ok with you"
    r"|do we agree|deal|do you agree|are we agreed)) ?[.!]?$"
)


def parts_of(turn: Turn) -> list[Part]:
    """Return the sentences of a turn, each with what it holds."""
    return [_part(turn, sentence) for sentence in _sentences(turn.read.text)]


def _sentences(text: str) -> list[Sentence]:
    """Return the sentences; what is said of a telling in the same breath is one of its own."""
    found = []
    for sentence in sentences(text):
        match = _OF_WHAT_WENT_BEFORE.search(sentence.text)
        cut = match.end() if match else 0
        if cut and len(_WORD.findall(sentence.text[:cut])) >= _TELLS_LITTLE:
            found.append(Sentence(sentence.start, sentence.start + cut, sentence.text[:cut]))
            found.append(Sentence(sentence.start + cut, sentence.end, sentence.text[cut:]))
        else:
            found.append(sentence)
    return found


_OF_WHAT_WENT_BEFORE = re.compile(
    r"(?: ?,|\b) (?:and |but |so |oh )*(?=(?:that|this|it|all (?:of )?(?:that|this))"
    r"(?: (?:part|bit|one|last \w+))? (?:is|was) (?:[\w']+ ){0,2}?"
    r"(?:off the record|on background|deep background|not for attribution|not for publication))"
)


def _part(turn: Turn, sentence: Sentence) -> Part:
    answers = turn.answered is not None and sentence.start <= turn.answered.start < sentence.end
    is_long = len(turn.read.text) > _LONG and len(sentence.text) > _SHORT
    if is_long and not (answers or turn.answers_terms or may_matter(sentence.text)):
        return Part(sentence, None, RightsRead(), answers, matters=False)
    words = turn.read.sentence(sentence.start, sentence.end)
    named = levels_in(sentence.text)
    level = max(named, key=lambda one: one.level.strictness) if named else None
    if len(named) > 1 and _MENDS.search(sentence.text, named[-2].end, named[-1].start):
        level = named[-1]
    reads = level is not None or answers or _may_state(turn, sentence.text)
    return Part(sentence, level, rights_in(words) if reads else RightsRead(), answers)


def _may_state(turn: Turn, text: str) -> bool:
    """Tell whether a sentence may be about the use of words, which is slow to read."""
    return (
        turn.answers_terms
        or turn.waiting is Waiting.RETROACTIVE
        or is_bid(text, by_reporter=turn.by_reporter)
        or is_meaning(text)
        or is_embargo(text)
        or puts_description(text)
    )


_LONG = 300
_SHORT = 30
"""In the long telling only long sentences are left out unread; characters."""

_MENDS = re.compile(r"\b(?:sorry|i mean|or rather|correction|scratch that)\b")
"""Behind these somebody says again what was said wrongly."""

_WORD = re.compile(r"[\w']+")
_TELLS_LITTLE = 4
"""Fewer words than this tell nothing by themselves."""


def tells_something(part: Part) -> bool:
    """Tell whether a sentence that is about no terms has words enough to disclose anything."""
    return len(_WORD.findall(part.text)) > _TELLS_LITTLE and not part.sentence.is_question
