"""The gaps: words between two runs in common, and what they take from the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.matching.passages import UNQUOTED

if TYPE_CHECKING:
    from groundrules.matching.passages import Passages

OPENED = 3.0
ADDED = 2.5
LEFT_OUT = 0.7
"""Bits that a gap takes, that a word added to the statement's takes, that one left out takes."""

MOST_INTERRUPTING = 15
"""Words of an attribution that interrupts a quotation."""

_MARKED = 0.03
_INTERRUPTING = 0.2
_MOST_ADDED = 6
_MOST_ADDED_AT_A_MARK = 2
_MOST_LEFT_OUT = 12
_MOST_MARKED = 80


class Gap(NamedTuple):
    """What lies between a word in common and the next.

    Attributes:
        before: the one before it in the draft, numbered as in `plain`.
        behind: the one behind it.
        left_out: how many plain words of the statement lie between the two.
    """

    before: int
    behind: int
    left_out: int

    @property
    def added(self) -> int:
        """Return how many plain words of the draft lie between the two."""
        return self.behind - self.before - 1


def joins(passages: Passages, gap: Gap) -> bool:
    """Tell whether what lies on both sides of a gap may be one passage."""
    if gap.added > _most_added(passages, gap):
        return False
    return gap.left_out <= _MOST_LEFT_OUT or (
        gap.left_out <= _MOST_MARKED and _is_marked(passages, gap)
    )


def cost(passages: Passages, gap: Gap) -> float:
    """Return the bits that a gap takes; there is at least one word in it."""
    added = gap.added * (_INTERRUPTING if _interrupts(passages, gap) else ADDED)
    marked = gap.left_out > 0 and _is_marked(passages, gap)
    return OPENED + added + gap.left_out * (_MARKED if marked else LEFT_OUT)


def _is_marked(passages: Passages, gap: Gap) -> bool:
    at = passages.words.at
    return passages.is_marked(at[gap.before], at[gap.behind])


def _interrupts(passages: Passages, gap: Gap) -> bool:
    """Tell whether a quotation is closed and another one opened: `"…," she said, "…"`."""
    first, second = passages.quotes[gap.before], passages.quotes[gap.behind]
    return UNQUOTED not in {first, second} and first != second


def _most_added(passages: Passages, gap: Gap) -> int:
    if _interrupts(passages, gap):
        return MOST_INTERRUPTING
    same = passages.quotes[gap.before] == passages.quotes[gap.behind]
    return _MOST_ADDED if same else _MOST_ADDED_AT_A_MARK
