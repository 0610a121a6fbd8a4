"""What goes on describing somebody behind the noun: `in the mayor's office`, `briefed on it`.

Where somebody said it (`in an interview`, `on Tuesday`) is no part of who did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.listed import listed
from groundrules.draft.reporting_verbs import REPORTING_VERBS, Needs
from groundrules.draft.small_words import (
    ADVERBS,
    BESIDE_A_NOUN,
    DETERMINERS,
    FINITE_ONLY,
    FUNCTION_WORDS,
    OBJECT_PRONOUNS,
    PARTICIPLES,
    PREPOSITIONS,
    RELATIVES,
    SETTING_PREPOSITIONS,
    SETTINGS,
    TIME_WORDS,
)
from groundrules.draft.tokens import QUOTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.tokens import Token

_LONGEST_RUN = 10

_NO_NOUN = (
    (
        FUNCTION_WORDS
        - listed("""other others own same several many few two three second third such""")
    )
    | TIME_WORDS
    | PREPOSITIONS
    | RELATIVES
    | FINITE_ONLY
    | frozenset(form for form, verb in REPORTING_VERBS.items() if verb.needs is Needs.A_SUBJECT)
)

_GOES_ON = RELATIVES | PREPOSITIONS
_SOMETIMES_FINITE = listed("need king thing spring ring wing bed feed seed")


def in_run(token: Token) -> bool:
    """Tell whether a token can stand inside a run of nouns and what stands before them."""
    if not token.is_word:
        return token.text in {QUOTED, "&"}
    return token.low not in _NO_NOUN or (len(token.text) > 1 and token.text.isupper())


def is_participle(token: Token) -> bool:
    """Tell whether a token goes on describing what stands before it."""
    low = token.low
    return token.text[0].islower() and (
        low in PARTICIPLES or (low.endswith(("ed", "ing")) and low not in _SOMETIMES_FINITE)
    )


def is_boundary(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a sentence or a part of it ends before this token."""
    return at >= len(tokens) or not tokens[at].is_word


def is_number(token: Token) -> bool:
    """Tell whether a token is a number in digits."""
    return token.text[0].isdigit() and not token.low.endswith("-old")


def tail_end(tokens: Sequence[Token], at: int, limit: int) -> int:
    """Return where the description ends that goes on at a token; `at` where none does."""
    end = at
    while end < limit:
        further = _part_end(tokens, end, limit)
        if further == end and end > at:
            further = _coordinated_part_end(tokens, end, limit)
        if further == end:
            break
        end = further
    return end


def _part_end(tokens: Sequence[Token], at: int, limit: int) -> int:
    token = tokens[at]
    if token.low in PREPOSITIONS:
        end = object_end(tokens, at + 1, limit)
        return at if end == at + 1 or _is_setting(tokens, at, end) else end
    if token.low in RELATIVES:
        return _relative_end(tokens, at, limit)
    if is_participle(token):
        return at if _is_finite(tokens, at, limit) else object_end(tokens, at + 1, limit)
    if token.low in BESIDE_A_NOUN:
        return at + 1
    leads_on = token.low == "not" or token.low in ADVERBS or token.low.endswith("ly")
    if leads_on and at + 1 < limit and is_participle(tokens[at + 1]):
        return at + 1
    return at


def _is_finite(tokens: Sequence[Token], at: int, limit: int) -> bool:
    """Tell whether what looks like a participle is the verb of a sentence: `quoted the mayor`."""
    if tokens[at].low not in REPORTING_VERBS:
        return False
    return at + 1 < limit and tokens[at + 1].low not in PREPOSITIONS


def _coordinated_part_end(tokens: Sequence[Token], at: int, limit: int) -> int:
    if tokens[at].low not in {"and", "or"} or at + 1 >= limit:
        return at
    following = tokens[at + 1]
    if following.low in _GOES_ON or is_participle(following):
        return _part_end(tokens, at + 1, limit)
    end = object_end(tokens, at + 1, limit)
    if end == at + 1:
        return at
    goes_on = end == limit or is_boundary(tokens, end) or tokens[end].low in PREPOSITIONS
    return end if goes_on else at


def _relative_end(tokens: Sequence[Token], at: int, limit: int) -> int:
    end = at + 1
    while end < limit and (tokens[end].is_word or tokens[end].text == QUOTED):
        end += 1
    return end


def object_end(tokens: Sequence[Token], at: int, limit: int) -> int:
    """Return where the object ends that begins at a token; `at` where none does."""
    if at < limit and tokens[at].low in OBJECT_PRONOUNS - DETERMINERS:
        return at + 1
    end = at
    while end < limit and (tokens[end].low in DETERMINERS or is_number(tokens[end])):
        end += 1
    ordered = at < end < limit - 1 and tokens[end].low == "first" and in_run(tokens[end + 1])
    end += ordered  # `counsel for the first man`
    start = end
    while end < limit and end - start < _LONGEST_RUN and in_run(tokens[end]):
        end += 1
        if end < limit and tokens[end - 1].low.endswith("ing") and tokens[end].low in DETERMINERS:
            end += 1
    stands_alone = end > at and (is_number(tokens[end - 1]) or tokens[at].low == "her")
    return end if end > start or stands_alone else at


def _is_setting(tokens: Sequence[Token], at: int, end: int) -> bool:
    if tokens[at].low not in SETTING_PREPOSITIONS:
        return False
    definite = tokens[at + 1].low in {"the", "those", "that"}
    return (tokens[end - 1].low in SETTINGS and not definite) or any(
        token.low in TIME_WORDS for token in tokens[at + 1 : end]
    )
