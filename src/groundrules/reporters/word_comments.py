"""A report as comments in a Word file: one for each finding, and one for the tally.

A comment says which rule, what is wrong, on which terms the words stand and since when, and what
would mend it. It never repeats the passage: it stands on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.reporters.plain_words import terms_in_words
from groundrules.reporters.provenance import provenance
from groundrules.reporters.report import evidence_for
from groundrules.reporters.rule_text import texts_for
from groundrules.reporters.tally_in_words import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.draft.document import Draft, Span
    from groundrules.evidence.case import Case, Evidenced
    from groundrules.reporters.redaction import Redaction
    from groundrules.reporters.report import Report
    from groundrules.rules.rule import Finding


class Whereabouts(NamedTuple):
    """Where a comment stands, if not on its passage.

    Attributes:
        label: the part of the document in which Word allows no comment: `footnote 2`; or "".
        is_exact: it stands on the passage and on nothing else.
    """

    label: str = ""
    is_exact: bool = True


def finding_comment(
    report: Report, case: Case, finding: Finding, where: Whereabouts
) -> tuple[str, ...]:
    """Return what the comment on a finding says, in paragraphs."""
    severity, name = finding.severity.value, f"{finding.code} {finding.name}"
    evidenced = evidence_for(case, finding)
    return (
        f"{severity.capitalize()} {name} ({finding.confidence} confidence)",
        *_place(case.draft, finding.span, where),
        f"{finding.message[:1].upper()}{finding.message[1:]}",
        *(_promise(case, evidenced, report.redaction) if evidenced else ()),
        *([f"Remedy: {finding.remedy}"] if finding.remedy else []),
        *(f"Why it matters: {_first_paragraph(text.why)}" for text in texts_for([finding])),
        f"See: groundrules explain {finding.code}",
    )


def tally_comment(report: Report) -> tuple[str, ...]:
    """Return what the comment at the beginning of the document says, in paragraphs."""
    return ("Checked by groundrules", *sentences(report))


def _place(draft: Draft, span: Span, where: Whereabouts) -> Iterator[str]:
    if where.label:
        yield f"In {where.label}, {_words(draft, span)}: Word allows no comment there."
    elif not where.is_exact and span.start < span.end:
        yield f"It is about a part of the paragraph, {_words(draft, span)}."


def _words(draft: Draft, span: Span) -> str:
    """Return where in its paragraph a span stands: `words 5 to 9`."""
    line = span.start - draft.position(span.start).column + 1
    start = max((one.start for one in draft.copy if line <= one.start <= span.start), default=line)
    first = len(draft.text[start : span.start + 1].split())
    last = max(len(draft.text[start : span.end].split()), first)
    return f"word {first}" if first == last else f"words {first} to {last}"


def _first_paragraph(page: str) -> str:
    """Return the first paragraph of a rule's page without the marks of Markdown."""
    return page.partition("\n")[0].translate({ord("*"): None, ord("`"): None})


def _promise(case: Case, evidenced: Evidenced, redaction: Redaction) -> Iterator[str]:
    standing = evidenced.standing
    policy = evidenced.conversation.policy or case.policy.id
    kept = "not settled, so kept as " if standing.is_open else ""
    words = terms_in_words(standing.terms, redaction)
    yield f"Terms: {kept}{standing.terms.level.spoken} ({policy}): {words}"
    label, history = provenance(evidenced)
    yield f"{label.capitalize()}: {history}"
    if speaker := redaction.speaker(evidenced):
        yield f"Source: {speaker}"
    if said := redaction.said(evidenced):
        yield f"Said: “{said}”"
