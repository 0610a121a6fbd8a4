"""The words before a noun: articles, numbers, `at least two`, `more than a dozen`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.listed import listed
from groundrules.draft.noun_phrase_tail import is_number
from groundrules.draft.phrases import phrase_end, phrases
from groundrules.draft.small_words import DETERMINERS, PLURAL_DETERMINERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.tokens import Token

_BEFORE_NUMBERS = phrases(
    "at least|most a?",
    "more|fewer|less than a?",
    "nearly|almost|fully|close|about|roughly|around|over|just|only|some|up|all|as to|many? as? a?",
)

_BETWEEN = listed(
    """first early late recent last next monday tuesday wednesday thursday friday saturday sunday
    morning"""
)
"""Words that tell the time elsewhere, but describe a noun behind a determiner."""

_COUNT_NOTHING = frozenset(["other", "certain", "most"])
"""Words for several that may stand behind a determiner of one."""


def behind_determiners(tokens: Sequence[Token], at: int, limit: int) -> tuple[int, bool]:
    """Return the token behind the determiners that begin at one, and whether they count several."""
    end = phrase_end(tokens, at, _BEFORE_NUMBERS)
    if not (end and end < limit and _counts(tokens[end])):
        end = at
    plural = False
    while end < limit and (tokens[end].low in DETERMINERS or is_number(tokens[end])):
        plural = plural or (_counts(tokens[end]) and not _leaves_open(tokens, at, end))
        end += 1
    if at < end < limit - 1 and tokens[end].low in _BETWEEN and not tokens[end + 1].is_capitalised:
        end += 1
    return end, plural


def _leaves_open(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Tell whether the noun alone says how many: `the other worker`, `a most senior aide`."""
    return at > first and tokens[at].low in _COUNT_NOTHING


def _counts(token: Token) -> bool:
    return token.low in PLURAL_DETERMINERS or (is_number(token) and token.text != "1")
