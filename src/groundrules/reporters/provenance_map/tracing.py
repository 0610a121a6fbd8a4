"""Tracing: each quotation of a draft, with the statements it comes from and how it differs.

It decides nothing about promises. It is for whoever checks the facts of a story, and it has an
answer for every quotation, also where nothing is wrong.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.attribution import SourceForm
from groundrules.draft.document import Span
from groundrules.draft.printed import as_printed
from groundrules.draft.wording import words
from groundrules.evidence.case import Reuse
from groundrules.rules.attributed import first_mention, governing
from groundrules.rules.names import names_in
from groundrules.rules.passages import trimmed
from groundrules.rules.people import names_of
from groundrules.rules.quotation.fidelity import is_faithful

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.draft.attribution import Attribution
    from groundrules.draft.quotation import Quotation
    from groundrules.evidence.case import Case, Evidenced, Match

_ADDS = 3
"""How many words of a quotation a further statement has to hold to be one of its origins."""

_MARKS_OF_THE_SENTENCE = ".,;:!?…"
"""What may end a quotation without having been said."""


class Difference(StrEnum):
    """How a quotation differs from what was said, least first.

    `LETTER` is the same to the letter but for white space and the shape of quotation marks, `WORD`
    has the same words; `TRIMMED` leaves some out, `EDITED` has others, `STITCHED` joins words of
    several answers. `NOWHERE` rests on no statement of the record.
    """

    LETTER = "letter-for-letter"
    WORD = "word-for-word"
    TRIMMED = "trimmed"
    EDITED = "edited"
    STITCHED = "stitched"
    NOWHERE = "no-statement"


class Traced(NamedTuple):
    """A quotation, and where it comes from.

    Attributes:
        quotation: the quotation.
        origins: the matches with the statements it rests on, in the order of the draft; several
            where it is stitched, none where no statement was found.
        difference: how it differs from them.
        is_anothers: the draft names somebody else for it than who said it.
        also: the ids of further statements that have these words.
    """

    quotation: Quotation
    origins: tuple[Match, ...]
    difference: Difference
    is_anothers: bool = False
    also: tuple[str, ...] = ()


def traced(case: Case) -> tuple[Traced, ...]:
    """Return every quotation of a draft, in order, with where it comes from."""
    return tuple(_trace(case, quotation) for quotation in case.quotations)


def _trace(case: Case, quotation: Quotation) -> Traced:
    behind = [match for match in case.matches if match.span.overlaps(quotation.words)]
    origins = tuple(_origins(case, quotation, behind))
    if not origins:
        return Traced(quotation, (), Difference.NOWHERE)
    used = {match.statement for match in origins}
    return Traced(
        quotation,
        origins,
        _difference(case, quotation, origins),
        any(_is_anothers(case, quotation, case.evidence(match)) for match in origins),
        tuple(dict.fromkeys(one.statement for one in behind if one.statement not in used)),
    )


def _origins(case: Case, quotation: Quotation, behind: Sequence[Match]) -> list[Match]:
    """Return the fewest of the matches that hold what there is to hold, chosen the best first.

    Statements that only repeat what a better one has, or add a word or two to it that anybody may
    have said, are no further origins.
    """
    copy = words(case.draft.text, [quotation.words])
    places = [Span(*one) for one in zip(copy.starts, copy.ends, strict=True)]
    held = {match: {one for one in places if one.overlaps(match.span)} for match in behind}
    chosen: list[Match] = []
    missing = set(places)
    left = [match for match in behind if held[match]]
    while left:
        best = max(left, key=lambda one: (len(held[one] & missing), one.confidence))
        if chosen and len(held[best] & missing) < _ADDS:
            break
        chosen.append(best)
        missing -= held[best]
        left.remove(best)
    return sorted(chosen)


def _difference(case: Case, quotation: Quotation, origins: Sequence[Match]) -> Difference:
    said = _answer(case, origins)
    if said is None:
        return Difference.STITCHED
    quoted = as_printed(case.draft, quotation.words)
    if _letters(quoted).rstrip(_MARKS_OF_THE_SENTENCE) in _letters(said):
        return Difference.LETTER
    whole = trimmed(case.draft, quotation.words)
    holds = [match.reuse for match in origins if whole.within(match.span)]
    if Reuse.VERBATIM in holds:
        return Difference.WORD
    if Reuse.TRIMMED in holds or is_faithful(quoted, said):
        return Difference.TRIMMED
    return Difference.EDITED


def _answer(case: Case, origins: Sequence[Match]) -> str | None:
    """Return the one answer that holds the origins, or None where they are of several.

    An answer goes on until somebody else has the word, however many turns the record makes of it.
    """
    used = {match.statement for match in origins}
    talks = {one.id: one for one in (case.evidence(match).conversation for match in origins)}
    if len(talks) > 1:
        return None
    (talk,) = talks.values()
    said = list(talk.statements())
    places = [place for place, one in enumerate(said) if one.id in used]
    answer = said[places[0] : places[-1] + 1]
    if len({one.speaker for one in answer}) > 1:
        return None
    return " ".join(one.text for one in answer)


def _letters(text: str) -> str:
    """Return a text with one kind of quotation marks, and single blanks."""
    return " ".join(re.sub("[‘’]", "'", re.sub("[“”„«»]", '"', text)).split())


def _is_anothers(case: Case, quotation: Quotation, evidenced: Evidenced) -> bool:
    """Tell whether the draft lays the quotation to somebody by name, and to another than spoke.

    Where a description stands for the source, or the record has no name, nobody can tell.
    """
    speaker = evidenced.speaker
    names = names_of(speaker) if speaker else ()
    naming = list(_names_given(case, quotation))
    if not names or not naming:
        return False
    own = case.draft.keep("\n".join(("named", *names)), lambda draft: names_in(draft, names))
    return not any(named.span.overlaps(one.source) for named in own for one in naming)


def _names_given(case: Case, quotation: Quotation) -> Iterator[Attribution]:
    for attribution in governing(case, quotation.words):
        first = first_mention(case, attribution)
        if first.form is SourceForm.NAMED:
            yield first
