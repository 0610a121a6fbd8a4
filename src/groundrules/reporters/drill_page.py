"""The pages of a drill: the list, the situation, each step, each lesson, and how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.reporters.drill_words import (
    acts_in_words,
    capital,
    stakes_in_words,
    standing_in_words,
)
from groundrules.reporters.lines import EMPTY, Piece, plain
from groundrules.reporters.plain_words import listed
from groundrules.reporters.sheets.sheet import Heading, Items, Paragraph, Sheet
from groundrules.reporters.wrapping import wrapped
from groundrules.talk.drilling.scenario import Side
from groundrules.talk.drilling.score import Goal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.reporters.lines import Line
    from groundrules.reporters.sheets.sheet import Block
    from groundrules.talk.drilling.laws import Law
    from groundrules.talk.drilling.lesson import Lesson
    from groundrules.talk.drilling.play import Play
    from groundrules.talk.drilling.scenario import Line as SpokenLine
    from groundrules.talk.drilling.scenario import Scenario, Step
    from groundrules.talk.drilling.score import Score
    from groundrules.talk.drilling.typed import Typed
    from groundrules.talk.drilling.wordings import Wordings

_SIDES = {Side.SOURCE: "For sources", Side.REPORTER: "For reporters"}
_GOALS = {
    Goal.OUT: "What should get out got out, on terms that will do.",
    Goal.SPOILT: "What should get out was told, but on the wrong terms.",
    Goal.INSIDE: "What should get out did not. To say nothing can be right, and you can ask again.",
}


def list_lines(scenarios: Sequence[Scenario], width: int) -> Iterator[Line]:
    """Yield one entry for each scenario: its name, how hard it is, and what it is about."""
    side = None
    for scenario in scenarios:
        if scenario.side is not side:
            if side:
                yield EMPTY
            side = scenario.side
            yield plain(_SIDES[side], "label")
        about = f"{scenario.difficulty}: {scenario.title}"
        first, *others = wrapped(about, f"  {scenario.name}: ", width)
        yield (
            Piece(f"  {scenario.name}: ", "label"),
            Piece(first.removeprefix(f"  {scenario.name}: ")),
        )
        yield from (plain(f"  {row}") for row in others)


def opening_sheet(scenario: Scenario) -> Sheet:
    """Return what a person must know before the first step."""
    outlet = f"Outlet: {scenario.outlet}. " if scenario.outlet else ""
    frame = f"{scenario.difficulty.capitalize()}. {outlet}Rules: {scenario.policy.title}."
    return Sheet(
        scenario.title,
        (
            *(Paragraph(text) for text in scenario.situation),
            Heading("What you need"),
            Items(tuple(stakes_in_words(scenario))),
            Paragraph(frame, "note"),
        ),
    )


def step_sheet(play: Play, step: Step) -> Sheet:
    """Return what the other side says, and the answers to it."""
    scene = (Paragraph(step.scene, "note"),) if step.scene else ()
    words = (Paragraph(step.line.text, "spoken"),) if step.line.text else ()
    choices = Items(tuple(choice.line.text for choice in step.choices), "steps")
    return Sheet(_speaker(play, step.line), (*scene, *words, choices))


def typed_sheet(typed: Typed, play: Play, step: Step) -> Sheet:
    """Return what was understood of a typed answer, and whose way the talk goes on."""
    told = listed([play.scenario.points[name].about for name in typed.line.holds])
    tells = f" It tells this: {told}." if told else ""
    number = step.choices.index(typed.choice) + 1
    way = "This is like" if typed.is_like else "No answer is like it. It goes on as with"
    heard = f"I read this as: {acts_in_words(typed.line)}.{tells} {way} answer {number}."
    return Sheet("What I understood", (Paragraph(heard),))


def lesson_sheet(lesson: Lesson, play: Play, before: Step, wordings: Wordings) -> Sheet:
    """Return what is printable after an answer, which law decides, and what would be better."""
    whose = "you" if play.scenario.side is Side.SOURCE else "the source"
    coming = f"What {whose} would say next: {standing_in_words(lesson.next)}."
    blocks = (*_told(lesson, play, before, wordings), Paragraph(coming))
    return Sheet("What is printable now", blocks)


def result_sheet(lesson: Lesson, play: Play, before: Step, wordings: Wordings) -> Sheet:
    """Return how a play ended, what its last answer brought, and the score."""
    ending = play.ending
    assert ending  # noqa: S101 - only a play that is over has a result
    said = (Paragraph(ending.line.text, "spoken"),) if ending.line.text else ()
    broken = sorted({one.reason.law for one in lesson.score.breaches})
    return Sheet(
        _speaker(play, ending.line) if said else "How it ends",
        (
            *said,
            Paragraph(ending.text),
            Heading("What is printable now"),
            *_told(lesson, play, before, wordings),
            Heading("Score"),
            Items(tuple(_scored(lesson.score, broken))),
            *(Paragraph(wordings.laws[law], "note") for law in broken),
        ),
    )


def _speaker(play: Play, line: SpokenLine) -> str:
    party = play.conversation.party(line.by)
    return f"{party.name} says" if party and line.text else "Nobody says anything"


def _told(lesson: Lesson, play: Play, before: Step, wordings: Wordings) -> Iterator[Block]:
    """Yield every point told so far, and the better answers where there were any."""
    for outcome in lesson.score.outcomes:
        law = outcome.reason.law
        stands = f"{capital(outcome.point.about)}: {standing_in_words(outcome.standing)}."
        yield Paragraph(stands, "" if outcome.is_kept else "warning")
        why = wordings.reasons[play.scenario.side, outcome.reason]
        yield Paragraph(f"{why} (Law {law:d}: {wordings.titles[law].lower()}.)", "note")
    if not lesson.score.outcomes:
        yield Paragraph("Nothing that matters was told so far.")
    if lesson.better:
        numbers = [str(before.choices.index(choice) + 1) for choice in lesson.better]
        yield Paragraph(f"Better: answer {' or '.join(numbers)}.", "warning")


def _scored(score: Score, broken: Sequence[Law]) -> Iterator[str]:
    told = len(score.outcomes)
    yield f"Points told: {told}. As you need them: {told - len(score.breaches)}."
    for law in broken:
        points = [one.point.about for one in score.breaches if one.reason.law is law]
        yield f"Law {law:d} decided against you: {listed(tuple(dict.fromkeys(points)))}."
    if score.goal in _GOALS:
        yield _GOALS[score.goal]
    if score.is_full:
        yield "Full score: every law worked for you."
