"""The texts of the advice as data: what the file of advice holds, once it is understood."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from groundrules.talk.preparing.conditions import Condition

if TYPE_CHECKING:
    from collections.abc import Mapping

    from groundrules.talk.preparing.alternatives import Alternative
    from groundrules.terms.levels import Level


class When(StrEnum):
    """When something on the list is done."""

    BEFORE = "before"
    START = "start"
    DURING = "during"
    END = "end"


class Way(NamedTuple):
    """The texts about one way to talk.

    Attributes:
        lets: what it lets the reporter do, where no policy says so; else "".
        print: a line as it would stand in print; `{description}` stands for that of the source.
        wrong: what can go wrong.
        asking: what it signals merely to ask.
    """

    title: str
    print: str
    wrong: str
    asking: str
    lets: str = ""


class Reading(NamedTuple):
    """How some people or guides read a level, which the outlet's rules may contradict."""

    level: Level
    axis: str
    value: str
    says: str


class Note(NamedTuple):
    """A text that is shown where its condition holds.

    Attributes:
        when: for the list; None for others.
    """

    text: str
    condition: Condition = Condition()
    when: When | None = None


class Guidance(NamedTuple):
    """All texts of the advice.

    Attributes:
        decision: what stands above the choice.
        undescribed: the description in an example line where there is none yet.
        rights: axis and permission to what the reporter may do.
        sureness: how sure it is, in words, by name.
        newsroom: how a newsroom decides about a source without a name.
        people: who at an outlet knows or approves, in words, by the word of the policy.
        reasons: rule to reason.
        flags: what to look out for, in order.
        checklist: the list for before, during and after the talk.
        expected: questions that come up in every talk.
    """

    decision: tuple[str, ...]
    undescribed: str
    ways: Mapping[Alternative, Way]
    rights: Mapping[tuple[str, str], str]
    sureness: Mapping[str, str]
    newsroom: str
    people: Mapping[str, str]
    readings: tuple[Reading, ...]
    reasons: Mapping[str, str]
    flags: tuple[Note, ...]
    checklist: tuple[Note, ...]
    expected: tuple[Note, ...]
