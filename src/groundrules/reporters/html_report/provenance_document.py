"""The provenance map as a page: the drafts, and beside each quotation where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.reporters.html_report.document import BANNER, BANNER_REVEALED, faults
from groundrules.reporters.html_report.page import Page, document
from groundrules.reporters.html_report.quotation_remarks import (
    LETTERS,
    kind_of,
    quotation_remarks,
)
from groundrules.reporters.html_report.remark import legend_item
from groundrules.reporters.lines import plain
from groundrules.reporters.picture.record_page_words import shown
from groundrules.reporters.provenance_map.tracing import traced
from groundrules.reporters.provenance_map.words import DIFFERENCES, summary, unsaid

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.reporters.lines import Line
    from groundrules.reporters.provenance_map.tracing import Traced
    from groundrules.reporters.report import Report


def lines(report: Report) -> Iterator[Line]:
    """Yield the page line by line."""
    cases = [examination.case for examination in report.examinations]
    traces = [(case, traced(case)) for case in cases]
    title = cases[0].draft.path if len(cases) == 1 else f"{len(cases)} drafts"
    remarks = quotation_remarks(traces, report.redaction)
    page = Page(
        title=f"The quotations of {title}",
        banner=BANNER_REVEALED if report.redaction.revealed else BANNER,
        dateline=f"policy {shown(report.case.policy.id)}",
        glance=list(_glance(report, [one for _, found in traces for one in found])),
        drafts=list(zip([case.draft for case in cases], remarks, strict=True)),
        sections=(),
    )
    for text in document(page):
        yield from map(plain, text.split("\n"))


def _glance(report: Report, traces: Sequence[Traced]) -> Iterator[str]:
    yield from faults(report)
    yield f'<p class="found"><b>{shown(summary(traces))}</b></p>'
    for one in unsaid(report.tally.unchecked):
        yield f'<p class="tally">{shown(one)}</p>'
    kinds = {one.difference: kind_of(one) for one in traces if not one.is_anothers}
    if kinds:
        yield '<ul class="legend" aria-label="What the signs mean">'
        for difference, sign in LETTERS.items():
            if difference in kinds:
                yield legend_item(kinds[difference], sign, DIFFERENCES[difference])
        yield "</ul>"
