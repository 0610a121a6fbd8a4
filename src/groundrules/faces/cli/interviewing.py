"""Leading a person through an interview: question by question, back, forth, and out again."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from groundrules.faces.cli.asking import (
    Question,
    WentBack,
    ask_choice,
    ask_number,
    ask_several,
    ask_text,
    ask_texts,
    ask_yes_no,
    say,
)
from groundrules.talk.preparing.answering import MOST, misfit
from groundrules.talk.preparing.flow import next_question, progress, question_before, steps
from groundrules.talk.preparing.questions import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from groundrules.desk.talking.prepare_talk import Preparation
    from groundrules.talk.preparing.flow import Step
    from groundrules.talk.preparing.questions import Answer
    from groundrules.talk.preparing.questions import Question as Asked

    Tell = Callable[[Step, Answer], str]


def lead_through(preparation: Preparation, tell: Tell) -> Preparation:
    """Ask what is not answered yet, until all is; each answer is in the file before the next.

    Args:
        preparation: what was answered so far.
        tell: what there is to say to an answer; "" for nothing.

    Raises:
        Stopped: the person has had enough; what was answered is kept.
        BadInput: the file cannot be written.
    """
    step = next_question(preparation.interview, preparation.answers) or _reviewed(preparation)
    while step:
        try:
            answer = _answer(preparation, step)
        except WentBack:
            step = _before(preparation, step)
            continue
        preparation = preparation.answered(step, answer)
        if told := tell(step, answer):
            say(told)
        step = next_question(preparation.interview, preparation.answers) or _reviewed(preparation)
    return preparation


def _before(preparation: Preparation, step: Step) -> Step:
    before = question_before(preparation.interview, preparation.answers, step)
    if before is None:
        say("This is the first question.")
    return before or step


def _reviewed(preparation: Preparation) -> Step | None:
    """Offer a person at a terminal to go back to any question before the advice."""
    if not sys.stdin.isatty():
        return None
    asked = list(steps(preparation.interview, preparation.answers))
    click.echo()
    text = (
        f"Those were all {len(asked)} questions. Enter shows what they lead to. "
        "The number of a question goes back to it."
    )
    try:
        number = ask_number(Question(text, back=True), most=len(asked))
    except WentBack:
        return asked[-1]
    return asked[number - 1] if number else None


def _answer(preparation: Preparation, step: Step) -> Answer:
    """Return an answer that fits; the one that was given before, or the default, is offered."""
    place = progress(preparation.interview, preparation.answers, step)
    asked = preparation.interview.question(step.question)
    click.echo(f"\n{place.number} of about {place.about}")
    if step.item:
        say(f"“{step.item}”")
    before = preparation.answers.get(step, asked.default)
    while reason := misfit(asked, answer := _typed(asked, before)):
        say(f"That does not fit: {reason}.")
    return answer


def _typed(asked: Asked, before: Any) -> Answer:  # noqa: ANN401 - it is of the question's kind
    question = Question(asked.ask, asked.help, back=True)
    match asked.kind:
        case Kind.YES_NO:
            return ask_yes_no(question, default=before)
        case Kind.ONE_OF:
            return ask_choice(question, asked.choices, default=before)
        case Kind.SEVERAL_OF:
            return ask_several(question, asked.choices, default=before)
        case Kind.NUMBER:
            return ask_number(question, default=before, most=MOST)
        case Kind.TEXT:
            return ask_text(question, default=before)
        case Kind.TEXTS:
            return ask_texts(question, default=before)
