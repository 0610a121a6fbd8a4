"""The questions that the choice, the facts and the plan rest on: what every interview must ask.

An interview may word them anew, add choices and ask more; without these it could not be answered
with advice.
"""

from __future__ import annotations

from typing import NamedTuple

from groundrules.talk.preparing.questions import Kind


class Need(NamedTuple):
    """What must hold of a question: its kind, some of its choices, and what it is asked about."""

    kind: Kind
    choices: tuple[str, ...] = ()
    each: str = ""


NEEDS: dict[str, Need] = {
    "outlet": Need(Kind.TEXT),
    "reporter": Need(Kind.TEXT),
    "matter": Need(Kind.TEXT),
    "reasons": Need(Kind.SEVERAL_OF, ("context", "organisation")),
    "embargo": Need(Kind.TEXT),
    "trust": Need(Kind.ONE_OF, ("trusted", "distrusted")),
    "stakes": Need(Kind.SEVERAL_OF, ("law", "safety")),
    "accuracy": Need(Kind.ONE_OF, ("unconfirmed", "untrue")),
    "bear_named": Need(Kind.ONE_OF, ("yes",)),
    "bear_unnamed": Need(Kind.ONE_OF, ("no", "unsure")),
    "knowers": Need(Kind.NUMBER),
    "elsewhere": Need(Kind.TEXTS),
    "requests": Need(Kind.ONE_OF, ("yes",)),
    "descriptions": Need(Kind.TEXTS),
    "fits": Need(Kind.NUMBER, each="descriptions"),
    "helpers": Need(Kind.SEVERAL_OF, ("lawyer",)),
    "told": Need(Kind.TEXTS),
    "channel": Need(Kind.ONE_OF),
    "points": Need(Kind.TEXTS),
    "printed": Need(
        Kind.ONE_OF,
        ("as-advised", "named", "described", "unattributed", "unprinted", "never"),
        each="points",
    ),
    "conditions": Need(Kind.TEXT, each="points"),
    "evidence": Need(Kind.TEXT, each="points"),
    "unsaid": Need(Kind.TEXTS),
    "topics": Need(Kind.TEXTS),
    "expected": Need(Kind.TEXTS),
    "gut": Need(Kind.ONE_OF, ("stay-out",)),
}
"""Question to what must hold of it."""

ADVISED = frozenset(
    {
        "asked_by",
        "thought_through",
        "homework",
        "purpose",
        "basis",
        "interest",
        "bound",
        "documents",
        "paper",
    }
)
"""The other questions that are shipped: their answers show in what to look out for and in the list.

What a house asks besides stands on the plan as it was answered.
"""
