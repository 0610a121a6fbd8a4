"""Where what somebody said begins and ends, within the part of the sentence that their verb takes.

Behind *told the board on Friday that* only what was said counts; and where copy goes on for itself
(`…, but the mayor signed it anyway`, `…, which opened in May`) what was said is over. Where that
cannot be told, the longer of two halves counts as said with the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.clause import is_finite
from groundrules.draft.listed import listed
from groundrules.draft.noun_phrase import noun_phrase
from groundrules.draft.noun_phrase_tail import object_end
from groundrules.draft.reporting_verbs import ALSO_NOUNS, REPORTING_VERBS
from groundrules.draft.saying import Order
from groundrules.draft.small_words import (
    AUXILIARIES,
    DETERMINERS,
    FORMS_OF_BE,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
    SETTING_PREPOSITIONS,
    SETTINGS,
    SUBORDINATORS,
    TIME_WORDS,
    WITH_A_VERB,
)
from groundrules.draft.subject import is_relative
from groundrules.draft.tokens import QUOTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.saying import Saying
    from groundrules.draft.tokens import Token

TELLING = listed(
    "told tells tell telling informed assured emailed texted warned reminded asked asks ask asking"
)
_QUESTIONS = frozenset(["whether", "why", "how", "if", "what"])
_TO_THAT = 18
_SHORTEST = 1
_ASIDE = 4
_LONGEST_SETTING = 12
_LONGEST_ASIDE = 25
_OVER = listed("while whereas compared which double")
_JOINS = frozenset(["and", "but", "so"])
_NO_PARTICIPLE = listed(
    "including according during following regarding concerning starting nothing"
)
_DASHES = frozenset(["—", "–", "--", "-"])
_SUBJECTS = PRONOUNS | WITH_A_VERB
_SURE_OBJECTS = OBJECT_PRONOUNS - DETERMINERS
_BEGINS_A_CLAUSE = _SUBJECTS | DETERMINERS
_BEGINS_A_SETTING = SETTING_PREPOSITIONS | TIME_WORDS | {"by", "under", "to", "out"}
_MAIN_VERBS = AUXILIARIES | FORMS_OF_BE | REPORTING_VERBS.keys()
_LEADS_UP = SUBORDINATORS - {"and", "but", "or", "nor", "so", "that", "yet"}


def resumed(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return the quotation that goes on behind `“…,” she said in May, “…”`, or the start."""
    if start >= end or not tokens[start].is_word:
        return start
    quotations = (
        at
        for at in range(start + 1, end)
        if tokens[at].text == QUOTED and tokens[at - 1].text in {",", ":", ";", "—", "–"}
    )
    return next(quotations, start)


def content(tokens: Sequence[Token], one: Saying, start: int, end: int) -> tuple[int, int]:
    """Return the tokens of the part behind a verb of saying that are what was said."""
    if one.order is Order.BEFORE and one.source_start > start:
        end = one.source_start - 1  # `Noting that it rained, Whitfield left`
    start = _content_start(tokens, one, start, end)
    end = _content_end(tokens, one, start, end)
    return (start, end) if not _is_only_setting(tokens, one, start, end) else (end, end)


def _is_only_setting(tokens: Sequence[Token], one: Saying, start: int, end: int) -> bool:
    """Tell whether nothing follows but where, when or how: `he responded on Twitter`."""
    if start >= end or one.order is not Order.BEFORE or end - start > _LONGEST_SETTING:
        return False
    low = tokens[start].low
    if low not in _BEGINS_A_SETTING:
        return False
    return not any(
        tokens[at].text == QUOTED or tokens[at].low == "that" or is_finite(tokens, at)
        for at in range(start, end)
    )


def _content_start(tokens: Sequence[Token], one: Saying, start: int, end: int) -> int:
    if one.order is Order.BEHIND:
        return next((at for at in range(start, end) if tokens[at].text == QUOTED), start)
    if one.order not in {Order.BEFORE, Order.BY} or start >= end or not tokens[start].is_word:
        return start
    telling = tokens[one.end - 1].low in TELLING
    told = _recipient_end(tokens, start, end) if telling else start
    set_up = told > start or _is_setting(tokens, start)
    if set_up:
        for at in range(start, min(start + _TO_THAT, end)):
            if tokens[at].low == "that" or (telling and tokens[at].low in _QUESTIONS):
                return at
            if not tokens[at].is_word:
                break
    behind = setting_end(tokens, told, end)
    return behind if behind < end and tokens[behind].is_word else start


def _recipient_end(tokens: Sequence[Token], start: int, end: int) -> int:
    if tokens[start].low in _SURE_OBJECTS or (
        tokens[start].low in {"her", "us"}
        and start + 1 < end
        and tokens[start + 1].low in _SUBJECTS
    ):
        return start + 1
    told = noun_phrase(tokens, start, end)
    return told.end if told else start


def _is_setting(tokens: Sequence[Token], at: int) -> bool:
    low = tokens[at].low
    return low in TIME_WORDS or low in SETTING_PREPOSITIONS or low in {"to", "of"}


def setting_end(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return the token behind `Friday`, `on Friday` or `in an interview with the paper`."""
    at = start
    while at < end:
        low = tokens[at].low
        if low in TIME_WORDS:
            at += 1
            continue
        if low not in SETTING_PREPOSITIONS and not (at > start and low in PREPOSITIONS):
            break
        behind = object_end(tokens, at + 1, end)
        words = tokens[at + 1 : behind]
        if not words or not (words[-1].low in SETTINGS or any(w.low in TIME_WORDS for w in words)):
            break
        at = behind
    return at


def _content_end(tokens: Sequence[Token], one: Saying, start: int, end: int) -> int:
    subordinate = _is_subordinate(tokens, one)
    relative = is_relative(tokens, one.end - 1)
    quoted = next((at for at in range(end - 1, start - 1, -1) if tokens[at].text == QUOTED), -1)
    for at in range(start + _SHORTEST, end - 1):
        if tokens[at].is_word or tokens[at - 1].low in SUBORDINATORS:
            continue
        sure = _ends(tokens, at, end, subordinate=subordinate, relative=relative)
        if sure is None or (quoted > at and not (sure and tokens[at].text != ";")):
            continue
        if sure or end - at > at - start:
            return at
    return end


def _ends(
    tokens: Sequence[Token], at: int, end: int, *, subordinate: bool, relative: bool
) -> bool | None:
    """Tell whether what was said surely ends at a mark; None where it does not."""
    mark, following = tokens[at].text, tokens[at + 1]
    if mark == ";":
        return True
    if mark in _DASHES:
        return _ends_at_dash(tokens, at, end)
    if mark != ",":
        return None
    main = relative and (following.low in _MAIN_VERBS or following.low.endswith("ed"))
    begins = following.low in _BEGINS_A_CLAUSE or following.is_capitalised
    if main or (subordinate and begins and following.low not in _JOINS):
        return True
    return _ends_at_comma(tokens, at, end)


def _ends_at_dash(tokens: Sequence[Token], at: int, end: int) -> bool | None:
    if tokens[at + 1].low in _JOINS:
        return _ends_joined(tokens, at + 2, end)
    over = tokens[at + 1].low in DETERMINERS or _is_participle(tokens[at + 1])
    return True if over and not _is_closed_by(tokens, at, end) else None


def _ends_at_comma(tokens: Sequence[Token], at: int, end: int) -> bool | None:
    following = tokens[at + 1]
    sure: bool | None = None
    if following.low in _JOINS:
        sure = _ends_joined(tokens, at + 2, end)
        if sure:
            return sure
    elif following.low in _OVER or _is_participle(following):
        sure = True
    elif following.low in {"a", "an", "despite"}:
        sure = False
    return None if sure is None or _is_closed(tokens, at + 1, end) else sure


def _ends_joined(tokens: Sequence[Token], at: int, end: int) -> bool | None:
    """Tell the same of `, and` or `, but`, where this is the token behind it."""
    if at >= end or tokens[at].low in {"that", "if", "whether", "how", "why"}:
        return None
    if tokens[at].text == QUOTED or not tokens[at].is_word:
        return None
    if tokens[at].low in _SUBJECTS:
        return True
    verb = REPORTING_VERBS.get(tokens[at].low)
    return verb is not None and verb.base not in ALSO_NOUNS


def _is_closed(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a comma closes what one opened, and the clause goes on.

    So in `the port, which opened in May, was closed` and in `a crucial, although brief, moment`.
    """
    for at in range(start, min(start + _LONGEST_ASIDE, end - 1)):
        if tokens[at].text == "," and (at - start <= _ASIDE or is_finite(tokens, at + 1)):
            return True
    return False


def _is_closed_by(tokens: Sequence[Token], dash: int, end: int) -> bool:
    """Tell whether a second dash closes what the first one opened."""
    return any(
        token.text == tokens[dash].text
        for token in tokens[dash + 1 : min(dash + _LONGEST_ASIDE, end)]
    )


def _is_participle(token: Token) -> bool:
    return token.low.endswith("ing") and token.text[0].islower() and token.low not in _NO_PARTICIPLE


def _is_subordinate(tokens: Sequence[Token], one: Saying) -> bool:
    """Tell whether an attribution stands in a clause that leads up to another: `While she said`."""
    before = min(one.start, one.source_start) - 1
    if before < 0 or one.order is not Order.BEFORE:
        return False
    begins = before == 0 or not tokens[before - 1].is_word or tokens[before - 1].low in _JOINS
    return begins and tokens[before].low in _LEADS_UP
