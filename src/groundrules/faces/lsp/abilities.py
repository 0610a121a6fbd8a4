"""The abilities of an editor: what it said of itself that changes what it is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import MarkupKind

if TYPE_CHECKING:
    from lsprotocol import types


class Abilities:
    """What an editor can do.

    Attributes:
        pulls: it asks for diagnostics itself.
        refreshes: it can be told to ask for them again.
        resolves: it asks for the edit of a fix when somebody has chosen it.
        versions: it knows edits that are for one version of a document.
        markup: what it shows in hovers, Markdown where it can.
    """

    def __init__(self, capabilities: types.ClientCapabilities) -> None:
        """Look it up in what the editor said of itself."""
        document, workspace = capabilities.text_document, capabilities.workspace
        action = document.code_action if document else None
        resolved = action.resolve_support.properties if action and action.resolve_support else ()
        edit = workspace.workspace_edit if workspace else None
        again = workspace.diagnostics if workspace else None
        hover = document.hover if document else None
        shown = (hover.content_format if hover else None) or (MarkupKind.PlainText,)
        self.pulls = bool(document and document.diagnostic)
        self.refreshes = bool(again and again.refresh_support)
        self.resolves = "edit" in resolved
        self.versions = bool(edit and edit.document_changes)
        has_markdown = MarkupKind.Markdown in shown
        self.markup = MarkupKind.Markdown if has_markdown else MarkupKind.PlainText
