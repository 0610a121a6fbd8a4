"""Whether a verb reports what somebody says, by what stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.attribution import SourceForm
from groundrules.draft.clause import is_clause
from groundrules.draft.lexicon import PAPERS
from groundrules.draft.listed import listed
from groundrules.draft.reporting_verbs import ALSO_NOUNS, REPORTING_VERBS, Needs, Tense
from groundrules.draft.subject import is_relative
from groundrules.draft.tokens import QUOTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.noun_phrase import NounPhrase
    from groundrules.draft.reporting_verbs import ReportingVerb
    from groundrules.draft.tokens import Token

_QUOTATION_REACH = 9
_THAT_REACH = 10
_WHATEVER = listed("everything anything nothing all whatever")
_THAT = frozenset(["that", "how", "whether", "why"])
_QUESTIONS = frozenset(["if", "what", "who", "where", "when", "which"])
_RECIPIENTS = listed(
    "the a an his her their reporters journalists lawmakers investigators them him me us"
)
_SHOWING = frozenset(["find", "show", "suggest", "indicate"])
_EXPECTING = frozenset(["expect", "fear", "forecast", "foresee", "predict", "envision"])
_ANYBODY = listed("source sources insider insiders observer observers")
_SHOWN_BY = PAPERS | {"investigation"}


def reports(
    tokens: Sequence[Token], at: int, end: int, source: NounPhrase, verb: ReportingVerb
) -> bool:
    """Tell whether a verb with a subject before it reports what that one says.

    Args:
        tokens: those of the sentence.
        at: the first token of the verb.
        end: the token behind its last.
        source: the subject.
        verb: which verb it is.
    """
    start = min(source.start, at)
    if is_introduced(tokens, start, end) and verb.needs < Needs.A_QUOTATION:
        return True
    if verb.tense is Tense.PLURAL and not _agrees(tokens, source, start, end):
        return False
    if is_beside_quotation(tokens, start, end):
        return True
    if start and tokens[start - 1].low in _WHATEVER:
        return False
    if verb.tense is not Tense.PAST and verb.base in ALSO_NOUNS:
        return _is_verb(tokens, end, source) and _has_what_it_needs(tokens, at, end, source, verb)
    return _has_what_it_needs(tokens, at, end, source, verb)


def _has_what_it_needs(
    tokens: Sequence[Token], at: int, end: int, source: NounPhrase, verb: ReportingVerb
) -> bool:
    if verb.needs in {Needs.A_SUBJECT, Needs.A_QUOTATION}:
        return verb.needs is Needs.A_SUBJECT
    interposed = _is_interposed(tokens, min(source.start, at), end)
    if interposed or _has_that(tokens, end) or is_clause(tokens, end):
        return True
    if verb.base in _SHOWING and tokens[source.end - 1].low in _SHOWN_BY:
        return True
    if verb.base in _EXPECTING and _is_anybody(tokens, source) and end < len(tokens):
        return tokens[end].is_word and not _is_infinitive(tokens, end)
    if verb.needs is not Needs.NO_INFINITIVE or not source.is_sure or is_relative(tokens, at):
        return False
    return not _is_infinitive(tokens, end)


def _is_anybody(tokens: Sequence[Token], source: NounPhrase) -> bool:
    """Tell whether a subject is no more than a word for a source: who expects, tells somebody."""
    described = source.form is SourceForm.DESCRIBED and source.is_sure
    return described and tokens[source.end - 1].low in _ANYBODY


def is_said_here(tokens: Sequence[Token], end: int, needs: Needs) -> bool:
    """Tell whether what the verb needs stands beside it."""
    if any(token.is_quotation for token in tokens[end : end + 3]):
        return True
    return needs < Needs.A_QUOTATION and _has_that(tokens, end)


def is_introduced(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether `as` leads up to an attribution that a comma ends: `As Whitfield noted, …`."""
    ends = end >= len(tokens) or not tokens[end].is_word
    return ends and start > 0 and tokens[start - 1].low == "as"


def is_beside_quotation(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a quotation stands right before an attribution or soon behind its verb."""
    before = tokens[max(start - 2, 0) : start]
    if before and QUOTED in (before[-1].text, before[0].text if before[-1].text in ",—" else ""):
        return True
    for token in tokens[end : end + _QUOTATION_REACH]:
        if token.text == QUOTED:
            return True
        if token.low in REPORTING_VERBS and token.low not in ALSO_NOUNS:
            break
    return False


def _is_verb(tokens: Sequence[Token], end: int, source: NounPhrase) -> bool:
    """Tell whether a word that may be a noun too (`claims`) is a verb, by what stands around it."""
    if end >= len(tokens) or tokens[end].low == "that" or not tokens[end].is_word:
        return source.form is not SourceForm.DESCRIBED or source.is_sure
    if source.form is SourceForm.PRONOUN:
        return True
    return source.is_sure and is_clause(tokens, end)


def _is_interposed(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether an attribution stands between commas, or behind one: `…, he noted`."""
    if start == 0 or tokens[start - 1].text != ",":
        return False
    return end >= len(tokens) or not tokens[end].is_word


def _agrees(tokens: Sequence[Token], source: NounPhrase, start: int, end: int) -> bool:
    if any(token.low in {"will", "would"} for token in tokens[source.end : end]):
        return is_beside_quotation(tokens, start, end)
    if any(_is_plural(token) for token in tokens[source.source : source.end]):
        return True
    return source.plural or tokens[source.end - 1].low in {"i", "we", "they", "you"}


def _is_plural(token: Token) -> bool:
    return token.low.endswith("s") and not token.low.endswith(("'s", "s'", "ss", "us", "is"))


def _has_that(tokens: Sequence[Token], end: int) -> bool:
    if end < len(tokens) and tokens[end].low in _QUESTIONS:
        return True
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
