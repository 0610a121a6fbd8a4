"""The levels as they can be agreed upon at the light: rights, open questions, words to say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from groundrules.talk.script.request import Channel, Request, Side
from groundrules.talk.script.script import script_for
from groundrules.talk.script.settling import questions
from groundrules.terms.policy import FREE_LEVELS

if TYPE_CHECKING:
    from groundrules.talk.script.settling import Question
    from groundrules.talk.script.wording import Wording
    from groundrules.terms.levels import Level
    from groundrules.terms.policy import Policy


@dataclass(frozen=True, slots=True)
class LightChoice:
    """One permission that may be agreed upon, and the words for it."""

    permission: str
    words: str


@dataclass(frozen=True, slots=True)
class LightQuestion:
    """One axis that has to be settled before the yes.

    Attributes:
        careful: the permission that is taken where nobody answers.
    """

    axis: str
    text: str
    reason: str
    careful: str
    choices: tuple[LightChoice, ...]


@dataclass(frozen=True, slots=True)
class LightLine:
    """One text of the script: to be said aloud, or to be minded."""

    text: str
    spoken: bool


@dataclass(frozen=True, slots=True)
class LightPart:
    """One step of the script."""

    name: str
    title: str
    lines: tuple[LightLine, ...]


@dataclass(frozen=True, slots=True)
class LightLevel:
    """A level as it can be agreed upon at this table.

    Attributes:
        name: as it is asked for: `background`.
        title: as it stands alone.
        now: as it goes on from "this is".
        known: the policy has a meaning for it; what it does not know is withheld as a whole.
        rights: axis to permission, as the policy has it.
        questions: what is open about it.
    """

    name: str
    title: str
    now: str
    known: bool
    rights: dict[str, str]
    questions: tuple[LightQuestion, ...]
    script: tuple[LightPart, ...]


def light_level(level: Level, policy: Policy, wording: Wording) -> LightLevel:
    """Return a level as a policy has it, and as it is said."""
    request = Request(level, policy, Side.REPORTER, Channel.IN_PERSON)
    asked = questions(level, policy, side=Side.REPORTER, wording=wording)
    return LightLevel(
        name=level.value,
        title=wording.level(level, "name", policy.id),
        now=wording.level(level, "now", policy.id),
        known=level in FREE_LEVELS or level in policy.levels,
        rights={axis: str(word) for axis, word in policy.rights(level).by_axis().items()},
        questions=tuple(map(_question, asked)),
        script=tuple(
            LightPart(
                part.name,
                part.title,
                tuple(LightLine(line.text, line.is_spoken) for line in part.lines),
            )
            for part in script_for(request, wording).parts
        ),
    )


def _question(question: Question) -> LightQuestion:
    choices = (LightChoice(str(one.permission), one.words) for one in question.choices)
    return LightQuestion(
        question.axis, question.text, question.reason, str(question.careful), tuple(choices)
    )
