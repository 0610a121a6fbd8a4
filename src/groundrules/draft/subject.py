"""Who says it: the subject of a verb of saying, before it or behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.asides import CLOSING, before_aside
from groundrules.draft.attribution import SourceForm
from groundrules.draft.listed import listed
from groundrules.draft.noun_phrase import NounPhrase, noun_phrase
from groundrules.draft.noun_phrase_ending import noun_phrase_ending
from groundrules.draft.noun_phrase_tail import is_boundary, is_participle
from groundrules.draft.small_words import (
    ADVERBS,
    AUXILIARIES,
    FORMS_OF_BE,
    FUNCTION_WORDS,
    PREPOSITIONS,
    REFLEXIVES,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
)
from groundrules.draft.tokens import QUOTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.tokens import Token

_NOT_ASSERTED = FORMS_OF_BE | listed(
    """to not didn't don't doesn't won't cannot can't couldn't n't did do does would will could can
    may might should must shall"""
)
_BEHIND_SUBJECTS = (
    PREPOSITIONS | TIME_WORDS | SUBORDINATORS | ADVERBS | (FUNCTION_WORDS - FORMS_OF_BE)
)
_MODALS = frozenset(["will", "would"])
_BEFORE_TIMES = frozenset(["on", "this", "in"])


def subject_before(tokens: Sequence[Token], verb: int) -> NounPhrase | None:
    """Return the subject that ends before a verb, or None.

    What stands between the two is looked over: adverbs, `has`, `who`, and what is set off by
    commas, dashes or brackets: `Dana Whitfield, a harbor official, also said`.
    """
    at = before_adverbs(tokens, verb)
    if at > 0 and tokens[at].low in _MODALS and any(one.is_quotation for one in tokens):
        at -= 1  # `she will say`, of a speech given out in advance
    if at < 0 or tokens[at].low in _NOT_ASSERTED or tokens[at].is_quotation:
        return None
    if tokens[at].low in RELATIVES or tokens[at].low == "which":
        return _antecedent(tokens, at)
    if tokens[at].text in CLOSING:
        return before_aside(tokens, at)
    return noun_phrase_ending(tokens, at)


def is_relative(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether `who` or `which` is the subject of a verb."""
    at = before_adverbs(tokens, verb)
    return at >= 0 and (tokens[at].low in RELATIVES or tokens[at].low == "which")


def _antecedent(tokens: Sequence[Token], relative: int) -> NounPhrase | None:
    """Return whom `who` means; the word itself where that cannot be told."""
    at = relative - 1
    if at >= 0 and tokens[at].text in {",", "—", "–"}:
        at -= 1
    found = noun_phrase_ending(tokens, at)
    if found is None and at >= 0 and tokens[at].text == ")":
        found = before_aside(tokens, at)
    if found and (tokens[relative].low != "which" or found.form is SourceForm.INSTITUTION):
        return found
    return NounPhrase(relative, relative + 1, relative, SourceForm.PRONOUN, plural=False)


def before_adverbs(tokens: Sequence[Token], verb: int) -> int:
    """Return the token before `also`, `has`, `reportedly`, `on Tuesday` and their like."""
    at = verb - 1
    while at >= 0 and (
        tokens[at].low in ADVERBS
        or tokens[at].low in AUXILIARIES
        or (tokens[at].low in REFLEXIVES and at > 0 and tokens[at - 1].is_word)
        or tokens[at].low in TIME_WORDS
        or (tokens[at].low in _BEFORE_TIMES and tokens[at + 1].low in TIME_WORDS)
        or (
            tokens[at].low.endswith("ly")
            and tokens[at].text[0].islower()
            and tokens[at].low != "family"
        )
    ):
        at -= 1
    return at


def subject_behind(tokens: Sequence[Token], verb: int) -> NounPhrase | None:
    """Return the subject behind a verb, as in `…, said a person briefed on the talks`, or None."""
    if verb and not (tokens[verb - 1].text == QUOTED or tokens[verb - 1].text in ",?!—–"):
        return None
    found = noun_phrase(tokens, verb + 1)
    if found is None or not _ends_well(tokens, found):
        return None
    return _with_apposition(tokens, found)


def _ends_well(tokens: Sequence[Token], found: NounPhrase) -> bool:
    end = found.end
    return (
        is_boundary(tokens, end)
        or tokens[end].low in _BEHIND_SUBJECTS
        or is_participle(tokens[end])
    )


def _with_apposition(tokens: Sequence[Token], found: NounPhrase) -> NounPhrase:
    """Join a description to what is set off behind it; of the two, a name is the source."""
    if found.form is not SourceForm.DESCRIBED or not _is_comma(tokens, found.end):
        return found
    start = found.end + 1
    aside = noun_phrase(tokens, start)
    if aside and is_boundary(tokens, aside.end):
        if aside.form is SourceForm.NAMED:
            return aside
        if aside.form is SourceForm.DESCRIBED and aside.is_sure:
            return found._replace(end=aside.end)
    if start < len(tokens) and tokens[start].low in RELATIVES:
        end = start
        while not is_boundary(tokens, end):
            end += 1
        return found._replace(end=end)
    return found


def _is_comma(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].text == ","
