"""A plan from one form: the few answers that it needs, and defaults for the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.talking.put_question import answer_from
from groundrules.talk.preparing.flow import Step

if TYPE_CHECKING:
    from groundrules.talk.preparing.flow import Answers
    from groundrules.talk.preparing.questions import Interview


class Sketch(NamedTuple):
    """What somebody knows of a talk to come. Of what is a list, each line is one.

    Attributes:
        points: what to say.
        unsaid: what must not be said.
        descriptions: how one may be described without the name.
        told: who may know of the talk.
    """

    outlet: str = ""
    reporter: str = ""
    matter: str = ""
    channel: str = ""
    points: str = ""
    unsaid: str = ""
    descriptions: str = ""
    topics: str = ""
    expected: str = ""
    told: str = ""


def answers_of(sketch: Sketch, interview: Interview) -> Answers:
    """Return the answers that a sketch gives; what was left empty is no answer.

    Raises:
        BadInput: something does not fit its question. No message holds a word of it.
    """
    return {
        Step(name): answer_from(interview.question(name), (text,))
        for name, text in sketch._asdict().items()
        if text.strip()
    }
