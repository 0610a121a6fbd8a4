"""The attributions that verbs of saying make, with a subject of their own or without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.attribution import SourceForm
from groundrules.draft.elided import is_joined, participle, subject_of_sentence
from groundrules.draft.listed import listed
from groundrules.draft.reporting_verbs import (
    ALSO_NOUNS,
    FIRST_OF_SEVERAL,
    REPORTING_VERBS,
    Needs,
    Tense,
)
from groundrules.draft.saying import Order, Saying, said_before, said_behind
from groundrules.draft.small_words import AUXILIARIES, FORMS_OF_BE
from groundrules.draft.subject import subject_before, subject_behind
from groundrules.draft.tokens import QUOTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.noun_phrase import NounPhrase
    from groundrules.draft.reporting_verbs import ReportingVerb
    from groundrules.draft.tokens import Token

_QUOTATION_REACH = 9
_THAT_REACH = 7
_THAT = frozenset(["that", "how", "whether", "why"])
_RECIPIENTS = listed(
    "the a an his her their reporters journalists lawmakers investigators them him me us"
)


def of_verb(tokens: Sequence[Token], at: int, found: Sequence[Saying]) -> Saying | None:
    """Return the attribution that the verb of saying makes which begins at a token, or None.

    Args:
        tokens: those of the sentence.
        at: the token.
        found: the attributions before it.
    """
    verb, end = _verb(tokens, at)
    if verb is None:
        return None
    source = subject_before(tokens, at)
    if source is None:
        return _with_subject_behind(tokens, at, end, verb) or _without_subject(
            tokens, at, end, verb, found
        )
    if verb.base in {"learn", "understand"}:
        return _learned(tokens, at, end, source, verb)
    start = min(source.start, at)
    return said_before(end, source) if _reports(tokens, start, end, source, verb) else None


def _verb(tokens: Sequence[Token], at: int) -> tuple[ReportingVerb | None, int]:
    """Return the verb of saying that begins at a token, or None, and the token behind it."""
    if tokens[at].low in FIRST_OF_SEVERAL:
        for length in (3, 2):
            words = [token.low for token in tokens[at : at + length]]
            if len(words) == length and (verb := REPORTING_VERBS.get("_".join(words))):
                return verb, at + length
    verb = REPORTING_VERBS.get(tokens[at].low)
    if verb and at and tokens[at].is_capitalised and verb.base != "say":
        verb = None  # the States, a Claims Court
    return verb, at + 1


def _with_subject_behind(
    tokens: Sequence[Token], at: int, end: int, verb: ReportingVerb
) -> Saying | None:
    behind = None if verb.base == "tell" else subject_behind(tokens, end - 1)
    if behind is None:
        return None
    if verb.needs is not Needs.A_SUBJECT and not _is_beside_quotation(tokens, at, behind.end):
        return None
    return said_behind(at, behind, Order.BEHIND)


def _learned(
    tokens: Sequence[Token], at: int, end: int, source: NounPhrase, verb: ReportingVerb
) -> Saying | None:
    """Return `The Ledger Post has learned`: the paper's own word, with nobody behind it."""
    perfect = any(token.low in AUXILIARIES for token in tokens[source.end : at])
    ours = source.form is SourceForm.INSTITUTION or tokens[source.start].low == "we"
    if not ours or not (perfect if verb.base == "learn" else verb.tense is not Tense.PAST):
        return None
    return said_before(end, source._replace(form=SourceForm.IMPERSONAL))


def _without_subject(
    tokens: Sequence[Token], at: int, end: int, verb: ReportingVerb, found: Sequence[Saying]
) -> Saying | None:
    """Return `… and said`, whose subject is the sentence's, or that of the attribution before."""
    if not is_joined(tokens, at) or verb.tense is Tense.PLURAL:
        return None
    if verb.needs is not Needs.A_SUBJECT and not _is_said_here(tokens, end, verb.needs):
        return None
    return _shared(tokens, at, end, found)


def of_participle(tokens: Sequence[Token], at: int, found: Sequence[Saying]) -> Saying | None:
    """Return the attribution that `is claiming` or `saying that` makes, or None."""
    verb = participle(tokens[at].low)
    if verb is None:
        return None
    if not _is_said_here(tokens, at + 1, Needs.THAT_OR_QUOTATION):
        return None
    if at > 1 and tokens[at - 1].low == "as":
        return _quoted_as(tokens, at)
    if at and tokens[at - 1].low in FORMS_OF_BE | {"'s", "'re"}:
        return said_before(at + 1, subject_before(tokens, at - 1))
    if verb.needs is Needs.A_SUBJECT or (at and tokens[at - 1].text == ","):
        return _shared(tokens, at, at + 1, found)
    return None


def _quoted_as(tokens: Sequence[Token], at: int) -> Saying | None:
    """Return `was quoted as saying`, or `quoted the mayor as saying`."""
    passive = tokens[at - 2].low in {"quoted", "cited"}
    source = subject_before(tokens, at - 3 if passive else at - 1) if at > 3 - passive else None
    return said_before(at + 1, source)


def _shared(tokens: Sequence[Token], at: int, end: int, found: Sequence[Saying]) -> Saying | None:
    if found and not found[-1].declined:
        return found[-1]._replace(start=at, end=end, order=Order.BEFORE)
    source = subject_of_sentence(tokens, at)
    if source is None:
        return None
    saying = said_before(end, source)
    return saying._replace(start=at) if saying else None


def _is_said_here(tokens: Sequence[Token], end: int, needs: Needs) -> bool:
    """Tell whether what the verb needs stands beside it."""
    if any(token.is_quotation for token in tokens[end : end + 3]):
        return True
    return needs < Needs.A_QUOTATION and _has_that(tokens, end)


def _reports(
    tokens: Sequence[Token], start: int, end: int, source: NounPhrase, verb: ReportingVerb
) -> bool:
    if verb.tense is Tense.PLURAL and not _agrees(tokens, source, start, end):
        return False
    needs = verb.needs
    if verb.tense is not Tense.PAST and verb.base in ALSO_NOUNS:
        return any(token.low == "that" or token.is_quotation for token in tokens[end : end + 2])
    if needs is Needs.A_SUBJECT or _is_beside_quotation(tokens, start, end):
        return True
    if needs is Needs.A_QUOTATION:
        return False
    if _has_that(tokens, end):
        return True
    return needs is Needs.NO_INFINITIVE and source.is_sure and not _is_infinitive(tokens, end)


def _agrees(tokens: Sequence[Token], source: NounPhrase, start: int, end: int) -> bool:
    if any(token.low in {"will", "would"} for token in tokens[source.end : end]):
        return _is_beside_quotation(tokens, start, end)
    return source.plural or tokens[source.end - 1].low in {"i", "we", "they", "you"}


def _is_beside_quotation(tokens: Sequence[Token], start: int, end: int) -> bool:
    before = tokens[max(start - 2, 0) : start]
    if before and QUOTED in (before[-1].text, before[0].text if before[-1].text in ",—" else ""):
        return True
    for token in tokens[end : end + _QUOTATION_REACH]:
        if token.text == QUOTED:
            return True
        if token.low in REPORTING_VERBS and token.low not in ALSO_NOUNS:
            break
    return False


def _has_that(tokens: Sequence[Token], end: int) -> bool:
    for token in tokens[end : end + _THAT_REACH]:
        if token.low in _THAT or token.text == ":":
            return True
        if not token.is_word and token.text != ",":
            break
    return False


def _is_infinitive(tokens: Sequence[Token], end: int) -> bool:
    if end + 1 >= len(tokens) or tokens[end].low != "to":
        return False
    following = tokens[end + 1]
    return not (following.is_capitalised or following.low in _RECIPIENTS)
