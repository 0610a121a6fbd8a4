"""The server: a handler for each message of the protocol, a few lines that ask the session.

Whatever goes wrong in a handler is told by its place alone. What a library would tell of it could
hold words of a draft or a record, so nothing of that is shown, logged or sent.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from groundrules import __version__
from groundrules.desk.indexing.hastening import hasten
from groundrules.errors import BadInput
from groundrules.faces.lsp.abilities import Abilities
from groundrules.faces.lsp.hovering import hover
from groundrules.faces.lsp.publishing import Publisher
from groundrules.faces.lsp.quick_fixes import offered, resolved
from groundrules.faces.lsp.session import Session
from groundrules.faces.lsp.watchman import Watchman

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from groundrules.desk.checking.serve_editor import EditorDesk

    Handler = Callable[..., Any]

NAME = "groundrules"

_OURS = frozenset({types.CodeActionKind.Empty, types.CodeActionKind.QuickFix})
"""The kinds of code actions that an editor may ask for and get some."""

_ENDED, _LOST, _INTERRUPTED = 0, 1, 130
"""What the protocol wants as exit status, after `shutdown` and without it; and what shells do."""


class Server(LanguageServer):
    """A server for one editor.

    Attributes:
        session: what is open.
        publisher: what tells the editor.
        watchman: what checks while people type.
        abilities: what the editor can do.
        status: the exit status with which it would end now.
    """

    def __init__(self, desk: EditorDesk) -> None:
        """Register the handlers. Nothing is read or sent yet."""
        super().__init__(NAME, __version__, types.TextDocumentSyncKind.Full)
        self.session = Session(desk)
        self.publisher = Publisher(self, self.session)
        self.watchman = Watchman(
            guarded(self, self.publisher.check), guarded(self, self.publisher.look)
        )
        self.abilities = Abilities(types.ClientCapabilities())
        self.status = _LOST
        self._is_telling = False
        for method, handler, options in self._handlers():
            self.feature(method, options)(guarded(self, handler))

    def _handlers(self) -> Iterator[tuple[str, Handler, object]]:
        pulled = types.DiagnosticOptions(
            inter_file_dependencies=True, workspace_diagnostics=False, identifier=NAME
        )
        fixes = types.CodeActionOptions([types.CodeActionKind.QuickFix], resolve_provider=True)
        yield types.INITIALIZE, self._initialize, None
        yield types.INITIALIZED, self._begin, None
        yield types.SHUTDOWN, self._end, None
        yield types.TEXT_DOCUMENT_DID_OPEN, self._heed, None
        yield types.TEXT_DOCUMENT_DID_CHANGE, self._heed, None
        yield types.TEXT_DOCUMENT_DID_SAVE, self._look, types.SaveOptions(include_text=False)
        yield types.TEXT_DOCUMENT_DID_CLOSE, self._close, None
        yield types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS, self._move, None
        yield types.WORKSPACE_DID_CHANGE_WATCHED_FILES, self._look, None
        yield types.WORKSPACE_DID_CHANGE_CONFIGURATION, self._look, None
        yield types.TEXT_DOCUMENT_DIAGNOSTIC, self._diagnostics, pulled
        yield types.TEXT_DOCUMENT_HOVER, self._hover, None
        yield types.TEXT_DOCUMENT_CODE_ACTION, self._fixes, fixes
        yield types.CODE_ACTION_RESOLVE, self._fix, None

    def _initialize(self, params: types.InitializeParams) -> None:
        self.abilities = self.publisher.abilities = Abilities(params.capabilities)
        self.session.encoding = str(self.workspace.position_encoding or self.session.encoding)
        self._move(params)

    def _begin(self, params: types.InitializedParams) -> None:  # noqa: ARG002 - the protocol's
        self.watchman.start()

    def _end(self, params: None) -> None:  # noqa: ARG002 - the protocol's
        self.status = _ENDED
        self.watchman.stop()

    def _heed(
        self, params: types.DidOpenTextDocumentParams | types.DidChangeTextDocumentParams
    ) -> None:
        document = self.workspace.get_text_document(params.text_document.uri)
        language = str(document.language_id or "")
        self.session.open(
            params.text_document.uri, params.text_document.version, language, document.source
        )
        self.watchman.call(params.text_document.uri)

    def _close(self, params: types.DidCloseTextDocumentParams) -> None:
        self.session.close(params.text_document.uri)
        self.watchman.call(params.text_document.uri)

    def _look(self, params: object) -> None:  # noqa: ARG002 - whatever was saved, it is looked at
        for document in self.session.documents():
            self.watchman.call(document.uri)

    def _move(self, params: object) -> None:
        roots = [folder.uri for folder in self.workspace.folders.values()]
        paths = [to_fs_path(uri) for uri in roots or [self.workspace.root_uri or ""]]
        self.session.folders = tuple(Path(os.path.abspath(path)) for path in paths if path)  # noqa: PTH100 - `..`
        self._look(params)

    def _diagnostics(
        self, params: types.DocumentDiagnosticParams
    ) -> types.DocumentDiagnosticReport:
        found = self.publisher.answer(params.text_document.uri, params.previous_result_id)
        self.watchman.call(params.text_document.uri)
        return found

    def _hover(self, params: types.HoverParams) -> types.Hover | None:
        return hover(self.session, params.text_document.uri, params.position, self.abilities.markup)

    def _fixes(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        wanted = params.context.only
        one = self.session.document(params.text_document.uri)
        if one is None or (wanted and not any(kind in _OURS for kind in wanted)):
            return []
        with self.session.lock:
            return list(offered(self.session, one, params.range, self.abilities))

    def _fix(self, params: types.CodeAction) -> types.CodeAction:
        with self.session.lock:
            return resolved(self.session, params, self.abilities)

    def report_server_error(self, error: Exception, source: object) -> None:  # noqa: ARG002 - pygls's
        """Tell that something went wrong, without what the error says of it.

        Where that goes wrong too, as when the editor is gone, it is not told again.
        """
        if self._is_telling:
            return
        self._is_telling = True
        try:
            self.tell(f"internal error ({type(error).__name__})")
        finally:
            self._is_telling = False

    def tell(self, message: str) -> None:
        """Show a message to the person at the editor."""
        self.window_show_message(types.ShowMessageParams(types.MessageType.Error, message))


def serve(desk: EditorDesk) -> int:
    """Serve an editor on standard input and output until it goes; return the exit status.

    ^C ends the process at once: a thread that waits for input can be woken by input alone.
    """
    logging.disable(logging.CRITICAL)
    signal.signal(signal.SIGINT, lambda *_: os._exit(_INTERRUPTED))
    # The server closes what it writes to. Its own copy, so that this program's stays open.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as output:
        server = Server(desk)
        hasten()
        server.start_io(None, output)
        server.watchman.stop()
        return server.status


def guarded(server: Server, handler: Handler) -> Handler:
    """Return a handler that tells what went wrong, and ends neither the server nor its threads."""

    # Whatever takes an `object` would be given the server, too: pygls goes by types.
    def run(*arguments: Any) -> object:  # noqa: ANN401 - see above
        try:
            return handler(*arguments)
        except BadInput as refusal:
            server.tell("; ".join(map(str, refusal.faults)))
        except BrokenPipeError:  # the editor is gone
            server.watchman.stop()
        except Exception as error:  # noqa: BLE001 - a traceback could hold protected words
            server.tell(f"internal error in {_place(error)} ({type(error).__name__})")
        return None

    return run


def _place(error: Exception) -> str:
    """Return where the program failed, without its values."""
    found = error.__traceback__
    while found and found.tb_next:
        found = found.tb_next
    return f"{Path(found.tb_frame.f_code.co_filename).name}:{found.tb_lineno}" if found else "?"
