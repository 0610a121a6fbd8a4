"""Publishing: what the editor is told without having asked.

An editor that asks for diagnostics itself, as many do by now, is not sent those of what it has
open: it would show them twice. What it has not open, such as a record with a fault, it is sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from groundrules.faces.lsp.abilities import Abilities
from groundrules.reporters.redaction import Redaction
from groundrules.reporters.report import Report
from groundrules.reporters.tally_in_words import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pygls.lsp.server import LanguageServer

    from groundrules.faces.lsp.session import Session
    from groundrules.rules.examination import Tally

_Found = list[types.Diagnostic]


class Publisher:
    """What tells the editor.

    Attributes:
        abilities: what the editor can do.
    """

    def __init__(self, server: LanguageServer, session: Session) -> None:
        """Nothing has been told yet."""
        self.abilities = Abilities(types.ClientCapabilities())
        self._server = server
        self._session = session
        self._sent: dict[str, _Found] = {}
        self._elsewhere: set[str] = set()
        self._answered: dict[str, tuple[str, _Found]] = {}
        self._told: dict[str, tuple[Tally, int]] = {}

    def check(self, uris: Iterable[str]) -> None:
        """Check documents, and send what is found in them and in the files behind them."""
        for uri in uris:
            document = self._session.document(uri)
            if document is None:
                self._forget(uri)
            elif not self.abilities.pulls:
                self._send(uri, self._session.diagnostics(uri), document.version)
                self.tell_tally(uri)
        found = self._session.elsewhere()
        for uri in {*self._elsewhere, *found}:
            if self._session.document(uri) is None or self.abilities.pulls:  # or it stands twice
                self._send(uri, found.get(uri, []))
        self._elsewhere = set(found)

    def look(self) -> None:
        """Check everything anew if a record, a policy or the configuration has changed."""
        if not self._session.was_outdated():
            return
        self.check([document.uri for document in self._session.documents()])
        if self.abilities.pulls and self.abilities.refreshes:
            self._server.workspace_diagnostic_refresh(None)

    def answer(self, uri: str, known: str | None) -> types.DocumentDiagnosticReport:
        """Return what is found in a document, or that it is what the editor knows already."""
        found = self._session.diagnostics(uri)
        number, before = self._answered.get(uri, ("0", []))
        if uri not in self._answered or before != found:
            number = str(int(number) + 1)
            self._answered[uri] = number, found
        self.tell_tally(uri)
        if known == number:
            return types.RelatedUnchangedDocumentDiagnosticReport(number)
        return types.RelatedFullDocumentDiagnosticReport(found, result_id=number)

    def tell_tally(self, uri: str) -> None:
        """Tell what was checked and what could not be, where that is not what was told before."""
        checkup = self._session.checkup(uri)
        if checkup is None or checkup.examination is None:
            return
        examination = checkup.examination
        told = examination.tally, len(examination.findings)
        if self._told.get(uri) != told:
            self._told[uri] = told
            report = Report((examination,), Redaction())
            words = f"{examination.case.draft.path}: {' '.join(sentences(report))}"
            self._server.window_log_message(types.LogMessageParams(types.MessageType.Info, words))

    def _forget(self, uri: str) -> None:
        if self._sent.get(uri):
            self._send(uri, [])
        for kept in (self._sent, self._answered, self._told):
            kept.pop(uri, None)

    def _send(self, uri: str, found: _Found, version: int | None = None) -> None:
        # An empty list also says that there was a check, so it is sent the first time, too.
        if self._sent.get(uri) != found or version is not None:
            self._sent[uri] = found
            self._server.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(uri, found, version)
            )
