"""The promises that findings are about: each statement once, with its terms and their history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.reporters.html_report.remark import labelled
from groundrules.reporters.picture.record_page_words import label, shown
from groundrules.reporters.plain_words import terms_in_words
from groundrules.reporters.provenance import provenance
from groundrules.reporters.provenance_map.words import where
from groundrules.reporters.report import evidence_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case, Evidenced
    from groundrules.reporters.redaction import Redaction
    from groundrules.reporters.report import Report


def promised(report: Report) -> dict[str, int]:
    """Return the id of each statement that a finding is about to its number on the page."""
    about = (evidence_for(case, finding) for case, finding in report.found())
    known = dict.fromkeys(one.statement.id for one in about if one)
    return {statement: number for number, statement in enumerate(known, 1)}


def promise_cards(report: Report) -> Iterator[str]:
    """Yield a card for each statement that a finding is about."""
    case = report.case
    for statement, number in promised(report).items():
        evidenced = case.statements[statement]
        yield f'<article class="card {evidenced.standing.status}" id="promise-{number}">'
        yield f'<h3><span class="count">{number}</span> {label(evidenced.standing.status)}</h3>'
        yield f'<p class="covers">{shown(where(evidenced))} ({shown(statement)})</p>'
        yield from terms_of(case, evidenced, report.redaction)
        yield "</article>"


def terms_of(case: Case, evidenced: Evidenced, redaction: Redaction) -> Iterator[str]:
    """Yield on which terms a statement stands and why, and, where revealed, whose words it is."""
    standing = evidenced.standing
    limits = shown(terms_in_words(standing.terms, redaction))
    yield labelled("Terms", f"{status(case, evidenced)}: {limits}.", "terms")
    if standing.facts or standing.open:
        name, history = provenance(evidenced)
        yield labelled(name.capitalize(), shown(history) + ".", "history")
    yield from revealed(evidenced, redaction)


def status(case: Case, evidenced: Evidenced) -> str:
    """Return the level of a statement with its letter, and the policy it is read under, as HTML."""
    standing = evidenced.standing
    policy = shown(evidenced.conversation.policy or case.policy.id)
    kept = f", so kept as {standing.terms.level.spoken}" if standing.is_open else ""
    named = f'<span class="status {standing.status}">{label(standing.status)}</span>'
    return f"{named}{kept} ({policy})"


def revealed(evidenced: Evidenced, redaction: Redaction) -> Iterator[str]:
    """Yield who said a statement, and its words; nothing where that was not asked for."""
    if speaker := redaction.speaker(evidenced):
        yield labelled("Source", shown(speaker), "revealed")
    if said := redaction.said(evidenced):
        yield labelled("Said", f"<q>{shown(said)}</q>", "revealed")
