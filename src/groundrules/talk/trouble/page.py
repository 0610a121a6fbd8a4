"""A page of calm: one kind of trouble, for the person who spoke and for whoever wrote it down."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Reader(StrEnum):
    """For whom a page is read: whoever spoke, or the reporter and the editor."""

    SOURCE = "source"
    REPORTER = "reporter"


class Warned(NamedTuple):
    """Something not to do, and why not."""

    what: str
    why: str


class Way(NamedTuple):
    """One way out.

    Attributes:
        title: its name, in a few words.
        does: what it can bring.
        cost: what it costs, whatever comes of it.
    """

    title: str
    does: str
    cost: str


class LegalFact(NamedTuple):
    """What some law says, in plain words, and where that can be read."""

    says: str
    source: str


class Course(NamedTuple):
    """What one reader does, in order.

    Attributes:
        title: what happened, as this reader sees it.
        calm: what this reader should know before anything else.
        first_hour: the steps that come first.
        first_day: the steps behind them.
        never: what not to do.
        ways: the ways out, the gentlest first.
        lawyer: when to ask one, or somebody else from outside.
    """

    title: str
    calm: str
    first_hour: tuple[str, ...]
    first_day: tuple[str, ...]
    never: tuple[Warned, ...]
    ways: tuple[Way, ...]
    lawyer: str


class Trouble(NamedTuple):
    """One kind of trouble.

    Attributes:
        name: the word for it in a record, such as `broken`.
        title: what happened, as the person who spoke sees it.
        about: the same in one sentence, for a list.
        holds: what holds by the five laws.
        proves: what a record proves of it.
        unproved: what no record proves.
        courses: what to do, for each reader.
        law: what the law says in some places.
    """

    name: str
    title: str
    about: str
    holds: tuple[str, ...]
    proves: tuple[str, ...]
    unproved: tuple[str, ...]
    courses: Mapping[Reader, Course]
    law: tuple[LegalFact, ...] = ()


class Frame(NamedTuple):
    """The headings of every page, and the words that stand below each.

    Attributes:
        readers: how each reader is named in the title.
        shared: to the reporter, that what everybody reads speaks to the person who spoke.
        advice: that this is no advice of a lawyer.
    """

    readers: Mapping[Reader, str]
    shared: str
    holds: str
    proves: str
    unproved: str
    first_hour: str
    first_day: str
    never: str
    ways: str
    way: str
    does: str
    cost: str
    lawyer: str
    law: str
    advice: str
