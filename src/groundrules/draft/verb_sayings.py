"""The attributions that verbs of saying make, with a subject of their own or without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.attribution import SourceForm
from groundrules.draft.clause import is_clause, is_finite
from groundrules.draft.elided import is_joined
from groundrules.draft.reporting import is_beside_quotation, is_introduced, is_said_here, reports
from groundrules.draft.reporting_verbs import FIRST_OF_SEVERAL, REPORTING_VERBS, Needs, Tense
from groundrules.draft.saying import Order, said_before, said_behind
from groundrules.draft.shared_subjects import of_infinitive, shared
from groundrules.draft.small_words import AUXILIARIES
from groundrules.draft.subject import subject_before, subject_behind
from groundrules.draft.tokens import QUOTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.noun_phrase import NounPhrase
    from groundrules.draft.reporting_verbs import ReportingVerb
    from groundrules.draft.saying import Saying
    from groundrules.draft.tokens import Token


_WINDOW = 60


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
    if at and tokens[at - 1].low == "to" and verb.tense is Tense.PLURAL:
        return of_infinitive(tokens, at, end, verb, found)
    source = None if _is_inverted(tokens, at, end, verb) else subject_before(tokens, at)
    if source is None:
        return _with_subject_behind(tokens, at, end, verb) or _without_subject(
            tokens, at, end, verb, found
        )
    if verb.base in {"learn", "understand"}:
        return _learned(tokens, at, end, source, verb)
    return _reported(tokens, at, end, source) if reports(tokens, at, end, source, verb) else None


def _reported(tokens: Sequence[Token], at: int, end: int, source: NounPhrase) -> Saying | None:
    saying = said_before(end, source)
    if saying and is_introduced(tokens, min(source.start, at), end):
        return saying._replace(start=saying.start - 1, order=Order.ACCORDING)
    return saying


def _is_inverted(tokens: Sequence[Token], at: int, end: int, verb: ReportingVerb) -> bool:
    """Tell whether `…, said an aide` ends a sentence whose subject is another."""
    if verb.base != "say" or at == 0 or tokens[at - 1].text != ",":
        return False
    behind = subject_behind(tokens, end - 1)
    if behind is None or not behind.is_sure or behind.form is SourceForm.PRONOUN:
        return False
    ends = behind.end >= len(tokens) or not tokens[behind.end].is_word
    return ends and any(is_finite(tokens, before) for before in range(max(at - _WINDOW, 0), at - 1))


def _verb(tokens: Sequence[Token], at: int) -> tuple[ReportingVerb | None, int]:
    """Return the verb of saying that begins at a token, or None, and the token behind it."""
    if tokens[at].low in FIRST_OF_SEVERAL:
        for length in (3, 2):
            words = [token.low for token in tokens[at : at + length]]
            if len(words) == length and (verb := REPORTING_VERBS.get("_".join(words))):
                return verb, at + length
    verb = REPORTING_VERBS.get(tokens[at].low)
    if verb and at and tokens[at].is_capitalised and verb.base not in {"say", "tell", "tweet"}:
        verb = None  # the States, a Claims Court
    return verb, at + 1


def _with_subject_behind(
    tokens: Sequence[Token], at: int, end: int, verb: ReportingVerb
) -> Saying | None:
    behind = None if verb.base == "tell" else subject_behind(tokens, end - 1)
    if behind is None:
        return None
    quoted = at > 0 and QUOTED in (tokens[at - 1].text, tokens[at - 2].text if at > 1 else "")
    if not quoted and (
        behind.form is SourceForm.PRONOUN
        or (behind.end < len(tokens) and is_finite(tokens, behind.end))
    ):
        return None
    if verb.needs is not Needs.A_SUBJECT and not is_beside_quotation(tokens, at, behind.end):
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
    said = verb.needs is Needs.A_SUBJECT or is_said_here(tokens, end, verb.needs)
    if not said and (verb.needs is Needs.A_QUOTATION or not is_clause(tokens, end)):
        return None
    return shared(tokens, at, end, found)
