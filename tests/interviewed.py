"""The shipped interview with its advice, and answers to it as a person or as chance gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from groundrules.readers.policies import PolicyShelf
from groundrules.readers.wordings import WordingShelf
from groundrules.talk.planning.plan import Rules, plan_from
from groundrules.talk.preparing.flow import Answers, Step, next_question, with_defaults
from groundrules.talk.preparing.guidance_document import guidance_from
from groundrules.talk.preparing.interview_document import interview_from
from groundrules.talk.preparing.questions import Kind
from groundrules.talk.preparing.situation import Situation

if TYPE_CHECKING:
    from groundrules.talk.planning.plan import Plan
    from groundrules.talk.preparing.questions import Answer, Question

_SHELF = WordingShelf()
INTERVIEW = interview_from(_SHELF.load("interviews", "source"))
GUIDANCE = guidance_from(_SHELF.load("advice", "source"), INTERVIEW)
POLICIES = PolicyShelf()
POST = POLICIES.load("washington-post")
CAREFUL = POLICIES.load("default")

BOATS = "two boats failed"
CREW = "names of my crew"
MANY = "a person who works on the ferries"
FOUR = "a deck officer of the Aurora"

FERRY: dict[str, Answer | dict[str, Answer]] = {
    "outlet": "The Washington Post",
    "reporter": "Ana Ruiz",
    "matter": "the ferry inspections",
    "reasons": ("wrong", "protect"),
    "trust": "trusted",
    "stakes": ("job",),
    "basis": ("own",),
    "interest": ("harm",),
    "bear_named": "no",
    "bear_unnamed": "yes",
    "knowers": 40,
    "descriptions": (FOUR, MANY),
    "fits": {FOUR: 4, MANY: 300},
    "helpers": ("adviser",),
    "bound": True,
    "channel": "own-phone",
    "points": (BOATS, "the chief knew", "who told me"),
    "printed": {"the chief knew": "unattributed", "who told me": "never"},
    "conditions": {"the chief knew": "not before the vote"},
    "evidence": {BOATS: ""},
    "unsaid": (CREW,),
    "topics": ("the inspections",),
    "expected": ("Why now?",),
    "gut": "go",
}
"""What somebody answers who works on a ferry, and wants to be quoted without a name."""


def answers_of(given: dict[str, Answer | dict[str, Answer]]) -> Answers:
    """Return answers by question, or by question and text, as the interview keeps them."""
    found: Answers = {}
    for name, value in given.items():
        if isinstance(value, dict):
            found |= {Step(name, item): answer for item, answer in value.items()}
        else:
            found[Step(name)] = value
    return found


def situation(*, is_outlets_own: bool = True, policy=POST, **given) -> Situation:
    """Return the situation of somebody who gives these answers, and the defaults to the rest."""
    full = with_defaults(INTERVIEW, answers_of(given))
    return Situation(full, policy, is_outlets_own)


def plan(*, are_outlets_own: bool = True, policy=POST, **given) -> Plan:
    """Return the plan of somebody who gives these answers, and the defaults to the rest."""
    return plan_from(answers_of(given), Rules(policy, are_outlets_own), INTERVIEW, GUIDANCE)


LINES = st.text(
    st.characters(
        codec="utf-8", categories=("L", "N", "P", "S", "Zs"), exclude_characters="\u2028"
    ),
    max_size=30,
).map(lambda text: " ".join(text.split()))
"""Lines that a person can type."""


def answers_to(question: Question) -> st.SearchStrategy[Answer]:
    """Return any answers that fit a question."""
    keys = tuple(question.choices)
    match question.kind:
        case Kind.YES_NO:
            return st.booleans()
        case Kind.ONE_OF:
            return st.sampled_from(keys)
        case Kind.SEVERAL_OF:
            return st.lists(st.sampled_from(keys), unique=True).map(tuple)
        case Kind.NUMBER:
            return st.one_of(st.integers(0, 12), st.integers(0, 1_000_000_000))
        case Kind.TEXT:
            return LINES
        case Kind.TEXTS:
            return st.lists(LINES.filter(bool), max_size=3, unique=True).map(tuple)


@st.composite
def interviews(draw) -> Answers:
    """Return the answers of somebody who went through the whole interview."""
    answers: Answers = {}
    while step := next_question(INTERVIEW, answers):
        answers[step] = draw(answers_to(INTERVIEW.question(step.question)))
    return answers
