"""Commenting in Word: a copy of the checked Word file, with every finding on its passage."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.readers.draft.word import read_word_draft
from groundrules.readers.text_file import read_content, shown
from groundrules.readers.word.word_comments import Remark, commented
from groundrules.readers.word.word_file import LIMIT, is_word_file
from groundrules.readers.word.word_layout import Bracket
from groundrules.readers.writing import PRIVATE, refuse_taken, write_bytes
from groundrules.reporters.redaction import Redaction
from groundrules.reporters.report import Report
from groundrules.reporters.word_comments import Whereabouts, finding_comment, tally_comment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.config.settings import Settings
    from groundrules.readers.draft.word import WordDraft
    from groundrules.rules.examination import Examination

FORM = "word-comments"
"""What the register of reveals calls it."""


class CommentedCopy(NamedTuple):
    """A copy of a Word file that is made, and not written yet.

    Attributes:
        report: what its comments say.
        folder: where the register of reveals is.
        output: the file that it shall be.
        content: the whole of it.
        when: the instant that its comments bear.
    """

    report: Report
    folder: Path
    output: str
    content: bytes
    when: datetime

    def write(self) -> None:
        """Write the copy; if it reveals anything, that is recorded first.

        Raises:
            BadInput: the reveal cannot be recorded, or the copy cannot be written.
        """
        if self.report.redaction.revealed:
            from groundrules.desk.checking.reveal import record_reveal  # noqa: PLC0415 - start-up time

            record_reveal(self.folder, self.report, FORM, self.output, self.when)
        write_bytes(Path(self.output), self.content, force=True, mode=PRIVATE)


def comment_in_word(
    examinations: Sequence[Examination],
    settings: Settings,
    named: Sequence[str],
    output: str,
    *,
    reveal: bool,
) -> CommentedCopy:
    """Return a copy of a Word file that was checked, with its findings as comments.

    The copy holds the draft, so that it is a file that only its owner can read. Its text, and the
    look of it, are those of the file; comments and tracked changes that are there stay.

    Args:
        examinations: one for each draft.
        settings: what holds for this run.
        named: the files of the drafts, in the same order; there must be one.
        output: the copy.
        reveal: names and words of the record may stand in the comments; that is recorded.

    Raises:
        BadInput: there are several drafts, it is no Word file, it was changed since it was
            checked, a comment has no place in it, or the copy has no place on the disk.
    """
    source = _source(named, settings, Path(output))
    word = read_word_draft(read_content(source, limit=LIMIT), source)
    (examination,) = examinations
    if word.draft.text != examination.case.draft.text:
        raise BadInput(Fault(shown(source), "it was changed while it was checked", "check again"))
    report = Report(tuple(examinations), Redaction(revealed=reveal))
    when = datetime.now(tz=UTC)
    content = commented(word.parts, word.layout, _remarks(report, examination, word), when)
    folder = settings.file.parent if settings.file else Path.cwd()
    return CommentedCopy(report, folder, output, content, when)


def _remarks(report: Report, examination: Examination, word: WordDraft) -> list[Remark]:
    found = [Remark(Bracket(None, None), tally_comment(report))]
    for finding in examination.findings:
        bracket = word.layout.bracket(finding.span)
        where = Whereabouts(bracket.label, bracket.is_exact)
        found.append(Remark(bracket, finding_comment(report, examination.case, finding, where)))
    return found


def _source(named: Sequence[str], settings: Settings, output: Path) -> str:
    """Return the one Word file that was checked, which the copy must not overwrite."""
    if len(named) != 1:
        message = "comments go into the copy of one draft, and several were named"
        raise BadInput(Fault("--word-comments", message, "name one Word file"))
    source = named[0]
    if source == "-" or not is_word_file(read_content(source, limit=LIMIT)):
        message = "comments go into the copy of a Word file, and this is none"
        raise BadInput(Fault(shown(source), message, "name a .docx file, or ask for --format html"))
    kept = [Path(source), *settings.paths("records"), *([settings.file] if settings.file else [])]
    taken = output.exists() and any(one.exists() and one.samefile(output) for one in kept)
    if taken or output.suffix == ".record":
        message = "the copy would overwrite what it is about"
        raise BadInput(Fault(shown(output), message, "name another file"))
    refuse_taken([output], force=True)
    return source
