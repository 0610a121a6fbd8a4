"""The bar: how many bits must a passage say before it counts as taken from a statement?

The more was said, the more of it is like any text by chance, so the bar rises with the record.
Its slope and height are fitted, not derived: language repeats itself far more than dice do. See
`docs/explanation/matching.md` for what they were fitted on. A passage that is the whole of a
quotation claims to be somebody's words, so it needs less.
"""

from __future__ import annotations

from math import inf, log2
from typing import NamedTuple

SURE = 8
"""Words. So long a run, word for word, is no chance, but for stop words and stock phrases."""

FEWEST = 3
"""Words. Fewer are not looked for at all."""

_WORDS_PER_STATEMENT = 20
_LOWEST = 28.0
_HEIGHT = 19.0
_SLOPE = 1.4
_QUOTED = 8.0
_USUAL = 6
_FOR_EACH_LESS = 3.0
_UNCHANGED = 3.0


class Bar(NamedTuple):
    """How high the bar is over one record.

    Attributes:
        plain: the bits that a passage of six words or more must say.
    """

    plain: float

    @property
    def quoted(self) -> float:
        """Return the bits for what is all, or most, of what stands between quotation marks."""
        return self.plain - _QUOTED

    def over(self, words: int, *, quoted: bool, unchanged: bool) -> float:
        """Return the bits that a passage must say; more than it can where it is too short.

        Args:
            words: how many it shares with the statement.
            quoted: whether it is most of a quotation.
            unchanged: whether no word was added, changed or left out but fillers.
        """
        if words < FEWEST:
            return inf
        if quoted:
            return self.quoted
        if words < _USUAL:
            return self.plain + _FOR_EACH_LESS * (_USUAL - words)
        return self.plain - _UNCHANGED if unchanged else self.plain


def bar_for(words: int) -> Bar:
    """Return the bar over a record of so many words."""
    statements = max(1.0, words / _WORDS_PER_STATEMENT)
    return Bar(max(_LOWEST, _HEIGHT + _SLOPE * log2(statements)))
