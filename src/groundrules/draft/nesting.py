"""Attributions within attributions: what somebody said that somebody else said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.listed import listed
from groundrules.draft.saying import Order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.saying import Saying
    from groundrules.draft.tokens import Token

COORDINATORS = listed("but while and though although whereas")
"""Words with which a clause begins that another person may speak for."""


def has_nested(
    tokens: Sequence[Token],
    gaps: Sequence[tuple[int, int]],
    found: Sequence[Saying],
    number: int,
) -> bool:
    """Tell whether an attribution stands within what the one before it says.

    Args:
        tokens: those of the sentence.
        gaps: the parts before, between and behind the attributions.
        found: the attributions.
        number: which of them; there may be none of that number.
    """
    if not 0 < number < len(found):
        return False
    outer, one, gap = found[number - 1], found[number], gaps[number]
    if one.order is Order.ACCORDING:
        return _is_aside(tokens, outer, one, gap)
    if one.order is not Order.BEFORE or one.source_start < gap[0] or outer.declined:
        return False
    if outer.order is Order.ACCORDING:
        return outer.start == 0
    return outer.order is Order.BEFORE and _leads_in(tokens, outer, gap)


def _is_aside(tokens: Sequence[Token], outer: Saying, one: Saying, gap: tuple[int, int]) -> bool:
    """Tell whether `according to an aide` stands behind the `that` of the one before."""
    closed = one.end < len(tokens) and tokens[one.end].text == ","
    return closed and outer.order is Order.BEFORE and tokens[gap[1] - 1].low == "that"


def _leads_in(tokens: Sequence[Token], outer: Saying, gap: tuple[int, int]) -> bool:
    start, end = gap
    if start == end:
        return True
    last = tokens[end - 1]
    if last.text == "," and end == start + 1:  # `Once, Whitfield said, the mayor knew`
        return outer.start > 0 and tokens[outer.start - 1].text == ","
    return last.is_word and last.low not in COORDINATORS
