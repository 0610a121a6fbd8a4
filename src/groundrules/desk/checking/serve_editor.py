"""Serving an editor: its buffers are checked against records and policies that are kept loaded.

What is loaded is kept until one of its files changes on the disk. Buffers need not be saved;
records and policies count as they are saved, since only then they are the record.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from groundrules.config.settings import settle
from groundrules.desk.checking.check_draft import check_against, promises_in
from groundrules.desk.checking.publication_time import publication_time
from groundrules.desk.checking.read_buffer import read_buffer
from groundrules.desk.records.file_stamps import newsroom_stamps, setup_stamps, stamps
from groundrules.desk.records.find_records import FOLDER
from groundrules.errors import BadInput, Fault
from groundrules.readers.stories import SUFFIX as STORY
from groundrules.record.notation import parse
from groundrules.reporters.redaction import Redaction
from groundrules.reporters.report import Report
from groundrules.rules.registry import all_rules
from groundrules.rules.selection import select

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from groundrules.config.settings import Settings
    from groundrules.desk.checking.promises import Promises
    from groundrules.desk.checking.read_buffer import Buffer
    from groundrules.desk.records.file_stamps import Stamps
    from groundrules.rules.examination import Examination
    from groundrules.rules.rule import Finding, Rule


class Checkup(NamedTuple):
    """What came of checking a buffer.

    Attributes:
        examination: what was found; None where nothing could be checked.
        faults: what kept the check from being made, or from being complete.
        home: the folder in which it is recorded what was revealed.
    """

    examination: Examination | None
    faults: tuple[Fault, ...]
    home: Path

    def report_on(self, finding: Finding, redaction: Redaction) -> Report:
        """Return a report of one of the findings alone."""
        assert self.examination  # noqa: S101 - there is no finding without one
        return Report((self.examination._replace(findings=(finding,)),), redaction)


class _Newsroom(NamedTuple):
    """What the drafts of a folder are held against, or the faults that keep it from being loaded.

    Attributes:
        records: the files and folders that were looked for.
        stamps: of every file that it was loaded from, or might have been, before that was done.
    """

    settings: Settings | None
    records: tuple[Path, ...]
    promises: Promises | None
    rules: tuple[Rule, ...]
    faults: tuple[Fault, ...]
    stamps: Stamps


class EditorDesk:
    """The desk at which an editor asks. It is not for several threads at once.

    Attributes:
        reveal: names and words of the record may be shown, and it is recorded that they are.
    """

    def __init__(
        self,
        flags: Mapping[str, str | tuple[str, ...]],
        as_of: str,
        environment: Mapping[str, str],
        *,
        reveal: bool = False,
    ) -> None:
        """Note what was asked for. Nothing is loaded yet.

        Args:
            flags: key to value of the settings that were given on the command line.
            as_of: when drafts are, or would be, published; "" for the time of each check.
            environment: the process's variables.
            reveal: whether words of the record may be shown.

        Raises:
            BadInput: `as_of` is no instant, or a rule was selected that there is not.
        """
        publication_time(as_of)
        select(all_rules(), flags.get("select", ()), flags.get("ignore", ()))
        self.reveal = reveal
        self._flags = flags
        self._as_of = as_of
        self._environment = environment
        self._kept: dict[tuple[Path, Path], _Newsroom] = {}
        self._beside: Stamps = {}
        self._recorded: set[tuple[str, str, str]] = set()

    def check(self, buffer: Buffer) -> Checkup:
        """Return what is found in a buffer."""
        newsroom = self._newsroom(buffer.folder, buffer.workspace)
        file = newsroom.settings.file if newsroom.settings else None
        home = file.parent if file else buffer.workspace
        if newsroom.promises is None:
            return Checkup(None, newsroom.faults, home)
        self._beside |= stamps([buffer.path + STORY])
        as_of = publication_time(self._as_of)
        promises = newsroom.promises._replace(as_of=as_of, planned=not self._as_of)
        try:
            examination, faults = check_against(read_buffer(buffer), promises, newsroom.rules)
        except BadInput as refusal:
            return Checkup(None, refusal.faults, home)
        return Checkup(examination, tuple(faults), home)

    def record_faults(self, path: str, text: str) -> tuple[Fault, ...]:
        """Return what is wrong with a record as it is in the editor."""
        try:
            parse(text, path)
        except BadInput as refusal:
            return refusal.faults
        return ()

    def drop_stale(self) -> bool:
        """Forget what has changed on the disk since it was loaded; tell whether anything has."""
        stale = [key for key, newsroom in self._kept.items() if _is_stale(*key, newsroom)]
        for key in stale:
            del self._kept[key]
        declared, self._beside = self._beside, stamps(self._beside)
        return bool(stale) or declared != self._beside

    def record_reveal(self, checkup: Checkup, finding: Finding, form: str) -> Redaction:
        """Record that a finding is about to be shown with words of the record, once in a session.

        Args:
            checkup: in which it was found.
            finding: what is shown.
            form: as what: `hover` or `quick-fix`.

        Returns:
            what may be shown then.

        Raises:
            BadInput: it cannot be recorded.
        """
        from groundrules.desk.checking.reveal import record_reveal  # noqa: PLC0415 - seldom needed

        redaction = Redaction(revealed=True)
        report = checkup.report_on(finding, redaction)
        key = report.case.draft.path, finding.statement, form
        if key not in self._recorded:
            record_reveal(checkup.home, report, form, "editor", datetime.now(tz=UTC))
            self._recorded.add(key)
        return redaction

    def _newsroom(self, folder: Path, workspace: Path) -> _Newsroom:
        kept = self._kept.get((folder, workspace))
        if kept is None or _is_stale(folder, workspace, kept):
            kept = self._loaded(folder, workspace)
            self._kept[folder, workspace] = kept
        return kept

    def _loaded(self, folder: Path, workspace: Path) -> _Newsroom:
        seen = _stamps(folder, workspace, None, ())
        settings: Settings | None = None
        records: tuple[Path, ...] = ()
        try:
            settings = settle(folder, self._flags, self._environment)
            records = settings.paths("records") or _records_near(folder, workspace)
            seen = _stamps(folder, workspace, settings, records)
            rules = select(all_rules(), settings.words("select"), settings.words("ignore"))
            promises = promises_in(records, settings, publication_time(self._as_of))
        except BadInput as refusal:
            return _Newsroom(settings, records, None, (), refusal.faults, seen)
        return _Newsroom(settings, records, promises, rules, (), seen)


def _records_near(folder: Path, workspace: Path) -> tuple[Path, ...]:
    """Return the folder of records beside a draft, or else the one in the workspace.

    Raises:
        BadInput: there is neither.
    """
    found = next((one for one in _places(folder, workspace) if one.is_dir()), None)
    if found is None:
        remedy = f"keep the records in a folder `{FOLDER}` beside the draft or in the workspace"
        raise BadInput(Fault("--records", "there is no record to check the draft against", remedy))
    return (found,)


def _places(folder: Path, workspace: Path) -> tuple[Path, Path]:
    return folder / FOLDER, workspace / FOLDER


def _is_stale(folder: Path, workspace: Path, newsroom: _Newsroom) -> bool:
    return newsroom.stamps != _stamps(folder, workspace, newsroom.settings, newsroom.records)


def _stamps(
    folder: Path, workspace: Path, settings: Settings | None, records: Sequence[Path]
) -> Stamps:
    found = setup_stamps(folder) | stamps(_places(folder, workspace))
    return found | newsroom_stamps(settings, records) if settings else found
