"""A check as a page: the drafts with the findings beside them, the quotations, and the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.reporters.html_report.finding_remarks import LETTERS, finding_remarks
from groundrules.reporters.html_report.page import Page, document
from groundrules.reporters.html_report.promise_cards import promise_cards
from groundrules.reporters.html_report.remark import legend_item
from groundrules.reporters.html_report.rule_sections import rule_sections
from groundrules.reporters.html_report.sources_table import sources
from groundrules.reporters.lines import plain
from groundrules.reporters.picture.record_page_words import shown
from groundrules.reporters.rule_text import texts_for
from groundrules.reporters.tally_in_words import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.reporters.lines import Line
    from groundrules.reporters.report import Report

BANNER = "Confidential: holds the draft, and says which of its words rest on a promise"
"""What stands at the top of the page."""

BANNER_REVEALED = "Confidential: holds the draft, words of the record, and the names of sources"
"""What stands there where names and words of the record were asked for."""


def lines(report: Report) -> Iterator[Line]:
    """Yield the page line by line."""
    paths = [examination.case.draft.path for examination in report.examinations]
    title = paths[0] if len(paths) == 1 else f"{len(paths)} drafts"
    drafts = [examination.case.draft for examination in report.examinations]
    texts = texts_for(finding for _, finding in report.found())
    page = Page(
        title=f"The check of {title}",
        banner=BANNER_REVEALED if report.redaction.revealed else BANNER,
        dateline=_dateline(report),
        glance=list(_glance(report)),
        drafts=list(zip(drafts, finding_remarks(report), strict=True)),
        sections=(
            ("sources", "Where the quotations come from", sources(report)),
            ("promises", "The promises", promise_cards(report)),
            ("rules", "The rules", rule_sections(texts)),
        ),
    )
    for text in document(page):
        yield from map(plain, text.split("\n"))


def _dateline(report: Report) -> str:
    """Return for which instant and under which policy the drafts were read."""
    case = report.case
    instant = f'<time datetime="{case.as_of.isoformat()}">{case.as_of.isoformat()}</time>'
    return f"as of {instant} <span>·</span> policy {shown(case.policy.id)}"


def faults(report: Report) -> Iterator[str]:
    """Yield what kept the check from being complete; nothing where nothing did."""
    for fault in report.faults:
        told = f"{fault.path}: {fault.message}; {fault.remedy}."
        yield f'<p class="remark k-error incomplete"><b>Not complete.</b> {shown(told)}</p>'


def _glance(report: Report) -> Iterator[str]:
    yield from faults(report)
    found, *rest = sentences(report)
    yield f'<p class="found"><b>{shown(found)}</b></p>'
    yield from (f'<p class="tally">{shown(one)}</p>' for one in rest)
    severities = {finding.severity for _, finding in report.found()}
    if severities:
        yield '<ul class="legend" aria-label="What the letters mean">'
        for severity, letter in LETTERS.items():
            if severity in severities:
                yield legend_item(f"k-{severity.value}", letter, severity.value)
        yield "</ul>"
