"""What each attribution of a sentence governs: the parts of the sentence that it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.listed import listed
from groundrules.draft.noun_phrase import noun_phrase
from groundrules.draft.saying import Order
from groundrules.draft.small_words import (
    ADVERBS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    SUBORDINATORS,
    TIME_WORDS,
)
from groundrules.draft.tokens import QUOTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.saying import Saying
    from groundrules.draft.tokens import Token

Part = tuple[int, int]
"""The tokens from the one to before the other."""

_LONGEST_CIRCUMSTANCE = 9
_GOES_ON = listed("""adding saying noting explaining arguing insisting warning and calling""")
_TELLING = frozenset(["told", "tells", "tell", "informed", "assured", "emailed", "texted"])
_COORDINATORS = listed("but while and though although whereas")
_CIRCUMSTANCES = (
    PREPOSITIONS
    | TIME_WORDS
    | (SUBORDINATORS - {"that", "and", "or"})
    | ADVERBS
    | {"during", "following", "through", "late", "this", "referring", "asked"}
)


def governed(tokens: Sequence[Token], found: Sequence[Saying]) -> list[list[Part]]:
    """Return for each attribution of a sentence, in order, the parts that it governs."""
    parts: list[list[Part]] = [[] for _ in found]
    edges = [0, *(edge for one in found for edge in (one.start, one.end)), len(tokens)]
    gaps = [(edges[at], max(edges[at], edges[at + 1])) for at in range(0, len(edges), 2)]
    for number, gap in enumerate(gaps):
        before = number - 1 if number and _takes_right(tokens, found[number - 1], gap) else -1
        behind = (
            number
            if number < len(found) and _takes_left(tokens, found[number], gap, gaps[number + 1])
            else -1
        )
        if before >= 0 and behind >= 0:
            cut = _cut(tokens, gap, found[before])
            parts[before].append((gap[0], cut))
            parts[behind].append((cut, gap[1]))
        elif max(before, behind) >= 0:
            parts[max(before, behind)].append(gap)
    trimmed = [[_trimmed(tokens, *part) for part in some] for some in parts]
    return [[(start, end) for start, end in some if start < end] for some in trimmed]


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
    return _has_words(token) and token.low not in _COORDINATORS


def _holds_words(tokens: Sequence[Token], part: Part) -> bool:
    return any(map(_has_words, tokens[slice(*part)]))


def _takes_left(tokens: Sequence[Token], one: Saying, gap: Part, right: Part) -> bool:
    if one.declined or gap[0] == gap[1]:
        return False
    last = tokens[gap[1] - 1]
    if last.text == QUOTED or one.order in {Order.BEHIND, Order.ACCORDING}:
        return True
    if one.order is Order.BY:
        return not _holds_words(tokens, right)
    if last.text not in ",—–?!":
        return False
    return _is_circumstance(tokens, right) or _is_recipient(tokens, one, right)


def _is_circumstance(tokens: Sequence[Token], part: Part) -> bool:
    """Tell whether nothing follows the verb, or only when, where or how it was said."""
    start, end = part
    if start == end or not tokens[start].is_word:
        return tokens[start].text != ":" if start < end else True
    if any(token.text == QUOTED for token in tokens[start:end]):
        return False
    return end - start <= _LONGEST_CIRCUMSTANCE and tokens[start].low in _CIRCUMSTANCES


def _is_recipient(tokens: Sequence[Token], one: Saying, part: Part) -> bool:
    """Tell whether nothing follows the verb but whom they told."""
    if tokens[one.end - 1].low not in _TELLING:
        return False
    told = noun_phrase(tokens, part[0])
    end = told.end if told else part[0] + (tokens[part[0]].low in OBJECT_PRONOUNS)
    return end > part[0] and _is_circumstance(tokens, (end, part[1]))


def _takes_right(tokens: Sequence[Token], one: Saying, gap: Part) -> bool:
    start, end = gap
    if one.declined or start == end:
        return False
    if one.order in {Order.BEFORE, Order.BY} and (
        tokens[start].is_word or tokens[start].text in (QUOTED, ":")
    ):
        return True
    if one.order is Order.ACCORDING and tokens[start].text == ",":
        return True
    if _is_set_off(tokens, one, gap):
        return True
    quoted = any(token.text == QUOTED for token in tokens[start:end])
    return quoted or (start + 1 < end and tokens[start + 1].low in _GOES_ON)


def _is_set_off(tokens: Sequence[Token], one: Saying, gap: Part) -> bool:
    """Tell whether an attribution stands in the middle: `The mayor, she said, was out`."""
    at = gap[0] + 1
    if one.start == 0 or at >= gap[1]:
        return False
    commas = tokens[one.start - 1].text == tokens[gap[0]].text == ","
    return commas and tokens[at].low not in _COORDINATORS


def _cut(tokens: Sequence[Token], gap: Part, before: Saying) -> int:
    """Return where a part that two attributions reach for falls into theirs."""
    for at in range(gap[1] - 1, gap[0], -1):
        if tokens[at].text == ";" or (
            tokens[at].low in _COORDINATORS and tokens[at - 1].text in (",", QUOTED)
        ):
            return at
    return gap[1] if before.order is Order.BEFORE else gap[0]
