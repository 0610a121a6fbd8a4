"""What is left to settle before the yes: each axis on which two people may mean two things."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from groundrules.talk.script.use_rights import meaning
from groundrules.talk.script.wording import filled
from groundrules.terms.levels import Level
from groundrules.terms.policy import CAUTIOUS, LevelRuling, Status
from groundrules.terms.policy_wording import in_sentence
from groundrules.terms.rights import AXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.talk.script.request import Side
    from groundrules.talk.script.wording import Wording
    from groundrules.terms.policy import Policy, Ruling
    from groundrules.terms.rights import Axis


class Sureness(StrEnum):
    """How far a policy's word goes on one subject."""

    SETTLED = "settled"
    SILENT = "silent"
    UNVERIFIED = "unverified"
    NEGOTIABLE = "negotiable"


class Why(StrEnum):
    """Why something has to be settled; the value is its key in a wording."""

    SILENT = "silent"
    UNVERIFIED = "unverified"
    NEGOTIABLE = "negotiable"
    DIFFERENT = "different"
    OPEN = "open"


class Reading(NamedTuple):
    """What one side takes an axis to be.

    Attributes:
        permission: what holds until something is agreed; where the policy is silent, what the
            cautious default says, or else nothing is allowed.
        policy: whose policy it is, as it reads in a sentence.
        sureness: how far that policy's word goes.
        second_hand: it was read in a report about the policy.
    """

    permission: Axis
    policy: str
    sureness: Sureness
    second_hand: bool = False


class Choice(NamedTuple):
    """One permission that may be agreed upon, and the words for it."""

    permission: Axis
    words: str


class Question(NamedTuple):
    """One axis that has to be settled.

    Attributes:
        axis: the name of the axis.
        theirs: what the other side's policy makes of it.
        mine: what one's own makes of it; None where one goes by the same policy.
        why: why it has to be settled.
        text: the question, to be said aloud.
        reason: why it is asked, in a sentence.
        choices: what may be agreed, the freest first.
    """

    axis: str
    theirs: Reading
    mine: Reading | None
    why: Why
    text: str
    reason: str
    choices: tuple[Choice, ...]

    @property
    def careful(self) -> Axis:
        """Return the stricter of what the two sides take it to be: what is unclear is protected."""
        readings = [one.permission for one in (self.theirs, self.mine) if one]
        return max(readings, key=lambda permission: permission.strictness)


def questions(
    level: Level, theirs: Policy, mine: Policy | None = None, *, side: Side, wording: Wording
) -> tuple[Question, ...]:
    """Return one question for each axis that is undefined, negotiable or read in two ways.

    On the record nothing is left to settle; an agreement in plain words leaves every axis open.

    Args:
        level: the level that is spoken of.
        theirs: the policy of the other side; a source's is the outlet's.
        mine: one's own, where it is another one.
        side: who asks.
        wording: in which words.
    """
    if level is Level.ON_THE_RECORD:
        return ()
    return tuple(_questions(level, theirs, mine, side, wording))


def sureness(ruling: Ruling[Any] | None) -> Sureness:
    """Return how far a policy's word goes; the cautious default is nobody's own word."""
    if ruling is None or ruling.policy == CAUTIOUS:
        return Sureness.SILENT
    if ruling.status is Status.UNVERIFIED:
        return Sureness.UNVERIFIED
    return Sureness.NEGOTIABLE if ruling.negotiable else Sureness.SETTLED


def reading(level: Level, axis: str, policy: Policy, wording: Wording) -> Reading:
    """Return what a policy makes of one axis of a level."""
    ruling = policy.levels.get(level, LevelRuling("", {})).axes.get(axis)
    return Reading(
        getattr(policy.rights(level), axis),
        house(policy, wording),
        sureness(ruling),
        second_hand=ruling is not None and ruling.status is Status.SECONDARY,
    )


def _questions(
    level: Level, theirs: Policy, mine: Policy | None, side: Side, wording: Wording
) -> Iterator[Question]:
    for axis, scale in AXES.items():
        one = reading(level, axis, theirs, wording)
        other = reading(level, axis, mine, wording) if mine else None
        why = _why(level, one, other)
        if why is None:
            continue
        text = wording.one(side, "questions", axis)
        choices = tuple(Choice(each, meaning(axis, each, side, wording)) for each in scale)
        question = Question(axis, one, other, why, text, "", choices)
        yield question._replace(reason=_reason(question, side, wording))


def _why(level: Level, theirs: Reading, mine: Reading | None) -> Why | None:
    if level is Level.PLAIN_WORDS:
        return Why.OPEN
    if theirs.sureness in _UNKNOWN:
        return Why(theirs.sureness.value)
    if mine and mine.permission is not theirs.permission:
        return Why.DIFFERENT
    loose = _loosest(theirs, mine).sureness
    return None if loose is Sureness.SETTLED else Why(loose.value)


_UNKNOWN = frozenset({Sureness.SILENT, Sureness.UNVERIFIED})


def _loosest(theirs: Reading, mine: Reading | None) -> Reading:
    """Return whose word leaves it open, if anybody's does; one's own silence takes it as it is."""
    if mine is None or mine.sureness is Sureness.SILENT:
        return theirs
    return mine if theirs.sureness is Sureness.SETTLED else theirs


def _reason(question: Question, side: Side, wording: Wording) -> str:
    theirs, mine = question.theirs, question.mine or question.theirs
    values = {
        "policy": _loosest(theirs, mine).policy,
        "theirs": meaning(question.axis, theirs.permission, side, wording),
        "mine": meaning(question.axis, mine.permission, side, wording),
    }
    return filled(wording.one(side, "why", question.why), **values)


def house(policy: Policy, wording: Wording) -> str:
    """Return whose policy it is, as it reads in a sentence; the cautious default is nobody's."""
    return wording.one("some-outlet") if policy.id == CAUTIOUS else in_sentence(policy.title)
