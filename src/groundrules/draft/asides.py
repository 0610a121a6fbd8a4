"""What is set off behind a name or a description: `Dana Whitfield, the mayor, …`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.attribution import SourceForm
from groundrules.draft.clause import is_finite
from groundrules.draft.listed import listed
from groundrules.draft.noun_phrase import noun_phrase
from groundrules.draft.noun_phrase_ending import noun_phrase_ending
from groundrules.draft.noun_phrase_tail import is_participle
from groundrules.draft.small_words import ADVERBS, FUNCTION_WORDS, RELATIVES, TIME_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.noun_phrase import NounPhrase
    from groundrules.draft.tokens import Token

_PARENTHESES = 4
_ASIDES_IN_A_ROW = 2
_SHORT_ASIDE = 3
_ASIDES = listed(
    """by which where through via on for because in at during after before when while as with
    formerly now too however also"""
)
_BEGINS_AN_ASIDE = RELATIVES | _ASIDES | ADVERBS
_DESCRIBES_ON = RELATIVES | {"that", "which", "and", "for", ",", "("}
CLOSING = {",": ",", "—": "—", "–": "–", ")": "(", "-": "-", "--": "--"}
_WINDOW = 40


def before_aside(tokens: Sequence[Token], closing: int, depth: int = 0) -> NounPhrase | None:
    """Return the noun phrase before an aside that ends with this mark, or before several."""
    mark = CLOSING[tokens[closing].text]
    seen = 0
    for at in range(closing - 1, max(closing - _WINDOW, 0), -1):
        if tokens[at].text != mark:
            continue
        seen += 1
        if seen > _PARENTHESES:
            break
        if not (_is_aside(tokens, at + 1, closing) or _is_about_name(tokens, at, closing)):
            continue
        if found := noun_phrase_ending(tokens, at - 1):
            return _named_before(tokens, found) or _with_aside(tokens, found, at + 1, closing)
        further = at - 1 if mark == "," and tokens[at - 1].text in CLOSING else at
        if (
            tokens[further].text in CLOSING
            and depth < _ASIDES_IN_A_ROW
            and (found := before_aside(tokens, further, depth + 1))
        ):
            return found
    return None


def _named_before(tokens: Sequence[Token], found: NounPhrase) -> NounPhrase | None:
    """Return the name of which a description is an aside itself: `Dana Whitfield, an editor, …`."""
    if (
        found.form not in {SourceForm.DESCRIBED, SourceForm.INSTITUTION}
        or found.start <= 1
        or tokens[found.start - 1].text != ","
    ):
        return None
    last = found.start - 2
    if last > 1 and tokens[last].text.isdigit() and tokens[last - 1].text == ",":
        last -= 2  # an age
    before = noun_phrase_ending(tokens, last)
    return before if before and before.form is SourceForm.NAMED else None


def _is_about_name(tokens: Sequence[Token], comma: int, closing: int) -> bool:
    """Tell whether what two commas set off stands behind a name and has no verb of its own."""
    name = tokens[comma - 1]
    if not name.is_capitalised or name.low in TIME_WORDS or name.low in FUNCTION_WORDS:
        return False
    within = range(comma + 1, closing)
    first = next((at for at in within if is_finite(tokens, at)), None)
    relative = any(
        tokens[at].low in RELATIVES or tokens[at].low in {"that", "which"}
        for at in range(comma + 1, first or comma + 1)
    )
    if first is not None and not relative:
        return False
    found = noun_phrase_ending(tokens, comma - 1)
    if found is None or found.form is not SourceForm.NAMED:
        return False
    return found.end - found.source > 1 or found.source == 0


def _is_aside(tokens: Sequence[Token], start: int, end: int) -> bool:
    if start >= end:
        return False
    first = tokens[start]
    if tokens[end].text != "," or first.low in _BEGINS_AN_ASIDE or is_participle(_lowered(first)):
        return True
    apposition = noun_phrase(tokens, start, end)
    if apposition is not None and (
        apposition.end == end or tokens[apposition.end].low in _DESCRIBES_ON
    ):
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
