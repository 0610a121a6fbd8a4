"""The attributions of one sentence: each verb of saying, or the like, with whose it is.

What stands in quotation marks is one token here, so nobody is quoted out of a quotation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.attribution import SourceForm
from groundrules.draft.elided import implied_subject
from groundrules.draft.estimates import ESTIMATING, of_estimate
from groundrules.draft.listed import listed
from groundrules.draft.nominal import SAYING_NOUNS, content_of_noun, possessor
from groundrules.draft.noun_phrase import noun_phrase, whatever_is_named
from groundrules.draft.phrases import phrase_end, phrases
from groundrules.draft.reporting_verbs import FIRST_OF_SEVERAL, REPORTING_VERBS, Needs
from groundrules.draft.saying import Order, Saying, said_before, said_behind
from groundrules.draft.shared_subjects import of_participle
from groundrules.draft.small_words import FORMS_OF_BE
from groundrules.draft.subject import subject_before
from groundrules.draft.tokens import QUOTED
from groundrules.draft.verb_sayings import of_verb
from groundrules.draft.verbless import label, signatures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.tokens import Token

_DECLINED = phrases(
    "declined|declines|decline|refused|refuses|refuse|declining ~ to ~ comment|discuss|speak|talk"
    "|interviewed|confirm|respond",
    "declined|declines|refused|refuses ~ to answer ~ questions|question|inquiries",
    "declined|refused|declines comment",
    "declined|refused|declines|turned down? ~ requests|request for? ~ comment|interview|interviews",
    "would|will|could|can not ~ comment|discuss|speak|talk",
    "wouldn't|won't|couldn't|can't|cannot ~ comment|discuss|talk",
    "had|has|have|offered|gave no ~ comment",
)

_IMPERSONAL = phrases(
    "it was|is|has|had also? been? widely? learned|learnt|understood|reported|believed|said"
    "|thought|known|claimed|alleged|revealed|disclosed|suggested|rumored|rumoured|assumed|confirmed",
    "it has|had? emerged|transpired",
    "it emerged|transpired",
)

_PASSIVE = listed(
    """told informed confirmed described disclosed revealed relayed corroborated recounted given
    advised reported noted"""
)
_FIRST_WORDS = (
    frozenset(["it", "according", *_DECLINED])
    | REPORTING_VERBS.keys()
    | FIRST_OF_SEVERAL
    | _PASSIVE
    | SAYING_NOUNS
    | ESTIMATING
)
_BEFORE_BY = FORMS_OF_BE | {"as", "also", "first", "and"}
_BY_REACH = 4
_TO_OURS = 3
_LONGEST_LEAD = 40
_DIVIDING = frozenset([";", ":", "—", "–"])
_JOINING = frozenset(["and", "but", "while", "though", "although", "whereas"])
_SHORT_QUOTATION = 16


def sayings(tokens: Sequence[Token]) -> list[Saying]:
    """Return the attributions of a sentence, in order."""
    found = _verbless(tokens)
    for at, token in enumerate(tokens):
        if token.low not in _FIRST_WORDS and not token.low.endswith("ing"):
            continue
        if found and at < found[-1].end and found[-1].order is not Order.BEFORE:
            continue
        saying = _saying(tokens, at, found)
        if saying is not None:
            found.append(saying)
    return _without_echoes(tokens, sorted(found)) if found else _implied(tokens)


def _without_echoes(tokens: Sequence[Token], found: list[Saying]) -> list[Saying]:
    """Leave out what somebody else says another one thinks: `Whitfield said she hopes to win`."""
    kept: list[Saying] = []
    for one in found:
        if not (kept and _is_within(tokens, kept[-1], one) and _is_weak(tokens, one)):
            kept.append(one)
    return kept


def _is_within(tokens: Sequence[Token], outer: Saying, one: Saying) -> bool:
    if outer.order is not Order.BEFORE or one.order is not Order.BEFORE or outer.declined:
        return False
    if one.start - outer.end > _LONGEST_LEAD:
        return False
    between = tokens[outer.end : one.start]
    if any(token.text == QUOTED or token.text in _DIVIDING for token in between):
        return False
    return not between or (between[-1].is_word and between[-1].low not in _JOINING)


def _is_weak(tokens: Sequence[Token], one: Saying) -> bool:
    """Tell whether an attribution is no more than a part of what another one says."""
    verb = REPORTING_VERBS.get(tokens[one.end - 1].low)
    if verb is None or tokens[one.end - 1].low in SAYING_NOUNS:
        return one.end < len(tokens) and tokens[one.end].low != "that"
    if verb.needs is Needs.A_SUBJECT:
        return False
    if one.form is SourceForm.PRONOUN:
        return True
    quoted = any(token.text == QUOTED for token in tokens[one.end : one.end + 2])
    return not quoted and one.form is not SourceForm.DESCRIBED


def _verbless(tokens: Sequence[Token]) -> list[Saying]:
    behind = (said_behind(at, source, Order.BEHIND) for at, source in signatures(tokens))
    before = label(tokens)
    labelled = [said_before(before.end, before)] if before else []
    return [one for one in (*labelled, *behind) if one]


def _saying(tokens: Sequence[Token], at: int, found: Sequence[Saying]) -> Saying | None:
    low = tokens[at].low
    if low == "it" and (end := phrase_end(tokens, at, _IMPERSONAL)):
        return Saying(at, end, at, at + 1, SourceForm.IMPERSONAL, plural=False, order=Order.BEFORE)
    if low == "according" and at + 2 < len(tokens) and tokens[at + 1].low == "to":
        return said_behind(at, whatever_is_named(tokens, at + 2), Order.ACCORDING)
    if end := phrase_end(tokens, at, _DECLINED):
        return said_before(end, subject_before(tokens, at), declined=True)
    if low in _PASSIVE and (by := _by(tokens, at)):
        order = Order.ACCORDING if _is_parenthetic(tokens, at) else Order.BY
        return said_behind(at, noun_phrase(tokens, by + 1), order)
    saying = of_participle(tokens, at, found) or of_verb(tokens, at, found)
    saying = saying or of_estimate(tokens, at)
    return saying or (_of_noun(tokens, at) if low in SAYING_NOUNS else None)


def _is_parenthetic(tokens: Sequence[Token], passive: int) -> bool:
    """Tell whether it is set off: `as told by an aide`, or `…, I am told by an aide, …`."""
    if passive == 0 or tokens[passive - 1].low in {"as", "first"}:
        return passive > 0
    ours = passive > _TO_OURS and tokens[passive - 2].low in {"i", "we"}
    return ours and tokens[passive - _TO_OURS].text == ","


def _of_noun(tokens: Sequence[Token], at: int) -> Saying | None:
    begins = content_of_noun(tokens, at)
    return said_before(begins, possessor(tokens, at)) if begins else None


def _by(tokens: Sequence[Token], at: int) -> int:
    """Return the `by` of `was told this by`, or 0."""
    if at == 0 or tokens[at - 1].low not in _BEFORE_BY:
        return 0
    for by in range(at + 1, min(at + 1 + _BY_REACH, len(tokens) - 1)):
        if tokens[by].low == "by":
            return by
        if not tokens[by].is_word:
            break
    return 0


def _implied(tokens: Sequence[Token]) -> list[Saying]:
    """Return the attribution of a quotation whose sentence has no verb of saying."""
    at = next((at for at, token in enumerate(tokens) if _is_worth(token)), 0)
    found = implied_subject(tokens, at) if at else None
    saying = said_before(found[1], found[0]) if found else None
    return [saying] if saying else []


def _is_worth(token: Token) -> bool:
    """Tell whether a token is a quotation longer than a title or a word held at a distance."""
    return token.text == QUOTED and token.end - token.start > _SHORT_QUOTATION
