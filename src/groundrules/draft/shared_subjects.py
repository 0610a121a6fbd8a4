"""Attributions of verbs that have no subject of their own: `saying that …`, `to say that …`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.attribution import SourceForm
from groundrules.draft.clause import is_clause
from groundrules.draft.content import setting_end
from groundrules.draft.elided import participle, subject_of_clause, subject_of_sentence
from groundrules.draft.lexicon import PAPERS
from groundrules.draft.listed import listed
from groundrules.draft.noun_phrase import NounPhrase, noun_phrase
from groundrules.draft.noun_phrase_ending import noun_phrase_ending
from groundrules.draft.reporting import is_beside_quotation, is_said_here
from groundrules.draft.reporting_verbs import REPORTING_VERBS, Needs
from groundrules.draft.saying import Order, said_before
from groundrules.draft.small_words import (
    ADVERBS,
    DETERMINERS,
    FORMS_OF_BE,
    OBJECT_PRONOUNS,
    RELATIVES,
    WITH_A_VERB,
)
from groundrules.draft.subject import subject_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.reporting_verbs import ReportingVerb
    from groundrules.draft.saying import Saying
    from groundrules.draft.tokens import Token

_NOT_DONE = listed(
    """not never declined declines refused refuses declining refusing failed fails unwilling
    reluctant unable hard difficult easy fair safe hesitant loath careful didn't don't won't"""
)
_NOT_SAID = listed(
    """see determine understand find learn begin think decide judge expect remember post counter
    read feel hold realize start finish"""
)
_DEEPEST = 6
_TO_UNDONE = 4
_TO_CAUSE = 10
_BEING = FORMS_OF_BE | {"'s", "'re"}
_CAUSING = listed("led leading prompted prompting caused forced pushed drove inspired allowed")
_ISSUED = frozenset(["a", "an", "another", "his", "her", "its", "their"])
_NO_CONTENT = listed("so nothing something anything yes no goodbye hello thanks much little")
_BEFORE_PARTICIPLES = listed("and but or by while in when after before without then")
_LEADING_UP = _BEFORE_PARTICIPLES | {"since", "upon"}


def of_participle(tokens: Sequence[Token], at: int, found: Sequence[Saying]) -> Saying | None:
    """Return the attribution that `is claiming` or `saying that` makes, or None."""
    verb = _verb(tokens, at)
    if verb is None:
        return None
    if verb.needs is Needs.A_QUOTATION and not is_beside_quotation(tokens, at, at + 1):
        return None
    if at > 1 and tokens[at - 1].low == "as":
        return _quoted_as(tokens, at)
    return _with_subject(tokens, at, found) if _goes_on_saying(tokens, at, verb) else None


def _verb(tokens: Sequence[Token], at: int) -> ReportingVerb | None:
    behind = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if tokens[at].low == "pointing" and behind in {"out", "to"}:
        return REPORTING_VERBS[f"point_{behind}"]
    return participle(tokens[at].low)


def _with_subject(tokens: Sequence[Token], at: int, found: Sequence[Saying]) -> Saying | None:
    before = at - 1
    while before > 0 and _is_adverb(tokens[before]):
        before -= 1
    if before >= 0 and tokens[before].low in _BEING:
        return said_before(at + 1, subject_before(tokens, before))
    if before >= 0 and tokens[before].low in WITH_A_VERB:
        return said_before(at + 1, subject_before(tokens, at))
    if before < 0 or not tokens[before].is_word or tokens[before].low in _BEFORE_PARTICIPLES:
        return of_clause(tokens, at, at + 1, found)
    return _with_subject_beside(tokens, at, before, found)


def of_infinitive(
    tokens: Sequence[Token], at: int, end: int, verb: ReportingVerb, found: Sequence[Saying]
) -> Saying | None:
    """Return the attribution of `went on to say that`, `which led her to declare that`, or None.

    Args:
        tokens: those of the sentence.
        at: the verb behind `to`.
        end: the token behind the verb.
        verb: which verb it is.
        found: the attributions before it.
    """
    undone = any(token.low in _NOT_DONE for token in tokens[max(at - _TO_UNDONE, 0) : at - 1])
    if undone or at == 1 or verb.base in _NOT_SAID:
        return None
    if not is_said_here(tokens, end, verb.needs) and not (
        verb.needs <= Needs.NO_INFINITIVE and is_clause(tokens, end)
    ):
        return None
    before = tokens[at - 2]
    if before.low in OBJECT_PRONOUNS:
        source = NounPhrase(at - 2, at - 1, at - 2, SourceForm.PRONOUN, before.low == "them")
        return said_before(end, source)
    if any(token.low in _CAUSING for token in tokens[max(at - _TO_CAUSE, 0) : at - 1]):
        caused = noun_phrase_ending(tokens, at - 2)
        if caused and caused.is_sure:
            return said_before(end, caused._replace(start=caused.source))
    return of_clause(tokens, at, end, found)


def shared(tokens: Sequence[Token], at: int, end: int, found: Sequence[Saying]) -> Saying | None:
    """Return the attribution of a verb that shares the subject of the one before it, or None."""
    if found and not found[-1].declined:
        return found[-1]._replace(start=at, end=end, order=Order.BEFORE)
    source = subject_of_sentence(tokens, at)
    if source is None:
        return None
    saying = said_before(end, source)
    return saying._replace(start=at) if saying else None


def _goes_on_saying(tokens: Sequence[Token], at: int, verb: ReportingVerb) -> bool:
    """Tell whether what a participle of saying needs stands behind it."""
    if is_said_here(tokens, at + 1, Needs.THAT_OR_QUOTATION):
        return True
    if at + 1 >= len(tokens) or not tokens[at + 1].is_word:
        return False
    if verb.needs is Needs.A_SUBJECT:
        return tokens[at + 1].low not in _NO_CONTENT
    return _has_content(tokens, at, verb)


def _has_content(tokens: Sequence[Token], at: int, verb: ReportingVerb) -> bool:
    behind = setting_end(tokens, at + 1, len(tokens))
    noun = tokens[at + 1].low in DETERMINERS or tokens[at + 1].is_capitalised
    if noun and verb.needs is Needs.NO_INFINITIVE and at and tokens[at - 1].text == ",":
        return True
    if verb.needs > Needs.THAT_OR_QUOTATION:
        return False
    return is_clause(tokens, at + 1) or (behind > at + 1 and is_clause(tokens, behind))


def _is_adverb(token: Token) -> bool:
    return token.low in ADVERBS or (token.low.endswith("ly") and token.text[0].islower())


def of_clause(tokens: Sequence[Token], at: int, end: int, found: Sequence[Saying]) -> Saying | None:
    """Return the attribution whose subject is that of the clause before it."""
    source = _subject_ahead(tokens, at)
    if source is None:
        last = found[-1].end if found else 0
        source = subject_of_clause(tokens, at, last)
        if source is None and found:
            same = _main(tokens, found)
            return same._replace(start=at, end=end, order=Order.BEFORE, declined=False)
    source = source or subject_of_sentence(tokens, at)
    saying = said_before(end, source)
    return saying._replace(start=at) if saying else None


def _main(tokens: Sequence[Token], found: Sequence[Saying]) -> Saying:
    """Return the last attribution that does not stand within what another one says."""
    at = len(found) - 1
    first = max(at - _DEEPEST, 0)
    while at > first and _is_within(tokens, found[at], found[at - 1]):
        at -= 1
    return found[at]


def _is_within(tokens: Sequence[Token], one: Saying, outer: Saying) -> bool:
    if one.order is not Order.BEFORE or one.source_start == outer.source_start:
        return False
    if outer.end >= one.start or tokens[one.start - 1].low in {"that", "a", "the", "who"}:
        return True
    return any(token.low in RELATIVES for token in tokens[one.source_end : one.end]) or any(
        token.low == "that" for token in tokens[outer.end : one.start]
    )


def _subject_ahead(tokens: Sequence[Token], at: int) -> NounPhrase | None:
    """Return whom `Noting that it rained, Whitfield left` is about: the subject behind."""
    if at > 1 or (at == 1 and tokens[0].low not in _LEADING_UP):
        return None
    comma = next((n for n in range(at, len(tokens) - 1) if tokens[n].text == ","), None)
    found = noun_phrase(tokens, comma + 1) if comma else None
    return found if found and found.is_sure else None


def _with_subject_beside(
    tokens: Sequence[Token], at: int, before: int, found: Sequence[Saying]
) -> Saying | None:
    """Return `with the governor saying that …`, `issued a statement saying that …`."""
    source = noun_phrase_ending(tokens, before)
    if source is None:
        return None
    if (
        tokens[source.start].low in _ISSUED
        and tokens[source.end - 1].low in PAPERS
        and source.start
    ):
        issuer = of_clause(tokens, at, at + 1, found)
        if issuer and issuer.source_start < source.start:
            return issuer
    return said_before(at + 1, source)


def _quoted_as(tokens: Sequence[Token], at: int) -> Saying | None:
    """Return `was quoted as saying`, or `quoted the mayor as saying`."""
    passive = tokens[at - 2].low in {"quoted", "cited"}
    source = subject_before(tokens, at - 3 if passive else at - 1) if at > 3 - passive else None
    return said_before(at + 1, source)
