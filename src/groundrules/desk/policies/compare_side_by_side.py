"""Two policies side by side: level by level, the ones that they read differently first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.policies.tabulate_policy import Cell, cell
from groundrules.terms.comparison import headline, sentence
from groundrules.terms.levels import Level
from groundrules.terms.policy import FREE_LEVELS

if TYPE_CHECKING:
    from groundrules.desk.policies.compare_policies import Comparison


class Differing(NamedTuple):
    """One thing on which two policies differ."""

    sentence: str
    left: Cell
    right: Cell


class LevelCompared(NamedTuple):
    """What two policies make of one level; no differences where they read it alike."""

    level: str
    spoken: str
    headline: str
    differences: tuple[Differing, ...]


class SideBySide(NamedTuple):
    """A whole comparison.

    Attributes:
        levels: those that the two read differently, then the others.
        practices: what they ask of newsroom and copy, where that differs; each a sentence.
    """

    left_title: str
    right_title: str
    levels: tuple[LevelCompared, ...]
    practices: tuple[str, ...]


def side_by_side(found: Comparison) -> SideBySide:
    """Return a comparison as people look at it."""
    levels = [_level(level, found) for level in Level if level not in FREE_LEVELS]
    practices = tuple(sentence(one) for one in found.differences if one.level is None)
    ordered = tuple(sorted(levels, key=lambda one: not one.differences))
    return SideBySide(found.first.title, found.second.title, ordered, practices)


def _level(level: Level, found: Comparison) -> LevelCompared:
    differences = tuple(
        Differing(
            sentence(one),
            cell(found.first, one.subject, one.first.ruling),
            cell(found.second, one.subject, one.second.ruling),
        )
        for one in found.differences
        if one.level is level
    )
    return LevelCompared(level.value, level.spoken, headline(level, found.differences), differences)
