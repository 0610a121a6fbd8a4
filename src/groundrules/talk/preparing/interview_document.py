"""Reading an interview: its tables become questions, and each fault gets its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from groundrules.tables.table import Faults, Table, nearest
from groundrules.talk.preparing.answering import misfit
from groundrules.talk.preparing.conditions import ANY, condition_from
from groundrules.talk.preparing.needs import NEEDS
from groundrules.talk.preparing.questions import (
    EMPTY,
    Interview,
    Kind,
    Question,
    conditional_words,
)

if TYPE_CHECKING:
    from groundrules.tables.table import Document
    from groundrules.talk.preparing.questions import Answer

_KEYS = (
    "ask",
    "choices",
    "default",
    "each",
    "help",
    "kind",
    "only_if",
    "practices",
    "unless",
)


def interview_from(document: Document) -> Interview:
    """Return the interview that a file holds.

    Raises:
        BadInput: with every fault of the file; among them a question, or a choice, that the advice
            rests on and that is not there.
    """
    faults = Faults()
    root = Table(document, faults, (), document.raw)
    root.allow(("title", "opening", "questions"), "key of an interview")
    title = root.text("title", required=True)
    opening = root.paragraphs("opening", required=True)
    questions: dict[str, Question] = {}
    tables = root.table("questions")
    for name, table in tables.tables():
        questions[name] = _question(name, table, questions)
    _refuse_missing(tables, questions)
    faults.close()
    return Interview(title, opening, tuple(questions.values()))


def _question(name: str, table: Table, before: dict[str, Question]) -> Question:
    """Return one question; it may only look back at those before it."""
    table.allow(_KEYS, "key of a question")
    kind = Kind(table.choice("kind", Kind) or Kind.TEXT)
    choices = _choices(table, kind)
    lists = [one.name for one in before.values() if one.kind is Kind.TEXTS and not one.each]
    each = table.choice("each", lists) if "each" in table.raw else ""
    question = Question(
        name=name,
        kind=kind,
        ask=table.text("ask", required=True),
        help=table.text("help"),
        choices=choices,
        each=each,
        condition=condition_from(table, _known(before, each)),
        practices=table.texts("practices"),
    )
    return question._replace(default=_default(table, question))


def _known(before: dict[str, Question], each: str) -> dict[str, tuple[str, ...]]:
    """Return what a condition may name: questions before it of which one answer is meant."""
    return {one.name: conditional_words(one) for one in before.values() if one.each in ("", each)}


def _choices(table: Table, kind: Kind) -> dict[str, str]:
    if kind not in (Kind.ONE_OF, Kind.SEVERAL_OF):
        if "choices" in table.raw:
            table.refuse("choices", f"a question of kind {kind} has none", "take them out")
        return {}
    choices = table.table("choices")
    if not choices.raw:
        table.refuse("choices", "there are none", 'write them as a table: key = "wording"')
    if ANY in choices.raw:
        choices.refuse(ANY, "this word stands for every answer", "choose another key")
    return {key: choices.text(key) for key in choices.raw}


def _default(table: Table, question: Question) -> Answer:
    """Return the default; a question of one choice must have one, the others have an empty one."""
    given = table.raw.get("default", EMPTY.get(question.kind))
    answer = tuple(given) if isinstance(given, list) else given
    if reason := misfit(question, answer):
        remedy = "write default = …, which is what Enter answers"
        if question.choices:
            remedy += f": {nearest('', question.choices)}"
        table.refuse("default", reason, remedy)
        return ""
    return cast("Answer", answer)


def _refuse_missing(tables: Table, questions: dict[str, Question]) -> None:
    for name, need in NEEDS.items():
        if name not in questions:
            remedy = f"add [questions.{name}], of kind {need.kind}"
            tables.refuse("", f"the advice rests on {name}, which is missing", remedy)
            continue
        question = questions[name]
        if (question.kind, question.each) != (need.kind, need.each):
            each = f', each = "{need.each}"' if need.each else ""
            message = "the advice rests on it as it is shipped"
            tables.refuse(name, message, f'write kind = "{need.kind}"{each}')
            continue
        missing = [choice for choice in need.choices if choice not in question.choices]
        if missing:
            message = "the advice rests on choices that are missing"
            tables.refuse(name, message, f"add {', '.join(missing)}")
