"""Putting a question of an interview to somebody who may go back and forth, and change answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.talk.preparing.answering import MOST, misfit
from groundrules.talk.preparing.flow import Step, next_question, progress, steps
from groundrules.talk.preparing.questions import Kind

if TYPE_CHECKING:
    from groundrules.desk.talking.prepare_talk import Preparation
    from groundrules.talk.preparing.questions import Answer, Question

_YES = "yes"
_REMEDY = "answer the question anew"


class Option(NamedTuple):
    """A choice: its key, and its words."""

    key: str
    words: str


class Put(NamedTuple):
    """A question as it is put.

    Attributes:
        at: its place among those that are asked, counted from 1.
        about: about how many there are.
        name: of the question.
        kind: `yes-no`, `one-of`, `several-of`, `text`, `texts` or `number`.
        ask: the question.
        help: what more there is to say.
        item: the text of an earlier list that it is about; "" for none.
        options: the choices.
        given: the answer that was given, or the default, as texts.
        is_answered: it was given.
    """

    at: int
    about: int
    name: str
    kind: str
    ask: str
    help: str
    item: str
    options: tuple[Option, ...]
    given: tuple[str, ...]
    is_answered: bool


def put_question(preparation: Preparation, at: int = 0) -> Put | None:
    """Return a question as it is put.

    Args:
        preparation: the interview, and what was answered so far.
        at: its place, counted from 1; 0 for the first that has no answer.

    Returns:
        The question; None where there is none at this place, or all have an answer.
    """
    step = _step_at(preparation, at)
    return _put(preparation, step) if step else None


def every_answer(preparation: Preparation) -> tuple[Put, ...]:
    """Return every question that is asked with its answer, in order."""
    return tuple(_put(preparation, step) for step in _asked(preparation))


def step_of(preparation: Preparation, at: int, name: str) -> Step:
    """Return the step that is answered.

    Raises:
        BadInput: another question is at this place by now.
    """
    step = _step_at(preparation, at)
    if step is None or step.question != name:
        message = "another question stands at this place by now"
        raise BadInput(Fault(name, message, "open the preparation anew, and answer there"))
    return step


def answer_from(question: Question, texts: tuple[str, ...]) -> Answer:
    """Return the answer that some texts are.

    Args:
        question: what is answered.
        texts: as they were typed or chosen; lines of one text count as several where it is a list.

    Raises:
        BadInput: they do not fit the question. No message holds a word of them.
    """
    found = _answer(question, texts)
    if reason := misfit(question, found):
        raise BadInput(Fault(question.name, f"that does not fit: {reason}", _REMEDY))
    return found


def _answer(question: Question, texts: tuple[str, ...]) -> Answer:
    lines = tuple(" ".join(line.split()) for text in texts for line in text.splitlines())
    said = tuple(dict.fromkeys(line for line in lines if line))
    match question.kind:
        case Kind.YES_NO:
            return said == (_YES,)
        case Kind.SEVERAL_OF | Kind.TEXTS:
            return said
        case Kind.NUMBER:
            return _number("".join(said))
        case _:
            return " ".join(said)


def _number(text: str) -> int:
    digits = text.replace(",", "").replace(" ", "")
    if not digits:
        return 0
    is_number = digits.isascii() and digits.isdecimal() and len(digits) <= len(str(MOST))
    return int(digits) if is_number else -1


def _step_at(preparation: Preparation, at: int) -> Step | None:
    if not at:
        return next_question(preparation.interview, preparation.answers)
    asked = _asked(preparation)
    return asked[at - 1] if 0 < at <= len(asked) else None


def _asked(preparation: Preparation) -> list[Step]:
    return list(steps(preparation.interview, preparation.answers))


def _put(preparation: Preparation, step: Step) -> Put:
    question = preparation.interview.question(step.question)
    at = _asked(preparation).index(step) + 1
    about = progress(preparation.interview, preparation.answers, step).about
    given = preparation.answers.get(step, question.default)
    return Put(
        at,
        about,
        question.name,
        question.kind.value,
        question.ask,
        question.help,
        step.item,
        tuple(Option(*one) for one in question.choices.items()),
        _texts(given),
        step in preparation.answers,
    )


def _texts(answer: Answer) -> tuple[str, ...]:
    if isinstance(answer, bool):
        return (_YES if answer else "no",)
    if isinstance(answer, tuple):
        return answer
    return (str(answer),) if answer else ()
