"""The provenance map for the terminal: a few lines for each quotation, then how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.reporters.display_width import one_line
from groundrules.reporters.excerpt import excerpt
from groundrules.reporters.lines import EMPTY, Piece, plain
from groundrules.reporters.plain_words import terms_in_words
from groundrules.reporters.provenance import provenance
from groundrules.reporters.provenance_map.tracing import Difference, traced
from groundrules.reporters.provenance_map.words import how, summary, unsaid, where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.draft.document import Span
    from groundrules.evidence.case import Case, Evidenced
    from groundrules.reporters.lines import Line
    from groundrules.reporters.provenance_map.tracing import Traced
    from groundrules.reporters.redaction import Redaction
    from groundrules.reporters.report import Report

_NARROWEST = 72


def lines(report: Report) -> Iterator[Line]:
    """Yield every quotation of every draft with where it comes from."""
    traces = [(one, traced(one.case)) for one in report.examinations]
    for examination, found in traces:
        covered = report.redaction.covered(examination)
        for one in found:
            yield from _quotation(report, examination.case, one, covered)
            yield EMPTY
    yield plain(summary([one for _, found in traces for one in found]))
    yield plain("What of it may be published is for `groundrules check` to say.")
    yield from map(plain, unsaid(report.tally.unchecked))


def _quotation(
    report: Report, case: Case, one: Traced, covered: tuple[Span, ...]
) -> Iterator[Line]:
    line, column = case.draft.position(one.quotation.span.start)
    yield (
        Piece(f"{one_line(case.draft.path)}:{line}:{column}: ", "place"),
        Piece(how(one), _role(one)),
    )
    gutter = len(str(case.draft.position(max(one.quotation.span.end - 1, 0)).line))
    room = max(report.width, _NARROWEST) - gutter - 3
    for row in excerpt(case.draft, one.quotation.span, covered, room):
        number = str(row.line) if row.line else ""
        yield (Piece(f"{number:>{gutter}} | ", "gutter"), Piece(row.source))
    for match in one.origins:
        yield from _origin(case, case.evidence(match), report.redaction)
    if one.also:
        yield _note("also in", ", ".join(one.also))


def _origin(case: Case, evidenced: Evidenced, redaction: Redaction) -> Iterator[Line]:
    standing = evidenced.standing
    yield _note("from", f"{where(evidenced)} ({evidenced.statement.id})")
    kept = "not settled, so kept as " if standing.is_open else ""
    policy = evidenced.conversation.policy or case.policy.id
    limits = terms_in_words(standing.terms, redaction)
    yield _note("terms", f"{kept}{standing.terms.level.spoken} ({policy}): {limits}")
    if standing.facts or standing.open:
        yield _note(*provenance(evidenced))
    if speaker := redaction.speaker(evidenced):
        yield _note("source", one_line(speaker))
    if said := redaction.said(evidenced):
        yield _note("said", one_line(f"“{said}”"))


def _role(one: Traced) -> str:
    if one.difference is Difference.NOWHERE or one.is_anothers:
        return "warning"
    return "label" if one.difference in {Difference.LETTER, Difference.WORD} else "note"


def _note(label: str, text: str) -> Line:
    return (Piece("  = ", "gutter"), Piece(f"{label}: ", "label"), Piece(text))
