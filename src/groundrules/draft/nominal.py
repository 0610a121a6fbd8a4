"""Attributions that a noun makes: `her claim that …`, `the mayor's promise to “…”`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.attribution import SourceForm
from groundrules.draft.clause import is_finite
from groundrules.draft.listed import listed
from groundrules.draft.noun_phrase import NounPhrase
from groundrules.draft.noun_phrase_ending import noun_phrase_ending
from groundrules.draft.small_words import DETERMINERS, PREPOSITIONS, PRONOUNS
from groundrules.draft.tokens import QUOTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.tokens import Token

SAYING_NOUNS = listed(
    """claim claims assertion assertions remark remarks comment comments statement statements call
    calls pledge pledges promise promises vow suggestion suggestions contention accusation
    accusations allegation allegations argument arguments description characterization
    characterisation warning warnings criticism prediction predictions answer response reply
    admission acknowledgment acknowledgement insistence message slogan motto mantra refrain joke
    quip complaint complaints demand demands plea declaration announcement denial testimony
    explanation opinion words word line phrase boast threat estimate question chant tweet tweets
    post quote quotes belief view assessment assumption conclusion finding findings theory advice
    proposal praise attack jab dig dictum reminder speech letter memo email e-mail report reports
    assurance assurances appeal observation"""
)
_POSSESSIVES = {
    "his": False,
    "her": False,
    "its": False,
    "their": True,
    "our": True,
    "my": False,
}
_NO_MODIFIERS = DETERMINERS | PREPOSITIONS | PRONOUNS | {"and", "or", "that", "to", "out"}
_MADE = listed("made makes make gave gives issued sent wrote posted delivered used")
_MODIFIERS = 4
_TO_CONTENT = 9
_BREAKS = frozenset([",", ";", ":", "—", "–", "--", ")", "("])


def possessor(tokens: Sequence[Token], noun: int) -> NounPhrase | None:
    """Return whose a claim is: the possessive before the noun and its adjectives, or None."""
    for at in range(noun - 1, max(noun - 2 - _MODIFIERS, -1), -1):
        token = tokens[at]
        if not token.is_word:
            return None
        if token.low in _POSSESSIVES:
            plural = _POSSESSIVES[token.low]
            return NounPhrase(at, at + 1, at, SourceForm.PRONOUN, plural)
        if token.low.endswith(("'s", "s'")):
            return _owner(tokens, at)
        if token.low in _NO_MODIFIERS or is_finite(tokens, at):
            return None
    return None


def _owner(tokens: Sequence[Token], at: int) -> NounPhrase | None:
    token = tokens[at]
    cut = 2 if token.low.endswith("'s") else 1
    bare = token._replace(text=token.text[:-cut], low=token.low[:-cut])
    return noun_phrase_ending([*tokens[:at], bare], at) if bare.text else None


def _holds_a_clause(tokens: Sequence[Token], noun: int) -> bool:
    """Tell a claim that the deal is dead from the claims that she made, or that upset them."""
    behind = noun + 2
    if behind >= len(tokens) or is_finite(tokens, behind):
        return False
    if tokens[behind].text == QUOTED:
        return True
    made = any(token.low in _MADE for token in tokens[behind + 1 : behind + 4])
    return _is_singular(tokens[noun]) and not made


def _is_singular(noun: Token) -> bool:
    return not noun.low.endswith("s")


def content_of_noun(tokens: Sequence[Token], noun: int) -> int:
    """Return the token with which begins what a noun such as `claim` holds, or 0.

    That is `that` right behind it, or a quotation soon behind it.
    """
    if noun + 1 < len(tokens) and tokens[noun + 1].low == "that":
        return noun + 1 if _holds_a_clause(tokens, noun) else 0
    for at in range(noun + 1, min(noun + 1 + _TO_CONTENT, len(tokens))):
        token = tokens[at]
        if token.text == QUOTED:
            return noun + 1
        if token.low == "that" and at <= noun + _TO_CONTENT // 2 and at + 1 < len(tokens):
            return at if not is_finite(tokens, at + 1) and _is_singular(tokens[noun]) else 0
        if token.text in _BREAKS and token.text != ":":
            return 0
    return 0
