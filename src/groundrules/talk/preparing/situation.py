"""A person's situation before a talk: the answers, read by name, and the rules of the outlet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.talk.preparing.flow import Step

if TYPE_CHECKING:
    from collections.abc import Mapping

    from groundrules.talk.preparing.questions import Answer
    from groundrules.terms.policy import Policy

FEW = 10
"""Up to so many people count as few: each of them can be asked."""


class Situation(NamedTuple):
    """Everything that the advice looks at.

    Attributes:
        answers: the answers that stand, one for every question that is asked.
        policy: the policy under which the outlet's words are read.
        is_outlets_own: the policy is that of the outlet, not one that stands in for it.
    """

    answers: Mapping[Step, Answer]
    policy: Policy
    is_outlets_own: bool = False

    def word(self, question: str, item: str = "") -> str:
        """Return an answer that is a text or a choice; "" where it was not asked."""
        answer = self.answers.get(Step(question, item))
        return answer if isinstance(answer, str) else ""

    def several(self, question: str) -> tuple[str, ...]:
        """Return an answer that is a list of texts or of choices."""
        answer = self.answers.get(Step(question))
        return answer if isinstance(answer, tuple) else ()

    def number(self, question: str, item: str = "") -> int:
        """Return an answer that is a number; 0 where it was not asked."""
        answer = self.answers.get(Step(question, item))
        return answer if isinstance(answer, int) else 0

    @property
    def is_traceable(self) -> bool:
        """Tell whether the reporter can find it without this person."""
        evidence = any(self.word("evidence", point) for point in self.several("points"))
        named = bool(self.several("elsewhere")) or evidence
        return named or self.word("requests") == "yes"

    @property
    def few_know(self) -> bool:
        """Tell whether it is known that only a few people know it."""
        return 1 <= self.number("knowers") <= FEW

    @property
    def hides_among_many(self) -> bool:
        """Tell whether there is a description that fits more than a few people."""
        return any(self.number("fits", one) > FEW for one in self.several("descriptions"))
