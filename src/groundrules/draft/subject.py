"""Who says it: the subject of a verb of saying, before it or behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.attribution import SourceForm
from groundrules.draft.listed import listed
from groundrules.draft.noun_phrase import NounPhrase, noun_phrase
from groundrules.draft.noun_phrase_tail import is_boundary, is_participle
from groundrules.draft.reporting_verbs import ALSO_NOUNS, REPORTING_VERBS, Tense
from groundrules.draft.small_words import (
    ADVERBS,
    AUXILIARIES,
    BARE_QUANTIFIERS,
    DETERMINERS,
    FORMS_OF_BE,
    FUNCTION_WORDS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
)
from groundrules.draft.tokens import QUOTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.tokens import Token

_WINDOW = 40
_PARENTHESES = 4
_ASIDES_IN_A_ROW = 2
_SHORT_ASIDE = 3
_NOT_ASSERTED = FORMS_OF_BE | listed(
    """to not didn't don't doesn't won't cannot can't couldn't n't did do does would will could can
    may might should must shall"""
)
_ENDS_NOTHING = (
    PREPOSITIONS
    | (DETERMINERS - BARE_QUANTIFIERS - {"her"})
    | listed("and or but nor that who because if when while said says say told tells tell not to")
)
_MODALS = frozenset(["will", "would"])
_BEFORE_TIMES = frozenset(["on", "this", "in"])
_ASIDES = listed(
    """through via on for because in at during after before when while as with formerly now too
    however also"""
)


def subject_before(tokens: Sequence[Token], verb: int) -> NounPhrase | None:
    """Return the subject that ends before a verb, or None.

    What stands between the two is looked over: adverbs, `has`, `who`, and what is set off by
    commas, dashes or brackets: `Dana Whitfield, a harbor official, also said`.
    """
    at = _before_adverbs(tokens, verb)
    if at > 0 and tokens[at].low in _MODALS and any(one.is_quotation for one in tokens):
        at -= 1  # `she will say`, of a speech given out in advance
    if at < 0 or tokens[at].low in _NOT_ASSERTED or tokens[at].is_quotation:
        return None
    if tokens[at].low in RELATIVES:
        at -= 1
        if at >= 0 and tokens[at].text == ",":
            at -= 1
        return _ending_at(tokens, at)
    if tokens[at].text in _CLOSING:
        return _before_aside(tokens, at)
    return _ending_at(tokens, at)


_CLOSING = {",": ",", "—": "—", "–": "–", ")": "(", "-": "-", "--": "--"}


def _before_adverbs(tokens: Sequence[Token], verb: int) -> int:
    """Return the token before `also`, `has`, `reportedly`, `on Tuesday` and their like."""
    at = verb - 1
    while at >= 0 and (
        tokens[at].low in ADVERBS
        or tokens[at].low in AUXILIARIES
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


def _before_aside(tokens: Sequence[Token], closing: int, depth: int = 0) -> NounPhrase | None:
    """Return the noun phrase before an aside that ends with this mark, or before several."""
    mark = _CLOSING[tokens[closing].text]
    seen = 0
    for at in range(closing - 1, max(closing - _WINDOW, 0), -1):
        if tokens[at].text != mark:
            continue
        seen += 1
        if seen > _PARENTHESES:
            break
        if not _is_aside(tokens, at + 1, closing):
            continue
        if found := _ending_at(tokens, at - 1):
            return _named_before(tokens, found) or _with_aside(tokens, found, at + 1, closing)
        if (
            mark == ","
            and depth < _ASIDES_IN_A_ROW
            and (found := _before_aside(tokens, at, depth + 1))
        ):
            return found
    return None


def _named_before(tokens: Sequence[Token], found: NounPhrase) -> NounPhrase | None:
    """Return the name of which a description is an aside itself: `Dana Whitfield, an editor, …`."""
    if (
        found.form is not SourceForm.DESCRIBED
        or found.start <= 1
        or tokens[found.start - 1].text != ","
    ):
        return None
    before = _ending_at(tokens, found.start - 2)
    return before if before and before.form is SourceForm.NAMED else None


def _is_aside(tokens: Sequence[Token], start: int, end: int) -> bool:
    if start >= end:
        return False
    first = tokens[start]
    if (
        tokens[end].text != ","
        or first.low in RELATIVES | _ASIDES | ADVERBS
        or is_participle(_lowered(first))
    ):
        return True
    apposition = noun_phrase(tokens, start, end)
    if apposition is not None and apposition.end == end:
        return True
    return end - start <= _SHORT_ASIDE and (first.is_capitalised or first.text[0].isdigit())


def _lowered(token: Token) -> Token:
    return token._replace(text=token.text.lower())


def _with_aside(tokens: Sequence[Token], found: NounPhrase, start: int, end: int) -> NounPhrase:
    """Join a description to its aside; of the two, a name is the source."""
    if found.form is not SourceForm.DESCRIBED:
        return found
    aside = noun_phrase(tokens, start, end)
    if aside is not None and aside.form is SourceForm.NAMED and aside.end == end:
        return aside
    describes = tokens[start].low in RELATIVES or (
        aside is not None and aside.form is SourceForm.DESCRIBED and aside.end == end
    )
    return found._replace(end=end) if describes else found


def _ending_at(tokens: Sequence[Token], last: int) -> NounPhrase | None:
    """Return the longest noun phrase that ends with this token, or None."""
    if last < 0:
        return None
    if tokens[last].low in PRONOUNS and not _is_object(tokens, last):
        return noun_phrase(tokens, last, last + 1)
    if _ends_nothing(tokens[last]):
        return None
    start = _boundary_before(tokens, last)
    if start and tokens[start].low in RELATIVES:
        return None  # what stands here belongs to somebody named before
    for at in range(start, last + 1):
        if not may_begin(tokens, at):
            continue
        found = noun_phrase(tokens, at, last + 1)
        if found and found.end == last + 1 and (found.is_sure or _is_behind_boundary(tokens, at)):
            return found
    return None


def _is_object(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a pronoun goes on with what stands before it: `and she`, `knowledge of it`."""
    return at > 0 and (tokens[at - 1].low in {"and", "or"} or tokens[at - 1].low in PREPOSITIONS)


def _ends_nothing(token: Token) -> bool:
    """Tell whether no noun phrase can end with this token."""
    if token.low in _ENDS_NOTHING or _is_possessive(token):
        return True
    verb = REPORTING_VERBS.get(token.low)
    return verb is not None and verb.tense is Tense.THIRD_PERSON and verb.base not in ALSO_NOUNS


def _is_possessive(token: Token) -> bool:
    return token.low.endswith(("'s", "s'"))


def _boundary_before(tokens: Sequence[Token], last: int) -> int:
    at = last
    while at > max(last - _WINDOW, 0) and (tokens[at - 1].is_word or tokens[at - 1].text == "&"):
        at -= 1
    return at


def may_begin(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a noun phrase may begin here: not in the middle of another run of nouns."""
    token = tokens[at]
    if not token.is_word or (at == 0 and token.low.endswith("ing")):
        return False
    if token.low in {"that", "this"}:
        return at == 0 or not tokens[at - 1].is_word
    before = tokens[at - 1] if at else None
    if before is None or not (token.is_capitalised and before.is_capitalised):
        return True
    return before.low in FUNCTION_WORDS or before.low in TIME_WORDS


def _is_behind_boundary(tokens: Sequence[Token], at: int) -> bool:
    if at == 0 or not tokens[at - 1].is_word:
        return True
    before = tokens[at - 1].low
    return before in SUBORDINATORS | ADVERBS or before.endswith("ly")


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
        or tokens[end].low
        in PREPOSITIONS | TIME_WORDS | SUBORDINATORS | ADVERBS | FUNCTION_WORDS - FORMS_OF_BE
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
