"""Checking a text while somebody writes it: what a check would say of it, but soon.

The findings are those of `check_drafts`. What does not change between two keystrokes is kept; see
`kept_record`.
"""

from __future__ import annotations

from threading import RLock
from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.checking.check_draft import check_against, promises_in
from groundrules.desk.checking.kept_record import KeptRecord
from groundrules.desk.checking.mend_description import MENDABLE, Mend, mends
from groundrules.desk.checking.publication_time import publication_time
from groundrules.desk.checking.read_buffer import Buffer, read_buffer
from groundrules.desk.checking.serve_editor import Checkup
from groundrules.desk.setup.project_folder import may_have_index
from groundrules.desk.vaults.doors import door_of
from groundrules.errors import BadInput
from groundrules.rules.registry import all_rules
from groundrules.rules.selection import select

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from groundrules.config.settings import Settings
    from groundrules.desk.checking.promises import Promises
    from groundrules.draft.document import Draft
    from groundrules.rules.rule import Finding

PLAIN, MARKDOWN = ".txt", ".md"
"""The endings of the names of texts, by which it is told how they are read."""

_MOST_MENDS = 500
_MOST_FILES = 8


class TextChecker:
    """What checks texts against one vault. Several threads may ask; they are served in turn.

    Attributes:
        vault: its folder.
        files: drafts that came as files and were read, by the ids of their papers.
    """

    def __init__(self, vault: Path, settings: Settings) -> None:
        """Note what to check against; nothing is read yet.

        Args:
            vault: its folder.
            settings: which rules are asked, and where the policies are.

        Raises:
            BadInput: a rule was selected that there is not.
        """
        self.vault = vault
        self.settings = settings
        self._rules = select(all_rules(), settings.words("select"), settings.words("ignore"))
        self._record = KeptRecord(vault, settings)
        self._mends: dict[tuple[str, ...], tuple[str, ...]] = {}
        self.files: dict[str, Draft] = {}
        self._turn = RLock()

    def __repr__(self) -> str:
        """Show nothing of what is kept."""
        return "TextChecker()"

    def check(self, name: str, text: str, as_of: datetime | None = None) -> Checkup:
        """Return what is found in a text.

        Args:
            name: what it is called; its ending tells how it is read: `.md`, `.txt` or `.html`.
            text: the whole of it.
            as_of: the instant at which it will be published; None for what it says of that itself,
                or else for now.

        Raises:
            BadInput: the vault is locked, a record or policy cannot be read, or the text is none.
        """
        return self.check_draft(self.read(name, text), as_of)

    def read(self, name: str, text: str) -> Draft:
        """Return a text as a draft.

        Raises:
            BadInput: it is too large, or holds what no draft may hold.
        """
        return read_buffer(self._buffer(name, text))

    def check_draft(self, draft: Draft, as_of: datetime | None = None) -> Checkup:
        """Return what is found in a draft that has been read.

        Args:
            draft: the draft; its path is one of `path_of`, so that no file stands beside it.
            as_of: likewise.

        Raises:
            BadInput: likewise.
        """
        with self._turn:
            promises = self._promises(as_of or publication_time(""), planned=as_of is None)
            examination, faults = check_against(draft, promises, self._rules)
        return Checkup(examination, tuple(faults), self.vault)

    def mends(
        self, name: str, text: str, checkup: Checkup, as_of: datetime | None = None
    ) -> dict[Finding, tuple[Mend, ...]]:
        """Return the edits that mend findings of a text, one for each agreed description.

        Each has been tried. While a finding stays what it was, about the same words, its edits are
        not tried again: whoever makes one sees at once what comes of it.
        """
        found: dict[Finding, tuple[Mend, ...]] = {}
        with self._turn:
            for finding in checkup.examination.findings if checkup.examination else ():
                if finding.name in MENDABLE:
                    edits = self._tried(name, text, checkup, finding, as_of)
                    found[finding] = tuple(Mend(finding.span, one) for one in edits)
        return {finding: edits for finding, edits in found.items() if edits}

    def keep_file(self, ident: str, draft: Draft) -> None:
        """Keep a draft that was read from a file, so that it is not read again soon."""
        if len(self.files) >= _MOST_FILES:
            self.files.clear()
        self.files[ident] = draft

    def stream_of(self, talk: str) -> str:
        """Return the stream of a conversation of the record that was checked against last.

        Raises:
            BadInput: there is no such conversation, or the vault is locked.
        """
        if talk not in self._record.streams:
            with door_of(self.vault) as door:
                return door.ask(str, "stream_of_talk", name=talk)
        return self._record.streams[talk]

    def path_of(self, name: str) -> str:
        """Return the path by which a check knows a text: in the vault, where no file stands."""
        last = name.replace("\\", "/").rpartition("/")[2]
        return f"{self.vault.name}/{last if last.strip('.') else f'draft{MARKDOWN}'}"

    def _tried(
        self, name: str, text: str, checkup: Checkup, finding: Finding, as_of: datetime | None
    ) -> tuple[str, ...]:
        passage = text[finding.span.start : finding.span.end]
        before = text[: finding.span.start].rstrip(" ")[-1:]
        version = str(hash(self._record.versions))
        key = (name, finding.code, finding.statement, passage, before, version)
        if key not in self._mends:
            if len(self._mends) >= _MOST_MENDS:
                self._mends.clear()
            edits = mends(_Trial(self, as_of), self._buffer(name, text), checkup, finding)
            self._mends[key] = tuple(edit.text for edit in edits)
        return self._mends[key]

    def _buffer(self, name: str, text: str) -> Buffer:
        return Buffer(self.path_of(name), text, "markdown", self.vault, self.vault)

    def _promises(self, as_of: datetime, *, planned: bool) -> Promises:
        if may_have_index((self.vault,), self.settings):
            return promises_in((self.vault,), self.settings, as_of)._replace(planned=planned)
        return self._record.promises(as_of, planned=planned)


class _Trial(NamedTuple):
    """Checks what would come of an edit."""

    checker: TextChecker
    as_of: datetime | None

    def check(self, buffer: Buffer) -> Checkup:
        try:
            return self.checker.check_draft(read_buffer(buffer), self.as_of)
        except BadInput as refusal:
            return Checkup(None, refusal.faults, self.checker.vault)
