"""Hovering: what is shown of the findings under the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from groundrules.draft.document import Span
from groundrules.reporters.hover import as_markdown, as_text
from groundrules.reporters.redaction import Redaction
from groundrules.reporters.report import Report

if TYPE_CHECKING:
    from groundrules.faces.lsp.session import Session

FORM = "hover"
"""What it is called where it is recorded that one showed words of the record."""


def hover(
    session: Session, uri: str, position: types.Position, markup: types.MarkupKind
) -> types.Hover | None:
    """Return what is shown at a position of a document, or None where nothing is at fault.

    Raises:
        BadInput: words of the record shall be shown, and that cannot be recorded.
    """
    with session.lock:
        one, checkup = session.document(uri), session.checkup(uri)
        if one is None or checkup is None or checkup.examination is None:
            return None
        at = one.lines.offset(position)
        found = tuple(one.findings_at(checkup, at, at))
        if not found:
            return None
        redaction = Redaction()
        if session.desk.reveal:
            for finding in found:
                redaction = session.desk.record_reveal(checkup, finding, FORM)
        report = Report((checkup.examination._replace(findings=found),), redaction)
        shown = as_markdown(report) if markup is types.MarkupKind.Markdown else as_text(report)
        touched = Span(min(one.span.start for one in found), max(one.span.end for one in found))
        return types.Hover(types.MarkupContent(markup, shown), one.lines.range(touched))
