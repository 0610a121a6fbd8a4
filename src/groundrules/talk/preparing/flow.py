"""The flow of an interview: what is asked next, what comes before, and which answers still stand.

An answer stands where its question is still asked. When a change makes others moot, they are let
go: what is no longer needed is not kept.
"""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from groundrules.talk.preparing.questions import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from groundrules.talk.preparing.questions import Answer, Interview, Question


class Step(NamedTuple):
    """A question as it is put: about one text of an earlier list, or about nothing in particular.

    Attributes:
        question: the question's name.
        item: the text that it is about, or "".
    """

    question: str
    item: str = ""


Answers = dict[Step, "Answer"]
"""What was answered so far."""


class Progress(NamedTuple):
    """How far somebody has come: the number of a question, and about how many there are."""

    number: int
    about: int


def steps(interview: Interview, answers: Mapping[Step, Answer]) -> Iterator[Step]:
    """Yield every question that is asked, given the answers so far, in order.

    Questions about the texts of one list stand together: all of them for the first text, then all
    of them for the next.
    """
    return _walk(interview, answers, {})


def standing(interview: Interview, answers: Mapping[Step, Answer]) -> Answers:
    """Return the answers that still stand."""
    stand: Answers = {}
    for _ in _walk(interview, answers, stand):
        pass
    return stand


def next_question(interview: Interview, answers: Mapping[Step, Answer]) -> Step | None:
    """Return the first question that is asked and has no answer; None where all have one."""
    return next((step for step in steps(interview, answers) if step not in answers), None)


def question_before(
    interview: Interview, answers: Mapping[Step, Answer], step: Step | None
) -> Step | None:
    """Return the question before this one; None is behind the last, and before the first."""
    before = None
    for other in steps(interview, answers):
        if other == step:
            return before
        before = other
    return before


def answered(
    interview: Interview, answers: Mapping[Step, Answer], step: Step, answer: Answer
) -> Answers:
    """Return the answers with one given or changed, and without those that it makes moot."""
    return standing(interview, {**answers, step: answer})


def with_defaults(interview: Interview, answers: Mapping[Step, Answer]) -> Answers:
    """Return the answers with the default wherever none was given."""
    full: Answers = {}
    for step in _walk(interview, answers, full):
        full.setdefault(step, interview.question(step.question).default)
    return full


def progress(interview: Interview, answers: Mapping[Step, Answer], step: Step) -> Progress:
    """Return how far a question is, if everything behind it is answered by default."""
    asked = list(steps(interview, with_defaults(interview, answers)))
    return Progress(asked.index(step) + 1, len(asked))


def _walk(interview: Interview, answers: Mapping[Step, Answer], stand: Answers) -> Iterator[Step]:
    """Yield every question that is asked, and note its answer, which decides what follows."""
    by_name = {question.name: question for question in interview.questions}
    for each, group in groupby(interview.questions, lambda question: question.each):
        questions = tuple(group)
        for item in _items(stand, each):
            for question in questions:
                step = Step(question.name, item)
                if question.condition.holds(partial(_words, by_name, stand, item)):
                    if step in answers:
                        stand[step] = answers[step]
                    yield step


def _items(stand: Answers, each: str) -> tuple[str, ...]:
    if not each:
        return ("",)
    texts = stand.get(Step(each), ())
    return texts if isinstance(texts, tuple) else ()


def _words(
    questions: Mapping[str, Question], stand: Answers, item: str, name: str
) -> frozenset[str]:
    """Return the words of the answer to a question of this name."""
    question = questions[name]
    step = Step(name, item if question.each else "")
    return words_of(question, stand[step]) if step in stand else frozenset()
