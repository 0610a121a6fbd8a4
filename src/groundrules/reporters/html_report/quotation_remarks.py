"""Traced quotations as remarks: where the words come from, and how they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.reporters.html_report.promise_cards import terms_of
from groundrules.reporters.html_report.remark import Remark, labelled, sentence
from groundrules.reporters.picture.record_page_words import shown
from groundrules.reporters.provenance_map.tracing import Difference
from groundrules.reporters.provenance_map.words import ANOTHERS, DIFFERENCES, where

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.evidence.case import Case
    from groundrules.reporters.provenance_map.tracing import Traced
    from groundrules.reporters.redaction import Redaction

LETTERS = {
    Difference.LETTER: "=",
    Difference.WORD: "≈",
    Difference.TRIMMED: "…",
    Difference.EDITED: "~",
    Difference.STITCHED: "+",
    Difference.NOWHERE: "?",
}
"""Difference to the sign that stands for it."""


def kind_of(one: Traced) -> str:
    """Return the class that gives a traced quotation its pattern."""
    if one.difference is Difference.NOWHERE:
        return "k-nowhere"
    if one.is_anothers:
        return "k-error"
    return "k-same" if one.difference in {Difference.LETTER, Difference.WORD} else "k-altered"


def quotation_remarks(
    traces: Sequence[tuple[Case, Sequence[Traced]]], redaction: Redaction
) -> tuple[tuple[Remark, ...], ...]:
    """Return the remarks about the quotations of each draft, numbered through all of them."""
    number = 0
    found = []
    for case, several in traces:
        remarks = []
        for one in several:
            number += 1
            remarks.append(_remark(number, case, one, redaction))
        found.append(tuple(remarks))
    return tuple(found)


def _remark(number: int, case: Case, one: Traced, redaction: Redaction) -> Remark:
    line, column = case.draft.position(one.quotation.span.start)
    return Remark(
        number,
        one.quotation.span,
        kind_of(one),
        LETTERS[one.difference],
        DIFFERENCES[one.difference],
        "",
        tuple(_body(case, one, redaction)),
        f"line {line}, column {column}",
    )


def _body(case: Case, one: Traced, redaction: Redaction) -> Iterator[str]:
    if one.is_anothers:
        yield f'<p class="fault">{sentence(ANOTHERS)}</p>'
    if not one.origins:
        yield '<p class="fault">Nothing in the records has these words.</p>'
    for match in one.origins:
        evidenced = case.evidence(match)
        place = f"{shown(where(evidenced))} ({shown(evidenced.statement.id)})"
        yield labelled("From", place, "from")
        yield from terms_of(case, evidenced, redaction)
    if one.also:
        yield labelled("The same words also", shown(", ".join(one.also)), "also")
