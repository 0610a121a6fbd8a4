"""Tracing the quotations of a draft for a page: each beside the words on which it rests."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.checking.printed_text import Paragraph, paragraphs_of
from groundrules.desk.checking.shown_findings import Origin, origin_of
from groundrules.draft.printed import as_printed
from groundrules.reporters.provenance_map.tracing import traced
from groundrules.reporters.provenance_map.words import how, summary

if TYPE_CHECKING:
    from groundrules.desk.checking.check_text import TextChecker
    from groundrules.desk.checking.serve_editor import Checkup
    from groundrules.evidence.case import Case
    from groundrules.reporters.provenance_map.tracing import Traced


class TracedQuotation(NamedTuple):
    """A quotation, and where its words come from.

    Attributes:
        number: counted from 0 in the draft.
        quotation: its words, as readers see them.
        difference: how it differs from what was said: the value of a `Difference`.
        how: the same in words, with whether the draft names another speaker.
        is_anothers: whether it does.
        origins: where it comes from; several where it is stitched, none where nothing was found.
        is_approved: the source has approved quoting all that it rests on.
    """

    number: int
    quotation: str
    difference: str
    how: str
    is_anothers: bool
    origins: tuple[Origin, ...]
    is_approved: bool

    def __repr__(self) -> str:
        """Show how it differs, and no word of it."""
        return f"TracedQuotation({self.difference})"


class QuotationMap(NamedTuple):
    """The provenance map of a draft: its paragraphs, its quotations, and both in a sentence."""

    paragraphs: tuple[Paragraph, ...]
    quotations: tuple[TracedQuotation, ...]
    summary: str


def trace_quotations(checker: TextChecker, checkup: Checkup) -> QuotationMap:
    """Return where every quotation of a draft that was checked comes from.

    Raises:
        BadInput: nothing could be checked, or the vault was locked meanwhile.
    """
    if checkup.examination is None:
        return QuotationMap((), (), "")
    case = checkup.examination.case
    traces = traced(case)
    spans = [one.quotation.span for one in traces]
    return QuotationMap(
        paragraphs_of(case.draft, spans),
        tuple(_shown(checker, case, number, one) for number, one in enumerate(traces)),
        summary(traces),
    )


def _shown(checker: TextChecker, case: Case, number: int, one: Traced) -> TracedQuotation:
    evidence = [case.evidence(match) for match in one.origins]
    return TracedQuotation(
        number,
        as_printed(case.draft, one.quotation.span),
        one.difference.value,
        how(one),
        one.is_anothers,
        tuple(origin_of(checker, each) for each in evidence),
        bool(evidence) and all(each.standing.approved for each in evidence),
    )
