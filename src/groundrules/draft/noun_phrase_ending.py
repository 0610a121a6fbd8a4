"""Noun phrases that end at a token, as before a verb: the longest one that does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.attribution import SourceForm
from groundrules.draft.lexicon import is_person
from groundrules.draft.listed import listed
from groundrules.draft.noun_phrase import NounPhrase, noun_phrase
from groundrules.draft.reporting_verbs import ALSO_NOUNS, REPORTING_VERBS, Tense
from groundrules.draft.small_words import (
    ADVERBS,
    BARE_QUANTIFIERS,
    DETERMINERS,
    FUNCTION_WORDS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
    WITH_A_VERB,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.tokens import Token

_ENDS_NOTHING = (
    PREPOSITIONS
    | (DETERMINERS - BARE_QUANTIFIERS - {"her"})
    | listed("and or but nor that who because if when while said says say told tells tell not to")
)
_BEFORE_CLAUSES = SUBORDINATORS | ADVERBS
_WINDOW = 40


def noun_phrase_ending(tokens: Sequence[Token], last: int) -> NounPhrase | None:
    """Return the longest noun phrase that ends with this token, or None."""
    if last < 0:
        return None
    if tokens[last].low in PRONOUNS and not _is_object(tokens, last):
        return noun_phrase(tokens, last, last + 1)
    if tokens[last].low in WITH_A_VERB:
        plural = tokens[last].low.startswith(("we", "they"))
        return NounPhrase(last, last + 1, last, SourceForm.PRONOUN, plural)
    start = _boundary_before(tokens, last)
    of_another = start and tokens[start].low in RELATIVES  # of somebody named before
    return None if of_another or _ends_nothing(tokens[last]) else _longest(tokens, start, last)


def _longest(tokens: Sequence[Token], start: int, last: int) -> NounPhrase | None:
    for at in range(start, last + 1):
        if not may_begin(tokens, at):
            continue
        found = noun_phrase(tokens, at, last + 1)
        if found and found.end == last + 1 and (found.is_sure or _is_behind_boundary(tokens, at)):
            return found
    return None


def _is_object(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a pronoun goes on with what stands before it: `and she`, `knowledge of it`."""
    return at > 0 and (tokens[at - 1].low in {"and", "or"} or tokens[at - 1].low in PREPOSITIONS)


def _ends_nothing(token: Token) -> bool:
    """Tell whether no noun phrase can end with this token."""
    if token.low in _ENDS_NOTHING or _is_possessive(token):
        return True
    if is_person(token.low):
        return False
    verb = REPORTING_VERBS.get(token.low)
    return verb is not None and verb.tense is Tense.THIRD_PERSON and verb.base not in ALSO_NOUNS


def _is_possessive(token: Token) -> bool:
    return token.low.endswith(("'s", "s'"))


def _boundary_before(tokens: Sequence[Token], last: int) -> int:
    at = last
    while at > max(last - _WINDOW, 0) and (tokens[at - 1].is_word or tokens[at - 1].text == "&"):
        at -= 1
    return at


def may_begin(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a noun phrase may begin here: not in the middle of another run of nouns."""
    token = tokens[at]
    if not token.is_word:
        return False
    if at == 0 and token.low.endswith("ing"):
        return len(tokens) > 1 and tokens[1].low in REPORTING_VERBS
    if token.low in {"that", "this"}:
        return at == 0 or not tokens[at - 1].is_word
    before = tokens[at - 1] if at else None
    if before is None or not (token.is_capitalised and before.is_capitalised):
        return True
    return before.low in FUNCTION_WORDS or before.low in TIME_WORDS


def _is_behind_boundary(tokens: Sequence[Token], at: int) -> bool:
    if at == 0 or not tokens[at - 1].is_word:
        return True
    before = tokens[at - 1].low
    return before in _BEFORE_CLAUSES or before.endswith("ly")
