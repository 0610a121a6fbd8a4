"""Clauses: whether what stands behind a verb is a sentence of its own, or only its object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.listed import listed
from groundrules.draft.noun_phrase import noun_phrase, whatever_is_named
from groundrules.draft.reporting_verbs import REPORTING_VERBS, Tense
from groundrules.draft.small_words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    FORMS_OF_BE,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
    WITH_A_VERB,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.tokens import Token

_MODALS = listed(
    """will would can could may might must shall should won't wouldn't can't couldn't cannot do does
    did don't doesn't didn't hasn't haven't hadn't isn't wasn't aren't weren't"""
)
_PAST = listed(
    """went came took gave made got had led left lost won met knew saw heard held kept felt ran sat
    stood fell rose grew began became brought bought built sent spent paid said told thought found
    put set cut hit let wants needs has is was were are seems seemed remains remained goes comes
    makes takes gives gets leads leaves looks knows sees hopes want need seem remain hope go come
    make take give get know see"""
)
_REACH = 14
_FINITE = FORMS_OF_BE | AUXILIARIES | _MODALS | _PAST
_AFTER_A_VERB = DETERMINERS | PREPOSITIONS | ADVERBS | OBJECT_PRONOUNS | {"to", "not", "that"}
_SUBJECTS = PRONOUNS | WITH_A_VERB | listed("there this these those nobody everyone everybody")


def is_clause(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a clause begins at a token: somebody or something, and what it does."""
    if at + 1 >= len(tokens):
        return False
    if tokens[at].low in WITH_A_VERB or tokens[at].low == "there":
        return True
    if tokens[at].low in _SUBJECTS:
        return tokens[at + 1].is_word
    found = noun_phrase(tokens, at, min(len(tokens), at + _REACH))
    end = found.end if found else at
    if end == at:
        named = whatever_is_named(tokens, at)
        end = named.end if named else at
    while at < end < len(tokens) and (tokens[end].low in ADVERBS or tokens[end].low.endswith("ly")):
        end += 1
    return at < end < len(tokens) and is_finite(tokens, end)


def is_finite(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a token is a verb of which a clause can be made, as far as its form tells."""
    token = tokens[at]
    if not token.text[0].islower():
        return False
    if token.low in _FINITE or token.low.endswith("n't"):
        return True
    verb = REPORTING_VERBS.get(token.low)
    if token.low.endswith("s") and at + 1 < len(tokens):
        following = tokens[at + 1].low
        return following in _AFTER_A_VERB or following.endswith("ly")
    return token.low.endswith("ed") or (verb is not None and verb.tense is not Tense.PLURAL)
