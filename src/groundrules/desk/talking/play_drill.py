"""A drill as people look at it: the scenes, the talk so far, what the last answer brought."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.reporters.drill_words import (
    acts_in_words,
    capital,
    stakes_in_words,
    standing_in_words,
)

if TYPE_CHECKING:
    from groundrules.desk.talking.run_drill import Answered
    from groundrules.talk.drilling.lesson import Lesson
    from groundrules.talk.drilling.play import Play
    from groundrules.talk.drilling.scenario import Scenario, Step
    from groundrules.talk.drilling.score import Score
    from groundrules.talk.drilling.wordings import Wordings


class Scene(NamedTuple):
    """What one must know before the first answer.

    Attributes:
        stakes: each point that may be told, with what one needs for it.
    """

    name: str
    title: str
    side: str
    difficulty: str
    outlet: str
    policy: str
    situation: tuple[str, ...]
    stakes: tuple[str, ...]


class Spoken(NamedTuple):
    """Something that was said in a play.

    Attributes:
        is_you: the person who practises said it.
        status: the level on which it stands now, or `open`; "" for words of a reporter.
    """

    by: str
    words: str
    is_you: bool
    status: str


class Verdict(NamedTuple):
    """How one point stands that was told: on which terms, whether that will do, by which law."""

    about: str
    stands: str
    status: str
    is_kept: bool
    law: int
    law_title: str
    why: str


class Brought(NamedTuple):
    """What an answer has brought.

    Attributes:
        understood: what was heard in an answer of one's own words; "" for one of the choices.
        verdicts: every point told so far.
        next: on which terms the source's next words would stand, in words.
        next_status: the same as a level, or `open`.
        better: the answers that would have left more open, in their own words.
    """

    understood: str
    verdicts: tuple[Verdict, ...]
    next: str
    next_status: str
    better: tuple[str, ...]


class Broken(NamedTuple):
    """A law that decided against the one who practises."""

    law: int
    title: str
    text: str


class Result(NamedTuple):
    """How a play ended, and its score.

    Attributes:
        goal: `out`, `spoilt`, `inside`, or `none` where silence loses nothing.
        is_full: every law worked for the one who practises.
    """

    text: str
    told: int
    kept: int
    goal: str
    is_full: bool
    broken: tuple[Broken, ...]


class Stage(NamedTuple):
    """A play as it stands.

    Attributes:
        talk: what was said so far.
        scene: what happens besides, in the narrator's words.
        step: the step that waits for an answer; "" where the play is over.
        choices: what can be answered.
        brought: what the last answer has brought; None before the first.
        result: how it ended; None where it has not.
    """

    talk: tuple[Spoken, ...]
    scene: str
    step: str
    choices: tuple[str, ...]
    brought: Brought | None
    result: Result | None


def scene_of(scenario: Scenario) -> Scene:
    """Return what one must know before the first answer."""
    return Scene(
        scenario.name,
        scenario.title,
        scenario.side.value,
        scenario.difficulty.value,
        scenario.outlet,
        scenario.policy.title,
        scenario.situation,
        tuple(stakes_in_words(scenario)),
    )


def stage_of(play: Play, wordings: Wordings, brought: Brought | None, score: Score | None) -> Stage:
    """Return a play as it stands.

    Args:
        play: the play.
        wordings: the words of the lessons.
        brought: what the last answer has brought.
        score: what it has come to after that; None before the first.
    """
    step = play.step
    return Stage(
        _talk(play),
        step.scene if step else "",
        step.name if step else "",
        tuple(one.line.text for one in step.choices) if step else (),
        brought,
        _result(play, score, wordings) if play.ending and score else None,
    )


def brought_by(answered: Answered, before: Step, wordings: Wordings) -> Brought:
    """Return what an answer has brought.

    Args:
        answered: what the answer did.
        before: the step that it was to.
        wordings: the words of the lessons.
    """
    lesson, play = answered.lesson, answered.play
    return Brought(
        _understood(answered, before),
        _verdicts(lesson, play, wordings),
        standing_in_words(lesson.next),
        lesson.next.status,
        tuple(one.line.text for one in lesson.better),
    )


def _understood(answered: Answered, before: Step) -> str:
    typed = answered.typed
    if typed is None:
        return ""
    number = before.choices.index(typed.choice) + 1
    way = "This is like" if typed.is_like else "No answer is like it. It goes on as with"
    return f"I read this as: {acts_in_words(typed.line)}. {way} answer {number}."


def _verdicts(lesson: Lesson, play: Play, wordings: Wordings) -> tuple[Verdict, ...]:
    side = play.scenario.side
    return tuple(
        Verdict(
            capital(one.point.about),
            standing_in_words(one.standing),
            one.standing.status,
            one.is_kept,
            int(one.reason.law),
            wordings.titles[one.reason.law],
            wordings.reasons[side, one.reason],
        )
        for one in lesson.score.outcomes
    )


def _talk(play: Play) -> tuple[Spoken, ...]:
    talk, you = play.conversation, play.scenario.you
    status = {one.statement.place.turn: one.status for one in play.timeline().standings}
    names = {one.id: one.name or one.id for one in talk.parties}
    sources = {one.id for one in talk.parties if not one.is_reporter}
    return tuple(
        Spoken(
            names.get(turn.speaker, turn.speaker),
            " ".join(turn.parts),
            turn.speaker == you,
            status.get(turn.number, "") if turn.speaker in sources else "",
        )
        for turn in talk.turns
    )


def _result(play: Play, score: Score, wordings: Wordings) -> Result:
    ending = play.ending
    laws = sorted({one.reason.law for one in score.breaches})
    told = len(score.outcomes)
    return Result(
        ending.text if ending else "",
        told,
        told - len(score.breaches),
        score.goal.value,
        score.is_full,
        tuple(Broken(int(law), wordings.titles[law], wordings.laws[law]) for law in laws),
    )
