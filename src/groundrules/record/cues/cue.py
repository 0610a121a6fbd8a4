"""A cue: an act about the terms that is heard in a turn, and what the turn may be answering."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from groundrules.record.facts import Kind, Proposal


class Waiting(StrEnum):
    """What is pending when a turn begins, seen from whoever speaks it.

    A small sound accepts only what was asked, and only where nothing else was said with it.
    """

    NOTHING = "nothing"
    """No terms await an answer. "Sure" says nothing about terms."""

    ASKED = "asked"
    """The other side asked about terms and stopped there: "sure" accepts, "no" declines."""

    DISCLOSED = "disclosed"
    """The other side put terms and went on to tell: "mm-hm" and "sure" are only listening."""

    OWN = "own"
    """This side put terms that nobody has answered: its own "okay" accepts nothing."""

    RETURN = "return"
    """The other side asked to go back on the record."""

    RETROACTIVE = "retroactive"
    """The other side asked for terms about words that were spoken before."""


class Cue(NamedTuple):
    """One act about the terms, as the words of a turn suggest it. A person confirms it.

    Attributes:
        kind: what the words do.
        proposal: the terms they name, for the kinds that name any; else None. An embargo keeps
            the words in which it was put as its event, since no clock is known here.
        start: where the words that do it begin in the turn's text, counted from 0.
        end: where they end.
    """

    kind: Kind
    proposal: Proposal | None
    start: int
    end: int
