"""The tiers: which segments to merge, so that they stay few and each is seldom written anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.matching.index.layout import MOST_POSTINGS, MOST_STATEMENTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST_SEGMENTS = 10
"""Segments that an index may have. A look-up asks each, so they are to be few; a merge writes all
that it merges, so it is to be seldom. With ten, and conversations of one size that come one by one
until there are two thousand times the first, each posting is written about four times."""

_MUCH_DEAD = 0.25
"""The share of dead statements from which a segment is written anew."""


class Weight(NamedTuple):
    """How much a segment holds, and how much of it is dead.

    Attributes:
        statements: statements, the dead included.
        dead: statements that are dead.
        postings: postings, the dead included.
    """

    statements: int
    dead: int
    postings: int


def to_merge(weights: Sequence[Weight]) -> list[int]:
    """Return the places of the segments to be made one, in order; none where all is well."""
    heavy = [place for place, one in enumerate(weights) if one.dead > _MUCH_DEAD * one.statements]
    if len(weights) <= MOST_SEGMENTS:
        return sorted(fitting(weights, heavy))
    smallest_first = sorted(range(len(weights)), key=lambda place: weights[place].postings)
    chosen = smallest_first[: len(weights) - MOST_SEGMENTS + 1]
    total = sum(weights[place].postings for place in chosen)
    for place in smallest_first[len(chosen) :]:
        # A segment that is no larger than all the smaller ones together goes with them.
        if weights[place].postings <= total:
            chosen.append(place)
            total += weights[place].postings
    return sorted(fitting(weights, dict.fromkeys([*chosen, *heavy])))


def fitting(weights: Sequence[Weight], places: Iterable[int]) -> list[int]:
    """Return as many of some segments' places, from the first on, as one segment can hold."""
    kept, statements, postings = [], 0, 0
    for place in places:
        statements += weights[place].statements
        postings += weights[place].postings
        if statements > MOST_STATEMENTS or postings > MOST_POSTINGS:
            break
        kept.append(place)
    return kept
