"""Attributions that an estimate makes: `A source put the number at sixty`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.attribution import SourceForm
from groundrules.draft.listed import listed
from groundrules.draft.noun_phrase_tail import is_number
from groundrules.draft.saying import said_before
from groundrules.draft.small_words import PLURAL_DETERMINERS
from groundrules.draft.subject import subject_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.noun_phrase import NounPhrase
    from groundrules.draft.saying import Saying
    from groundrules.draft.tokens import Token

ESTIMATING = listed("put puts pegged pegs")

_REACH = 8
_MEASURES = (
    PLURAL_DETERMINERS
    | listed("sixty seventy eighty ninety thousand thousands million millions billion zero one")
    | listed("about around roughly nearly almost some more less fewer over under between")
)
_CURRENCIES = "$€£¥"
_PEOPLE = frozenset([SourceForm.NAMED, SourceForm.DESCRIBED, SourceForm.PRONOUN])


def of_estimate(tokens: Sequence[Token], at: int) -> Saying | None:
    """Return the attribution that `put`, `pegged` and their like make at a token, or None.

    Somebody puts something at a number; who puts it anywhere else does not say it.
    """
    if tokens[at].low not in ESTIMATING or not _is_at_a_number(tokens, at):
        return None
    source = subject_before(tokens, at)
    return said_before(at + 1, source) if source and _is_somebody(source) else None


def _is_somebody(source: NounPhrase) -> bool:
    return source.is_sure and source.form in _PEOPLE


def _is_at_a_number(tokens: Sequence[Token], at: int) -> bool:
    for place in range(at + 2, min(at + _REACH, len(tokens) - 1)):
        if not tokens[place].is_word:
            return False
        if tokens[place].low == "at":
            return _measures(tokens[place + 1])
    return False


def _measures(token: Token) -> bool:
    first = token.low.partition("-")[0]
    return is_number(token) or token.text[0] in _CURRENCIES or first in _MEASURES
