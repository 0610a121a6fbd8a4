"""Verbs of saying without a subject of their own: `… and said`, `saying that …`, `is claiming`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.attribution import SourceForm
from groundrules.draft.noun_phrase import NounPhrase, noun_phrase
from groundrules.draft.noun_phrase_ending import may_begin
from groundrules.draft.noun_phrase_tail import is_participle
from groundrules.draft.reporting_verbs import REPORTING_VERBS, Tense
from groundrules.draft.small_words import (
    ADVERBS,
    AUXILIARIES,
    FORMS_OF_BE,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.reporting_verbs import ReportingVerb
    from groundrules.draft.tokens import Token

_JOINING = frozenset(["and", "but", "then", "or"])
_WINDOW = 40
_FAR = 12
_LONGEST_NAME = 6
_DATELINE = 9
_CLAUSES = frozenset(["and", "but", "while", "though", "although", "whereas", "with"])
_NOBODY = frozenset(["it", "it's", "there's", "that's", "what's", "here's"])
_PEOPLE = frozenset([SourceForm.NAMED, SourceForm.DESCRIBED, SourceForm.PRONOUN])
_BESIDE_VERBS = ADVERBS | AUXILIARIES
_MAY_BE_FINITE = _BESIDE_VERBS | FORMS_OF_BE
_NO_VERB = SUBORDINATORS | PREPOSITIONS | FORMS_OF_BE | RELATIVES


def _first_verb(tokens: Sequence[Token], at: int, before: int) -> int:
    """Return the first token that may be the verb of what begins here."""
    verbs = (
        number
        for number in range(at + 1, before)
        if is_participle(tokens[number]) or tokens[number].low in _MAY_BE_FINITE
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
    at = verb - 1
    while at > 0 and (
        tokens[at].low in _BESIDE_VERBS
        or (tokens[at].low.endswith("ly") and tokens[at].text[0].islower())
    ):
        at -= 1
    return at > 0 and tokens[at].low in _JOINING


def subject_of_sentence(tokens: Sequence[Token], before: int) -> NounPhrase | None:
    """Return the first noun phrase that begins the sentence or a part of it, or None.

    Args:
        tokens: those of the sentence.
        before: the verb; the subject ends before it.
    """
    begin = _behind_dateline(tokens)
    for at in range(max(before - _WINDOW, begin), before):
        begins = (
            at == begin
            or not tokens[at - 1].is_word
            or tokens[at - 1].low in SUBORDINATORS
            or (tokens[at - 1].low in TIME_WORDS and tokens[at].is_capitalised)
        )
        if not begins or not may_begin(tokens, at):
            continue
        found = noun_phrase(tokens, at, _first_verb(tokens, at, before))
        if found is None or not found.is_sure or found.form is SourceForm.IMPERSONAL:
            continue
        lone = at == 0 and found.end == 1 and found.form is SourceForm.NAMED
        if not (lone and tokens[1].low in PREPOSITIONS):  # `Back in May`
            return _with_name(tokens, found)
    return None


def subject_of_clause(tokens: Sequence[Token], before: int, after: int) -> NounPhrase | None:
    """Return the subject of the last clause that is joined between two tokens, or None."""
    for at in range(before - 2, max(before - _WINDOW, after), -1):
        joined = tokens[at].text == ";" or (
            tokens[at].low in _CLAUSES and not tokens[at - 1].is_word
        )
        if not joined or not may_begin(tokens, at + 1):
            continue
        found = noun_phrase(tokens, at + 1, _first_verb(tokens, at + 1, before))
        if found and found.is_sure and found.form is not SourceForm.IMPERSONAL:
            return found
    return None


def _with_name(tokens: Sequence[Token], found: NounPhrase) -> NounPhrase:
    """Return the name that is set off behind a description: `Her aide, Dana Whitfield, …`."""
    if found.form is SourceForm.DESCRIBED and found.end + 1 < len(tokens):
        aside = noun_phrase(tokens, found.end + 1) if tokens[found.end].text == "," else None
        if aside and aside.form is SourceForm.NAMED and tokens[aside.end - 1] is not tokens[-1]:
            return aside if tokens[aside.end].text == "," else found
    return found


def _behind_dateline(tokens: Sequence[Token]) -> int:
    """Return the token behind `PORTVILLE (Reuters) —`, or 0."""
    for at, token in enumerate(tokens[:_DATELINE]):
        if token.text in {"—", "–", "-", "--"}:
            return at + 1 if at else 0
        if token.is_word and not token.is_capitalised and not token.text[0].isdigit():
            return 0
    return 0


def _behind_aside(tokens: Sequence[Token], at: int, before: int) -> int:
    """Return the token behind what is set off by commas at a token; that token where nothing is."""
    if at >= before or tokens[at].text != ",":
        return at
    closing = (end for end in range(at + 1, before) if tokens[end].text == ",")
    return next(closing, before - 1) + 1


def _named_before(tokens: Sequence[Token], colon: int) -> NounPhrase | None:
    """Return whose name stands right before a colon: `That is no news to Dana Whitfield: “…”`."""
    for at in range(max(colon - _LONGEST_NAME, 0), colon - 1):
        found = noun_phrase(tokens, at, colon) if may_begin(tokens, at) else None
        if found and found.end == colon and found.form is SourceForm.NAMED:
            return found._replace(start=found.source)
    return None


def implied_subject(tokens: Sequence[Token], quotation: int) -> tuple[NounPhrase, int] | None:
    """Return who says a quotation without a verb of saying, and where the verb ends, or None.

    `An aide dismissed the offer as “a joke”`: the subject of the sentence that the quotation ends.
    """
    if tokens[quotation - 1].text == ":" and (named := _named_before(tokens, quotation - 1)):
        return named, quotation
    found = subject_of_sentence(tokens, quotation)
    if found is None or found.form not in _PEOPLE or tokens[found.source].low in _NOBODY:
        return None
    if tokens[found.end - 1].low.endswith(("'s", "s'")):
        return None
    if quotation - found.end > _FAR and tokens[quotation - 1].text != ":":
        return found, quotation  # only the words in quotation marks are surely theirs
    verb = _behind_aside(tokens, found.end, quotation)
    while verb < quotation and tokens[verb].low in _BESIDE_VERBS:
        verb += 1
    if verb >= quotation or not tokens[verb].text[0].islower() or tokens[verb].low in _NO_VERB:
        return None
    return found, verb + 1
