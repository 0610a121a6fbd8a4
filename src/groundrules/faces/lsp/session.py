"""A session: what an editor has open, what was found in it, and what the editor was told."""

from __future__ import annotations

import os
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, NamedTuple

from pygls.uris import from_fs_path, to_fs_path

from groundrules.desk.checking.read_buffer import Buffer
from groundrules.errors import BadInput
from groundrules.faces.lsp.diagnostics import of_faults, of_findings, of_unchecked
from groundrules.faces.lsp.positions import Lines
from groundrules.readers.records import SUFFIX
from groundrules.readers.text_file import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lsprotocol import types

    from groundrules.desk.checking.serve_editor import Checkup, EditorDesk
    from groundrules.errors import Fault
    from groundrules.rules.rule import Finding


class Open(NamedTuple):
    """A document that is open.

    Attributes:
        uri: what the editor calls it.
        version: the editor's number for its state.
        buffer: the document as it is there.
        lines: where its lines are.
    """

    uri: str
    version: int | None
    buffer: Buffer
    lines: Lines

    @property
    def is_record(self) -> bool:
        """Tell whether it is a record, and no draft."""
        return self.buffer.path.lower().endswith(SUFFIX)

    def findings_at(self, checkup: Checkup, start: int, end: int) -> list[Finding]:
        """Return the findings that a run of characters touches, the ends of both included."""
        found = checkup.examination.findings if checkup.examination else ()
        return [one for one in found if one.span.start <= end and start <= one.span.end]


class Session:
    """What is open. Several threads may ask, one after the other.

    Attributes:
        desk: what checks.
        encoding: the units in which the editor counts.
        folders: the workspace folders.
        lock: whoever holds it is alone with what is open and what was found.
    """

    def __init__(self, desk: EditorDesk) -> None:
        """Begin with nothing open."""
        self.desk = desk
        self.encoding = "utf-16"
        self.folders: tuple[Path, ...] = ()
        self.lock = RLock()
        self._open: dict[str, Open] = {}
        self._checked: dict[str, tuple[Open, Checkup]] = {}
        self._is_outdated = False

    def open(self, uri: str, version: int | None, language: str, text: str) -> None:
        """Note that a document is open, or has changed."""
        with self.lock:
            path = to_fs_path(uri) if uri.startswith("file:") else None
            folder = Path(path).parent if path else self._first_folder()
            name = path or uri.rpartition("/")[2].rpartition(":")[2] or "untitled"
            workspace = self._workspace(folder)
            buffer = Buffer(name, text, language, folder, workspace)
            self._open[uri] = Open(uri, version, buffer, Lines(text, self.encoding))

    def close(self, uri: str) -> None:
        """Forget a document."""
        with self.lock:
            self._open.pop(uri, None)
            self._checked.pop(uri, None)

    def documents(self) -> tuple[Open, ...]:
        """Return what is open, in the order in which it was opened."""
        with self.lock:
            return tuple(self._open.values())

    def document(self, uri: str) -> Open | None:
        """Return a document, or None where it is not open."""
        with self.lock:
            return self._open.get(uri)

    def was_outdated(self) -> bool:
        """Tell whether what drafts are held against has changed since this was asked before."""
        with self.lock:
            self._drop_outdated()
            was, self._is_outdated = self._is_outdated, False
            return was

    def checkup(self, uri: str) -> Checkup | None:
        """Return what is found in a draft as it is now; None for what is no draft, or not open."""
        with self.lock:
            one = self._open.get(uri)
            if one is None or one.is_record or one.buffer.form is None:
                return None
            self._drop_outdated()
            known = self._checked.get(uri)
            if known and known[0] is one:
                return known[1]
            found = self.desk.check(one.buffer)
            self._checked[uri] = one, found
            return found

    def diagnostics(self, uri: str) -> list[types.Diagnostic]:
        """Return what is to be shown in an open document."""
        with self.lock:
            one = self._open.get(uri)
            if one is None:
                return []
            checkup = self.checkup(uri)
            if checkup is None:
                return of_faults(self._faults_in(one), one.lines)
            own = [fault for fault in checkup.faults if fault.path == one.buffer.path]
            others = [fault for fault in checkup.faults if fault.path != one.buffer.path]
            found = checkup.examination.findings if checkup.examination else ()
            shown = of_unchecked(others, one.lines) + of_faults(own, one.lines)
            return shown + of_findings(found, one.lines)

    def elsewhere(self) -> dict[str, list[types.Diagnostic]]:
        """Return what is to be shown in files that are not open: records, policies, settings."""
        with self.lock:
            by_path: dict[str, list[Fault]] = {}
            for path, fault in self._faults_of_files():
                by_path.setdefault(path, []).append(fault)
            known = {_real(one.buffer.path) for one in self._open.values()}
            return {
                from_fs_path(path) or path: of_faults(faults, _lines_of(path, self.encoding))
                for path, faults in by_path.items()
                if _real(path) not in known
            }

    def _drop_outdated(self) -> None:
        if self.desk.drop_stale():
            self._checked.clear()
            self._is_outdated = True

    def _faults_in(self, one: Open) -> Iterable[Fault]:
        """Return the faults of a record as it is typed, or of any other file as it was saved."""
        real = _real(one.buffer.path)
        saved = [fault for path, fault in self._faults_of_files() if _real(path) == real]
        if not one.is_record:
            return saved
        typed = self.desk.record_faults(one.buffer.path, one.buffer.text)
        known = {fault[1:] for fault in typed}
        is_saved = _text_of(one.buffer.path) == one.buffer.text
        return [*typed, *(fault for fault in saved if is_saved and fault[1:] not in known)]

    def _faults_of_files(self) -> Iterator[tuple[str, Fault]]:
        """Yield the faults of other files than the drafts themselves, by the paths of the files."""
        for one, checkup in self._checked.values():
            for fault in checkup.faults:
                path = os.path.abspath(fault.path)  # noqa: PTH100 - `..`
                if fault.path != one.buffer.path and os.path.isfile(path):  # noqa: PTH113 - a string
                    yield path, fault

    def _workspace(self, folder: Path) -> Path:
        around = [one for one in self.folders if folder == one or one in folder.parents]
        return max(around, key=lambda one: len(one.parts), default=folder)

    def _first_folder(self) -> Path:
        return next(iter(self.folders), Path.cwd())


def _real(path: str) -> str:
    """Return the path of a file without links, so that two ways to it are one."""
    return os.path.realpath(path)


def _lines_of(path: str, encoding: str) -> Lines:
    return Lines(_text_of(path), encoding)


def _text_of(path: str) -> str:
    try:
        return read_text(path)
    except BadInput:
        return ""
