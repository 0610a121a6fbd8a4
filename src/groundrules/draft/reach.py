"""What each attribution of a sentence governs: the parts of the sentence that it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.clause import is_finite
from groundrules.draft.content import TELLING, content, resumed
from groundrules.draft.listed import listed
from groundrules.draft.nesting import COORDINATORS, has_nested
from groundrules.draft.noun_phrase import noun_phrase
from groundrules.draft.saying import Order
from groundrules.draft.small_words import (
    ADVERBS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    SUBORDINATORS,
    TIME_WORDS,
    WITH_A_VERB,
)
from groundrules.draft.tokens import QUOTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.saying import Saying
    from groundrules.draft.tokens import Token

Part = tuple[int, int]
"""The tokens from the one to before the other."""

_LONGEST_CIRCUMSTANCE = 9
_DEEPEST = 6
"""How many attributions within one another are followed; no sentence has more."""

_FARTHEST = 120
"""How many tokens back a part reaches at the most over other attributions."""

_GOES_ON = listed("""adding saying noting explaining arguing insisting warning and calling""")
_CIRCUMSTANCES = (
    PREPOSITIONS
    | TIME_WORDS
    | (SUBORDINATORS - {"that", "and", "or"})
    | ADVERBS
    | {"during", "following", "through", "late", "this", "referring", "asked"}
)


def governed(tokens: Sequence[Token], found: Sequence[Saying]) -> list[list[Part]]:
    """Return for each attribution of a sentence, in order, the parts that it governs.

    What somebody said that somebody else said is governed by both.
    """
    parts: list[list[Part]] = [[] for _ in found]
    gaps = _gaps(found, len(tokens))
    left = [_is_behind(tokens, gaps, found, at) for at in range(len(found))]
    for number, gap in enumerate(gaps):
        before = number - 1 if number and _goes_on(tokens, gaps, found, number, left) else -1
        behind = number if number < len(found) and left[number] else -1
        cut = gap[1]
        if before >= 0 and behind >= 0:
            cut = _cut(tokens, gap, found[before])
        if before >= 0:
            end = cut if behind >= 0 else _nested_end(tokens, found, gaps, number)
            start = resumed(tokens, gap[0], end) if left[before] else gap[0]
            parts[before].append(content(tokens, found[before], start, end))
        if behind >= 0:
            start = cut if before >= 0 else gap[0]
            parts[behind].append((_outer_start(tokens, gaps, number, start), gap[1]))
    trimmed = [[_trimmed(tokens, *part) for part in some] for some in parts]
    return [[(start, end) for start, end in some if start < end] for some in trimmed]


def _is_behind(
    tokens: Sequence[Token], gaps: Sequence[Part], found: Sequence[Saying], at: int
) -> bool:
    """Tell whether an attribution is for what stands before it."""
    left, right = gaps[at : at + 2]
    if not _takes_left(tokens, found[at], left, right):
        return False
    return right[0] < right[1] or not has_nested(tokens, gaps, found, at + 1)


def _goes_on(
    tokens: Sequence[Token],
    gaps: Sequence[Part],
    found: Sequence[Saying],
    number: int,
    left: Sequence[bool],
) -> bool:
    """Tell whether an attribution is for what stands in the gap behind it."""
    start, end = gaps[number]
    before = number - 1
    circumstance = left[before] and start < end and tokens[start].is_word
    if not circumstance and has_nested(tokens, gaps, found, number):
        return True
    return _takes_right(tokens, found[before], gaps[number], said=left[before])


def _gaps(found: Sequence[Saying], length: int) -> list[Part]:
    """Return the parts before, between and behind the attributions; some may be empty."""
    edges = [0, *(edge for one in found for edge in (one.start, one.end)), length]
    return [(edges[at], max(edges[at], edges[at + 1])) for at in range(0, len(edges), 2)]


def _nested_end(
    tokens: Sequence[Token], found: Sequence[Saying], gaps: Sequence[Part], number: int
) -> int:
    """Return where the part ends that goes on with what somebody said that others said."""
    deepest = number + _DEEPEST
    while number < deepest and has_nested(tokens, gaps, found, number):
        number += 1
    return gaps[number][1]


def _outer_start(tokens: Sequence[Token], gaps: Sequence[Part], number: int, start: int) -> int:
    """Return where the part begins that the attribution behind it takes with what is in it.

    In `Whitfield said no, according to an aide` the aide is for all of it.
    """
    if start < gaps[number][1] or number == 0:
        return start
    first = max(gaps[number][1] - _FARTHEST, 0)
    for at in range(gaps[number][1] - 1, first, -1):
        if tokens[at].text == ";" or (
            tokens[at].low in COORDINATORS and tokens[at - 1].text in (",", QUOTED)
        ):
            return at
    return first


def _trimmed(tokens: Sequence[Token], start: int, end: int) -> Part:
    """Leave out marks at either end, and the `but` with which the next part begins."""
    while start < end and not _has_words(tokens[start]):
        start += 1
    while start < end and not _ends_a_part(tokens[end - 1]):
        end -= 1
    return start, end


def _has_words(token: Token) -> bool:
    return token.is_word or token.is_quotation


def _ends_a_part(token: Token) -> bool:
    return _has_words(token) and token.low not in COORDINATORS


def _is_quoted(tokens: Sequence[Token], part: Part) -> bool:
    return any(token.text == QUOTED for token in tokens[slice(*part)])


def _holds_words(tokens: Sequence[Token], part: Part) -> bool:
    return any(map(_has_words, tokens[slice(*part)]))


def _takes_left(tokens: Sequence[Token], one: Saying, gap: Part, right: Part) -> bool:
    if one.declined or gap[0] == gap[1]:
        return False
    last = tokens[gap[1] - 1]
    if one.source_end <= gap[1] and one.order is Order.BEFORE and _holds_words(tokens, right):
        return False  # `…, adding that`, of somebody named before
    if last.text == QUOTED or one.order in {Order.BEHIND, Order.ACCORDING}:
        return True
    if one.order is Order.BY:
        return not _holds_words(tokens, right)
    return last.text in ",—–?!" and _is_all(tokens, one, gap, right)


def _is_all(tokens: Sequence[Token], one: Saying, gap: Part, right: Part) -> bool:
    """Tell whether all that was said stands before the verb."""
    if right[0] < right[1] and tokens[right[0]].is_word and not _has_verb(tokens, gap):
        return False
    return _is_circumstance(tokens, right) or _is_recipient(tokens, one, right)


def _is_circumstance(tokens: Sequence[Token], part: Part) -> bool:
    """Tell whether nothing follows the verb, or only when, where or how it was said."""
    start, end = part
    if start < end and (tokens[start].text == ":" or _begins_quoted(tokens, part)):
        return False
    if start == end or not tokens[start].is_word:
        return True
    if _is_quoted(tokens, part):
        return False
    return end - start <= _LONGEST_CIRCUMSTANCE and tokens[start].low in _CIRCUMSTANCES


def _has_verb(tokens: Sequence[Token], part: Part) -> bool:
    return any(
        is_finite(tokens, at) or tokens[at].low in WITH_A_VERB or tokens[at].text == QUOTED
        for at in range(*part)
    )


def _begins_quoted(tokens: Sequence[Token], part: Part) -> bool:
    """Tell whether a part begins with a quotation, behind a comma or without."""
    start, end = part
    return any(token.text == QUOTED for token in tokens[start : min(start + 2, end)])


def _is_recipient(tokens: Sequence[Token], one: Saying, part: Part) -> bool:
    """Tell whether nothing follows the verb but whom they told."""
    if tokens[one.end - 1].low not in TELLING:
        return False
    told = noun_phrase(tokens, part[0])
    end = told.end if told else part[0] + (tokens[part[0]].low in OBJECT_PRONOUNS)
    return end > part[0] and _is_circumstance(tokens, (end, part[1]))


def _takes_right(tokens: Sequence[Token], one: Saying, gap: Part, *, said: bool) -> bool:
    start, end = gap
    if one.declined or start == end:
        return False
    if said and tokens[start].is_word:
        return tokens[start].low == "that" or resumed(tokens, start, end) > start
    begins = tokens[start].is_word or tokens[start].text in {QUOTED, ":"}
    if begins and one.order in {Order.BEFORE, Order.BY}:
        return True
    if one.order is Order.ACCORDING and tokens[start].text == ",":
        told = said and _has_verb(tokens, (max(one.start - _FARTHEST, 0), one.start))
        return not told or (start + 1 < end and is_finite(tokens, start + 1))
    goes_on = start + 1 < end and tokens[start + 1].low in _GOES_ON
    return goes_on or _is_set_off(tokens, one, gap) or _is_quoted(tokens, gap)


def _is_set_off(tokens: Sequence[Token], one: Saying, gap: Part) -> bool:
    """Tell whether an attribution stands in the middle: `The mayor, she said, was out`."""
    at = gap[0] + 1
    if one.start == 0 or at >= gap[1]:
        return False
    commas = tokens[one.start - 1].text == tokens[gap[0]].text == ","
    if one.order in {Order.BEHIND, Order.ACCORDING} and not is_finite(tokens, at):
        return False
    goes_on = tokens[at].low not in COORDINATORS and not tokens[at].low.endswith("ing")
    return commas and goes_on


def _cut(tokens: Sequence[Token], gap: Part, before: Saying) -> int:
    """Return where a part that two attributions reach for falls into theirs."""
    for at in range(gap[1] - 1, gap[0], -1):
        if tokens[at].text == ";" or (
            tokens[at].low in COORDINATORS and tokens[at - 1].text in (",", QUOTED)
        ):
            return at
    return gap[1] if before.order is Order.BEFORE else gap[0]
