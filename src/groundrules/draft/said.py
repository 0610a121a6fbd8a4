"""A sentence as it was read for attributions, before it is known what they reach beyond it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.anonymity import clauses
from groundrules.draft.phrases import phrase_end, phrases
from groundrules.draft.printed import Stretch
from groundrules.draft.reach import governed
from groundrules.draft.saying import Order
from groundrules.draft.sayings import sayings
from groundrules.draft.small_words import WITH_A_VERB
from groundrules.draft.tokens import QUOTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.anonymity import Clause
    from groundrules.draft.attribution import SourceForm
    from groundrules.draft.saying import Saying
    from groundrules.draft.tokens import Token


class Said(NamedTuple):
    """An attribution in the print.

    Attributes:
        sentence: the number of its sentence in the draft.
        governs: what it is for; parts of other sentences join it later.
        guessed: the part of that which it is for only because it is the nearest.
        reason: why the source is not named, where its own sentence says so.
    """

    sentence: int
    span: Stretch
    source: Stretch
    form: SourceForm
    plural: bool
    declined: bool
    governs: list[Stretch]
    reason: Stretch | None
    guessed: list[Stretch]


class ReadSentence(NamedTuple):
    """A sentence of the print.

    Attributes:
        number: its number in the draft.
        paragraph: the number of its paragraph.
        quotations: the tokens of it that are quotations.
        said: its attributions, in order.
        reason: the first reason that a clause gives for not naming somebody, or None.
    """

    number: int
    paragraph: int
    stretch: Stretch
    quotations: list[Stretch]
    said: list[Said]
    reason: Stretch | None


class _Kept(NamedTuple):
    """The tokens that are left when clauses are taken out, and where each stood."""

    tokens: list[Token]
    places: Sequence[int]


_SETTING_OFF = {",": ",", "—": "—", "–": "–", "--": "--", "(": ")"}

_LONGEST_ASIDE = 60
_REASONS_ASIDE = phrases("citing|fearing", "for|out fear|of")


def read_sentence(tokens: Sequence[Token], number: int, paragraph: int) -> ReadSentence:
    """Return a sentence with its attributions.

    Args:
        tokens: all of its tokens; at least one.
        number: its number in the draft.
        paragraph: the number of its paragraph.
    """
    withheld = clauses(tokens)
    kept = _without(tokens, withheld)
    given = next((_between(tokens, *one.reason) for one in withheld if one.reason), None)
    found = sayings(kept.tokens)
    parts = governed(kept.tokens, found)
    said = [
        _said(kept, one, [_between(kept.tokens, *part) for part in governs], given, number)
        for one, governs in zip(found, parts, strict=True)
    ]
    quotations = [Stretch(one.start, one.end) for one in tokens if one.text == QUOTED]
    whole = _between(tokens, 0, len(tokens))
    return ReadSentence(number, paragraph, whole, quotations, said, given)


def _without(tokens: Sequence[Token], withheld: Sequence[Clause]) -> _Kept:
    """Take out the clauses with the marks that set them off, or with the comma behind a first."""
    if not withheld:
        return _Kept(list(tokens), range(len(tokens)))
    gone: set[int] = set()
    for start, end, _ in withheld:
        gone.update(range(start, end))
        opens = start > 0 and tokens[start - 1].text in _SETTING_OFF
        closes = end < len(tokens) and tokens[end].text in _SETTING_OFF.values()
        if opens:
            gone.add(start - 1)
        if closes and (opens or start == 0):
            gone.add(end)
    places = [at for at in range(len(tokens)) if at not in gone]
    return _Kept([tokens[at] for at in places], places)


def _between(tokens: Sequence[Token], start: int, end: int) -> Stretch:
    return Stretch(tokens[start].start, tokens[end - 1].end)


def _said(
    kept: _Kept, one: Saying, governs: list[Stretch], given: Stretch | None, sentence: int
) -> Said:
    source_end = one.source_start + 1
    while (
        source_end < one.source_end and kept.places[source_end] == kept.places[source_end - 1] + 1
    ):
        source_end += 1
    return Said(
        sentence=sentence,
        span=_between(kept.tokens, one.start, one.end),
        source=_bare(kept.tokens, one.source_start, source_end),
        form=one.form,
        plural=one.plural,
        declined=one.declined,
        governs=governs,
        reason=given or _reason_aside(kept.tokens, one),
        guessed=[],
    )


def _bare(tokens: Sequence[Token], start: int, end: int) -> Stretch:
    """Return the words of a source without what is run together with the last: `She's`."""
    whole, last = _between(tokens, start, end), tokens[end - 1]
    if last.low in WITH_A_VERB:
        return Stretch(whole.start, last.start + last.text.index("'"))
    if last.low.endswith("'s"):
        return Stretch(whole.start, whole.end - 2)
    return Stretch(whole.start, whole.end - last.low.endswith("s'"))


def _reason_aside(tokens: Sequence[Token], one: Saying) -> Stretch | None:
    """Return `citing fear of retaliation`, set off between a source and its verb."""
    if one.order is not Order.BEFORE:
        return None
    for at in range(max(one.source_end, one.end - _LONGEST_ASIDE), one.end):
        if phrase_end(tokens, at, _REASONS_ASIDE):
            end = at
            while end < one.end - 1 and tokens[end].text != ",":
                end += 1
            return _between(tokens, at, end)
    return None
