"""Where the quotations come from: a table at the end of a check's page. It reveals nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.reporters.html_report.quotation_remarks import LETTERS
from groundrules.reporters.picture.record_page_words import label, shown
from groundrules.reporters.provenance_map.tracing import traced
from groundrules.reporters.provenance_map.words import how, summary, where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case
    from groundrules.reporters.provenance_map.tracing import Traced
    from groundrules.reporters.report import Report

_HEADS = ("line", "how it differs", "from", "terms")


def sources(report: Report) -> Iterator[str]:
    """Yield how many quotations there are of which kinds, and a row for each of them."""
    cases = [examination.case for examination in report.examinations]
    found = [(case, one) for case in cases for one in traced(case)]
    yield f"<p>{shown(summary([one for _, one in found]))}</p>"
    if found:
        yield '<table class="sources"><thead><tr>'
        yield "".join(f'<th scope="col">{head}</th>' for head in _HEADS)
        yield "</tr></thead><tbody>"
        for case, one in found:
            yield _row(case, one, name=case.draft.path if len(cases) > 1 else "")
        yield "</tbody></table>"


def _row(case: Case, one: Traced, name: str) -> str:
    line = case.draft.position(one.quotation.span.start).line
    at = f"{shown(name)}:{line}" if name else f"{line}"
    evidence = [case.evidence(match) for match in one.origins]
    origins = "<br>".join(shown(where(each)) for each in evidence)
    terms = "<br>".join(
        f'<span class="status {each.standing.status}">{label(each.standing.status)}</span>'
        for each in evidence
    )
    sign = f'<b class="letter">{LETTERS[one.difference]}</b>'
    cells = (at, f"{sign} {shown(how(one))}", origins or "–", terms or "–")
    marked = (
        f'<td data-head="{head}">{cell}</td>' for head, cell in zip(_HEADS, cells, strict=True)
    )
    return f"<tr>{''.join(marked)}</tr>"
