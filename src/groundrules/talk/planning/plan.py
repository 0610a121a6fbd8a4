"""The plan for a talk: what is said on which terms, what is not, and what to do in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.talk.preparing.advice import advise, holding, ranked
from groundrules.talk.preparing.alternatives import Alternative
from groundrules.talk.preparing.flow import Step, standing, with_defaults
from groundrules.talk.preparing.needs import ADVISED, NEEDS
from groundrules.talk.preparing.situation import FEW, Situation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from groundrules.talk.preparing.advice import Advice
    from groundrules.talk.preparing.guidance import Guidance, When
    from groundrules.talk.preparing.questions import Answer, Interview
    from groundrules.terms.policy import Policy

_TERMS = {
    "named": Alternative.ON_THE_RECORD,
    "described": Alternative.BACKGROUND,
    "unattributed": Alternative.DEEP_BACKGROUND,
    "unprinted": Alternative.OFF_THE_RECORD,
    "never": Alternative.NOTHING,
}
"""What a person says of a point to the way to talk that it means."""


class Rules(NamedTuple):
    """The rules of the outlet: a policy, and whether it is the outlet's own."""

    policy: Policy
    are_outlets_own: bool


class Point(NamedTuple):
    """One key point.

    Attributes:
        alternative: the terms on which to say it, or that it is not to be said.
        conditions: further conditions; "" for none.
        evidence: where it can be found without the source; "" where nobody knows.
    """

    text: str
    alternative: Alternative
    conditions: str = ""
    evidence: str = ""


class Described(NamedTuple):
    """One way in which the source may be described.

    Attributes:
        fits: about how many people it fits; 0 where nobody can tell.
    """

    text: str
    fits: int

    @property
    def is_narrow(self) -> bool:
        """Tell whether it may point at one of a few people; what is not known may."""
        return self.fits <= FEW


class Plan(NamedTuple):
    """Everything that a person takes into the talk.

    Attributes:
        rules: those under which the words are read.
        points: in the order in which they were given.
        descriptions: the one that fits most people first.
        elsewhere: where the whole matter can be found without the source.
        told: who, besides those who help, may know of the talk.
        channel: how they talk, in words.
        checklist: what to do before, at the start, during and at the end.
        also: further questions of a house's own interview, with their answers.
        unanswered: how many questions were not answered yet; defaults stand in.
    """

    matter: str
    outlet: str
    reporter: str
    rules: Rules
    advice: Advice
    points: tuple[Point, ...]
    descriptions: tuple[Described, ...]
    elsewhere: tuple[str, ...]
    unsaid: tuple[str, ...]
    topics: tuple[str, ...]
    expected: tuple[str, ...]
    told: tuple[str, ...]
    channel: str
    embargo: str
    checklist: Mapping[When, tuple[str, ...]]
    speaks_for_organisation: bool = False
    also: tuple[tuple[str, str], ...] = ()
    unanswered: int = 0


def plan_from(
    answers: Mapping[Step, Answer], rules: Rules, interview: Interview, guidance: Guidance
) -> Plan:
    """Return the plan that answers lead to. What is not answered yet is taken as the default."""
    full = with_defaults(interview, answers)
    known = Situation(full, *rules)
    advice = advise(known, interview, guidance)
    expected = (note.text for note in holding(guidance.expected, known, interview))
    return Plan(
        matter=known.word("matter"),
        outlet=known.word("outlet"),
        reporter=known.word("reporter"),
        rules=rules,
        advice=advice,
        points=tuple(_point(text, known, advice) for text in known.several("points")),
        descriptions=tuple(Described(one, known.number("fits", one)) for one in ranked(known)),
        elsewhere=known.several("elsewhere"),
        unsaid=known.several("unsaid"),
        topics=known.several("topics"),
        expected=(*expected, *known.several("expected")),
        told=known.several("told"),
        channel=interview.question("channel").choices[known.word("channel")],
        embargo=known.word("embargo"),
        checklist=_checklist(known, interview, guidance),
        speaks_for_organisation="organisation" in known.several("reasons"),
        also=tuple(_also(full, interview)),
        unanswered=len(full) - len(standing(interview, answers)),
    )


def _point(text: str, situation: Situation, advice: Advice) -> Point:
    return Point(
        text,
        _TERMS.get(situation.word("printed", text), advice.chosen),
        situation.word("conditions", text),
        situation.word("evidence", text),
    )


def _checklist(
    situation: Situation, interview: Interview, guidance: Guidance
) -> dict[When, tuple[str, ...]]:
    found: dict[When, tuple[str, ...]] = {}
    for note in holding(guidance.checklist, situation, interview):
        assert note.when  # noqa: S101 - whoever read the list saw to it
        found[note.when] = (*found.get(note.when, ()), note.text)
    return found


def _also(answers: Mapping[Step, Answer], interview: Interview) -> Iterator[tuple[str, str]]:
    """Yield what a house's own interview asks besides, so that no answer is lost."""
    for step, answer in answers.items():
        question = interview.question(step.question)
        if step.question not in ADVISED and step.question not in NEEDS and answer not in ("", ()):
            subject = f"{question.ask} ({step.item})" if step.item else question.ask
            yield subject, _in_words(question.choices, answer)


def _in_words(choices: Mapping[str, str], answer: Answer) -> str:
    """Return an answer as a person would read it."""
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    if isinstance(answer, tuple):
        return "; ".join(choices.get(one, one) for one in answer)
    return choices.get(str(answer), str(answer))
