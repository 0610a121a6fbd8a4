"""Quick fixes: edits that mend a finding, offered without a word of the record in their titles.

The words come into the edit when the editor asks for it, which is when somebody chose the fix; an
editor that cannot ask later gets them at once. It is recorded either way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lsprotocol import types

from groundrules.desk.checking.mend_description import mends
from groundrules.faces.lsp.diagnostics import of_findings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.desk.checking.mend_description import Mend
    from groundrules.desk.checking.serve_editor import Checkup
    from groundrules.faces.lsp.abilities import Abilities
    from groundrules.faces.lsp.session import Open, Session
    from groundrules.rules.rule import Finding

FORM = "quick-fix"
"""What a fix is called where it is recorded."""


class Remedied(NamedTuple):
    """A finding with an edit that mends it."""

    document: Open
    checkup: Checkup
    finding: Finding
    mend: Mend


def offered(
    session: Session, one: Open, where: types.Range, abilities: Abilities
) -> Iterator[types.CodeAction]:
    """Yield the fixes for a range of a document.

    Raises:
        BadInput: one holds words of the record, and that cannot be recorded.
    """
    checkup = session.checkup(one.uri)
    if checkup is None:
        return
    start, end = one.lines.offset(where.start), one.lines.offset(where.end)
    for finding in one.findings_at(checkup, start, end):
        found = list(_remedied(session, one, checkup, finding))
        for number, remedied in enumerate(found):
            fix = types.CodeAction(
                _title(session, number, len(found), remedied.mend),
                types.CodeActionKind.QuickFix,
                of_findings([finding], one.lines),
                is_preferred=len(found) == 1,
                data=[one.uri, one.version, finding.code, *finding.span, number],
            )
            if session.desk.reveal:  # the title has the words
                session.desk.record_reveal(checkup, finding, FORM)
            if not abilities.resolves:
                fix.edit = _edit(session, remedied, abilities)
            yield fix


def resolved(session: Session, fix: types.CodeAction, abilities: Abilities) -> types.CodeAction:
    """Return a fix that was chosen, with its edit; without one where the draft has changed since.

    Raises:
        BadInput: it cannot be recorded.
    """
    chosen = _chosen(session, fix.data)
    if chosen:
        fix.edit = _edit(session, chosen, abilities)
    return fix


def _chosen(session: Session, data: object) -> Remedied | None:
    """Return what the number of a fix stands for now, or None where that is no more."""
    if not (isinstance(data, list) and len(data) == _PARTS):
        return None
    uri, version, *finding_of, number = data
    one, checkup = session.document(uri), session.checkup(uri)
    if one is None or checkup is None or checkup.examination is None or one.version != version:
        return None
    for finding in checkup.examination.findings:
        if [finding.code, *finding.span] == finding_of:
            for place, remedied in enumerate(_remedied(session, one, checkup, finding)):
                if place == number:
                    return remedied
    return None


_PARTS = 6
"""Of what a fix is known by: document, version, rule, start, end, and which description."""


def _remedied(
    session: Session, one: Open, checkup: Checkup, finding: Finding
) -> Iterator[Remedied]:
    for mend in mends(session.desk, one.buffer, checkup, finding):
        yield Remedied(one, checkup, finding, mend)


def _title(session: Session, number: int, many: int, mend: Mend) -> str:
    if session.desk.reveal:
        return f"Attribute it to the agreed description “{mend.text}”"
    which = f" ({number + 1} of {many})" if many > 1 else ""
    return f"Attribute it to the agreed description{which}"


def _edit(session: Session, chosen: Remedied, abilities: Abilities) -> types.WorkspaceEdit:
    session.desk.record_reveal(chosen.checkup, chosen.finding, FORM)
    one = chosen.document
    change = types.TextEdit(one.lines.range(chosen.mend.span), chosen.mend.text)
    if not abilities.versions:
        return types.WorkspaceEdit(changes={one.uri: [change]})
    document = types.OptionalVersionedTextDocumentIdentifier(one.uri, one.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, [change])])
