"""A scenario: who talks with whom, what is at stake, and what is said to each answer."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from groundrules.record.facts import Fact
    from groundrules.record.transcript import Party
    from groundrules.terms.policy import Policy
    from groundrules.terms.promise import Terms


class Side(StrEnum):
    """On which side of the table the person practises."""

    SOURCE = "source"
    REPORTER = "reporter"


class Difficulty(StrEnum):
    """How hard the other side presses, least first."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"
    HOSTILE = "hostile"


class Point(NamedTuple):
    """One thing that may be told in the talk.

    Attributes:
        name: its key in the file.
        about: what it is, in a few words for the person who practises.
        needs: the freest terms on which it may stand; None where any will do.
        wants: the strictest terms on which it is still of use; None where any will do. An axis
            that was not named is as strict as can be, and so never the reason.
        signs: words of which one in a typed answer shows that the point was told.
    """

    name: str
    about: str
    needs: Terms | None = None
    wants: Terms | None = None
    signs: tuple[str, ...] = ()


class Act(NamedTuple):
    """What a line does to the terms.

    Attributes:
        fact: the fact, at no place of a talk yet.
        about: the points whose turns it is about, written `turns={point}` in the file.
    """

    fact: Fact
    about: tuple[str, ...] = ()


class Line(NamedTuple):
    """What one party says at once.

    Attributes:
        by: the id of who says it.
        words: the words that the acts are made with; "" for a line without any.
        acts: what they do to the terms.
        then: the words behind the acts, spoken on the terms that they made; "" for none.
        holds: the points that it tells: in `then` where there is such, else in `words`.
    """

    by: str
    words: str
    acts: tuple[Act, ...] = ()
    then: str = ""
    holds: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Return all the words, as one would hear them."""
        return " ".join(filter(None, (self.words, self.then)))


class Choice(NamedTuple):
    """One answer of the person who practises, and the step or ending that follows."""

    name: str
    line: Line
    follows: str


class Step(NamedTuple):
    """One move of the other side, and the answers to it.

    Attributes:
        scene: what happens, in the narrator's words; "" for nothing.
        line: what the other side says; its words are "" where it says nothing.
        otherwise: the choice whose way a typed answer takes that is like none of them.
    """

    name: str
    scene: str
    line: Line
    choices: tuple[Choice, ...]
    otherwise: Choice


class Ending(NamedTuple):
    """How a play ends: a last line of the other side, if there is one, and what becomes of it."""

    name: str
    text: str
    line: Line


class Scenario(NamedTuple):
    """One scenario.

    Attributes:
        name: its file's name without `.toml`.
        policy: the policy under which every play of it is read.
        you: the id of the party whom the person plays.
        earlier: the terms of an earlier talk between the two; None where there was none. They
            are never carried over.
        goal: the point that should get out; "" where silence loses nothing.
        practices: the practices that it teaches, by id.
        start: the name of the first step.
    """

    name: str
    title: str
    side: Side
    difficulty: Difficulty
    policy: Policy
    outlet: str
    situation: tuple[str, ...]
    practices: tuple[str, ...]
    parties: tuple[Party, ...]
    you: str
    earlier: Terms | None
    points: Mapping[str, Point]
    goal: str
    start: str
    steps: Mapping[str, Step]
    endings: Mapping[str, Ending]

    def lines(self) -> Iterator[Line]:
        """Yield every line of the file."""
        for step in self.steps.values():
            yield step.line
            yield from (choice.line for choice in step.choices)
        yield from (ending.line for ending in self.endings.values())
