"""Verbs of saying without a subject of their own: `… and said`, `saying that …`, `is claiming`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.attribution import SourceForm
from groundrules.draft.noun_phrase import NounPhrase, noun_phrase
from groundrules.draft.noun_phrase_tail import is_participle
from groundrules.draft.reporting_verbs import REPORTING_VERBS, Tense
from groundrules.draft.small_words import (
    ADVERBS,
    AUXILIARIES,
    FORMS_OF_BE,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from groundrules.draft.subject import may_begin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.reporting_verbs import ReportingVerb
    from groundrules.draft.tokens import Token

_JOINING = frozenset(["and", "but", "then", "or"])
_WINDOW = 40
_PEOPLE = frozenset([SourceForm.NAMED, SourceForm.DESCRIBED, SourceForm.PRONOUN])
_NO_VERB = SUBORDINATORS | PREPOSITIONS | FORMS_OF_BE | RELATIVES


def _first_verb(tokens: Sequence[Token], at: int, before: int) -> int:
    """Return the first token that may be the verb of what begins here."""
    verbs = (
        number
        for number in range(at + 1, before)
        if is_participle(tokens[number])
        or tokens[number].low in ADVERBS | FORMS_OF_BE | AUXILIARIES
    )
    return next(verbs, before)


def participle(word: str) -> ReportingVerb | None:
    """Return the verb of saying of which a word in lower case is the form in -ing, or None."""
    if not word.endswith("ing"):
        return None
    stem = word[:-3]
    doubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
    bases = (stem, f"{stem}e", doubled)
    verb = next((REPORTING_VERBS[base] for base in bases if base in REPORTING_VERBS), None)
    return verb if verb and verb.tense is Tense.PLURAL else None


def is_joined(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether a verb shares the subject of one before it, as in `… and said`."""
    return verb > 0 and tokens[verb - 1].low in _JOINING


def subject_of_sentence(tokens: Sequence[Token], before: int) -> NounPhrase | None:
    """Return the first noun phrase that begins the sentence or a part of it, or None.

    Args:
        tokens: those of the sentence.
        before: the verb; the subject ends before it.
    """
    for at in range(max(before - _WINDOW, 0), before):
        begins = at == 0 or not tokens[at - 1].is_word or tokens[at - 1].low in SUBORDINATORS
        if not begins or not may_begin(tokens, at):
            continue
        found = noun_phrase(tokens, at, _first_verb(tokens, at, before))
        if found and found.is_sure and found.form is not SourceForm.IMPERSONAL:
            return found
    return None


def _behind_aside(tokens: Sequence[Token], at: int, before: int) -> int:
    """Return the token behind what is set off by commas at a token; that token where nothing is."""
    if at >= before or tokens[at].text != ",":
        return at
    closing = (end for end in range(at + 1, before) if tokens[end].text == ",")
    return next(closing, before - 1) + 1


def implied_subject(tokens: Sequence[Token], quotation: int) -> tuple[NounPhrase, int] | None:
    """Return who says a quotation without a verb of saying, and where the verb ends, or None.

    `An aide dismissed the offer as “a joke”`: the subject of the sentence that the quotation ends.
    """
    found = subject_of_sentence(tokens, quotation)
    if found is None or found.form not in _PEOPLE:
        return None
    verb = _behind_aside(tokens, found.end, quotation)
    while verb < quotation and tokens[verb].low in ADVERBS | AUXILIARIES:
        verb += 1
    if verb >= quotation or not tokens[verb].text[0].islower() or tokens[verb].low in _NO_VERB:
        return None
    return found, verb + 1
