"""Does an answer fit its question? And the answers of a file, with every fault in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from groundrules.errors import BadInput, Fault
from groundrules.tables.table import nearest
from groundrules.talk.preparing.flow import Answers, Step
from groundrules.talk.preparing.questions import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from groundrules.talk.preparing.questions import Answer, Interview, Question

MOST_TEXTS = 40
"""The most texts of a list: more is no plan for one talk."""

LONGEST = 300
"""The most characters of a text: it is to remind, not to tell."""

MOST = 1_000_000_000
"""The highest number."""


def misfit(question: Question, answer: object) -> str:
    """Return what an answer must be, where this one is not; or ""."""
    match question.kind:
        case Kind.YES_NO:
            return "" if isinstance(answer, bool) else "it must be true or false"
        case Kind.NUMBER:
            fits = type(answer) is int and 0 <= answer <= MOST
            return "" if fits else f"it must be a whole number from 0 to {MOST:,}"
        case Kind.TEXT:
            return "" if _is_text(answer) else f"it must be one line of up to {LONGEST} characters"
        case Kind.TEXTS:
            fits = _is_list(answer, lambda text: bool(text) and _is_text(text))
            what = f"it must be a list of up to {MOST_TEXTS} different lines"
            return "" if fits else f"{what}, each of up to {LONGEST} characters"
        case Kind.ONE_OF:
            return "" if answer in tuple(question.choices) else "there is no such choice"
        case _:
            fits = _is_list(answer, question.choices.__contains__)
            return "" if fits else "it must be a list of different choices"


def answers_from(
    interview: Interview, raw: Mapping[str, object], path: str, line_of: Callable[[str], int]
) -> Answers:
    """Return the answers that a file holds.

    Args:
        interview: the questions that they are to.
        raw: question to answer; for a question about each text of a list, text to answer.
        path: the file as the person named it.
        line_of: the line on which the answer to a question stands; 0 where it cannot be told.

    Raises:
        BadInput: with every answer that is to no question or does not fit it. No message holds a
            word of an answer.
    """
    found: Answers = {}
    faults: list[Fault] = []
    questions = {question.name: question for question in interview.questions}
    for number, (name, value) in enumerate(raw.items(), 1):
        if name not in questions:
            faults.append(_unknown(path, number, line_of(name), name, questions))
            continue
        given, wrong = _taken(questions[name], value)
        found |= given
        remedy = _remedy(questions[name])
        faults += [Fault(path, f"{name}: {one}", remedy, line_of(name)) for one in wrong]
    if faults:
        raise BadInput(*faults)
    return found


def _taken(question: Question, value: object) -> tuple[Answers, list[str]]:
    """Return the answers of one entry, and what is wrong with it."""
    if question.each and not isinstance(value, dict):
        return {}, [f"it must have one answer for each of the {question.each}"]
    entries: Mapping[str, object] = (
        value if isinstance(value, dict) and question.each else {"": value}
    )
    found: Answers = {}
    wrong = []
    for item, one in entries.items():
        answer = tuple(one) if isinstance(one, list) else one
        if reason := misfit(question, answer):
            wrong.append(reason)
        else:
            found[Step(question.name, item)] = cast("Answer", answer)
    return found, wrong


def entries(interview: Interview, answers: Mapping[Step, Answer]) -> dict[str, object]:
    """Return answers as a file holds them: what `answers_from` reads."""
    raw: dict[str, object] = {}
    for (name, item), answer in answers.items():
        value = list(answer) if isinstance(answer, tuple) else answer
        if interview.question(name).each:
            table = raw.setdefault(name, {})
            assert isinstance(table, dict)  # noqa: S101 - it was made one line above
            table[item] = value
        else:
            raw[name] = value
    return raw


def _unknown(
    path: str, number: int, line: int, name: str, questions: Mapping[str, Question]
) -> Fault:
    message = f"answer {number} is to no question that there is"
    return Fault(path, message, nearest(name, questions), line)


def _remedy(question: Question) -> str:
    remedy = "take the answer out, and answer the question anew"
    if question.choices:
        return f"{remedy}; its choices are {', '.join(question.choices)}"
    return remedy


def _is_text(answer: object) -> bool:
    """Tell whether an answer is one line of text, without blanks that are too many."""
    return (
        isinstance(answer, str)
        and answer.isprintable()
        and len(answer) <= LONGEST
        and answer == " ".join(answer.split())
    )


def _is_list(answer: object, fits: Callable[[object], bool]) -> bool:
    """Tell whether an answer is a list of different things that all fit."""
    return (
        isinstance(answer, tuple)
        and len(answer) <= MOST_TEXTS
        and all(isinstance(one, str) and fits(one) for one in answer)
        and len(set(answer)) == len(answer)
    )
