"""An interview as data: its questions, what an answer may be, and when each question is asked."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from groundrules.talk.preparing.conditions import ANY, Condition

if TYPE_CHECKING:
    from collections.abc import Mapping

Answer = bool | int | str | tuple[str, ...]
"""An answer: yes or no, a number, a text or the key of a choice, or several of those."""


class Kind(StrEnum):
    """What the answer to a question is."""

    YES_NO = "yes-no"
    ONE_OF = "one-of"
    SEVERAL_OF = "several-of"
    TEXT = "text"
    TEXTS = "texts"
    NUMBER = "number"


class Question(NamedTuple):
    """One question.

    Attributes:
        name: its name in the file, by which an answer is kept.
        ask: the question as it is put.
        help: what more there is to say, for those who ask.
        default: the answer that Enter takes.
        choices: key to wording, for `one-of` and `several-of`.
        each: the question whose texts it is asked about, once for each; or "".
        condition: the earlier answers that open it.
        practices: for which practices of speaking to reporters it is there; never shown.
    """

    name: str
    kind: Kind
    ask: str
    help: str = ""
    default: Answer = ""
    choices: Mapping[str, str] = {}
    each: str = ""
    condition: Condition = Condition()
    practices: tuple[str, ...] = ()


class Interview(NamedTuple):
    """The questions, in the order in which they are asked.

    Attributes:
        opening: the paragraphs that stand before the first question.
    """

    title: str
    opening: tuple[str, ...]
    questions: tuple[Question, ...]

    def question(self, name: str) -> Question:
        """Return the question of a name that there is."""
        return next(question for question in self.questions if question.name == name)


EMPTY: Mapping[Kind, Answer] = {
    Kind.YES_NO: False,
    Kind.SEVERAL_OF: (),
    Kind.TEXT: "",
    Kind.TEXTS: (),
    Kind.NUMBER: 0,
}
"""What stands where nothing was answered; one of several choices has no such answer."""


def conditional_words(question: Question) -> tuple[str, ...]:
    """Return the words by which a condition may speak of the answers to a question."""
    match question.kind:
        case Kind.YES_NO:
            return ("yes", "no")
        case Kind.ONE_OF | Kind.SEVERAL_OF:
            return (ANY, *question.choices)
        case Kind.NUMBER:
            return (ANY, "0")
        case _:
            return (ANY,)


def words_of(question: Question, answer: Answer) -> frozenset[str]:
    """Return the words by which a condition may speak of this answer."""
    if isinstance(answer, bool):
        return frozenset(("yes",) if answer else ("no",))
    if isinstance(answer, int):
        return frozenset((ANY,) if answer else ("0",))
    if not answer:
        return frozenset()
    if question.kind in (Kind.TEXT, Kind.TEXTS):
        return frozenset((ANY,))
    return frozenset((ANY, *((answer,) if isinstance(answer, str) else answer)))
