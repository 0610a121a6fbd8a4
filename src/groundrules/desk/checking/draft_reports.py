"""What may be taken along of a draft that was checked: a report, or a Word file with comments.

A report shows no name and no word of the record: whoever may read those reads them in the vault.
"""

from __future__ import annotations

import hmac
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from groundrules.desk.checking.drafts_kept import check_kept, file_of
from groundrules.desk.checking.read_in_child import Comment, word_commented, word_places
from groundrules.desk.vaults.doors import door_of
from groundrules.errors import BadInput, Fault
from groundrules.readers.word.word_file import is_word_file
from groundrules.reporters.forms import KEYED, lines_of
from groundrules.reporters.redaction import Redaction
from groundrules.reporters.report import Report
from groundrules.reporters.word_comments import Whereabouts, finding_comment, tally_comment
from groundrules.rules.rule import Severity

if TYPE_CHECKING:
    from pathlib import Path

    from groundrules.config.settings import Settings
    from groundrules.desk.checking.check_text import TextChecker
    from groundrules.desk.checking.drafts_kept import KeptDraft
    from groundrules.desk.checking.serve_editor import Checkup

FORMS = {"html": "text/html", "json": "application/json", "sarif": "application/sarif+json"}
"""Form of a report to its media type."""


def draft_report(checker: TextChecker, kept: KeptDraft, form: str, settings: Settings) -> str:
    """Return a report of a kept draft.

    Args:
        checker: of the vault in which it is kept.
        kept: the draft.
        form: one of `FORMS`.
        settings: from which severity on a finding breaks the check.

    Raises:
        BadInput: it cannot be checked.
    """
    report = report_on(check_kept(checker, kept), settings)
    return report_text(report, form, checker.vault)


def report_on(checkup: Checkup, settings: Settings) -> Report:
    """Return a check as a report in which no name and no word of the record will stand.

    Raises:
        BadInput: nothing could be checked.
    """
    if checkup.examination is None:
        raise BadInput(*checkup.faults)
    threshold = Severity(settings.word("fail-on"))
    return Report((checkup.examination,), Redaction(), faults=checkup.faults, threshold=threshold)


def report_text(report: Report, form: str, vault: Path) -> str:
    """Return a report in a form, whole.

    Raises:
        BadInput: the vault was locked meanwhile.
    """
    key = _fingerprint_key(vault) if form in KEYED else b""
    lines = lines_of(report, form, key)
    return "".join(f"{''.join(piece.text for piece in line)}\n" for line in lines)


def commented_word_file(checker: TextChecker, kept: KeptDraft, settings: Settings) -> bytes:
    """Return a copy of the Word file that a draft came in, with every finding as a comment.

    Raises:
        BadInput: it came in no Word file, or it cannot be checked.
    """
    content = file_of(checker.vault, kept.draft)
    if not is_word_file(content):
        message = "comments go into the copy of a Word file, and this draft came in none"
        raise BadInput(Fault("draft", message, "download the report instead"))
    checkup = check_kept(checker, kept)
    report = report_on(checkup, settings)
    case, findings = report.case, report.examinations[0].findings
    name = checker.path_of(kept.draft.name)
    places = word_places(name, content, [finding.span for finding in findings])
    comments = [Comment(None, tally_comment(report))]
    for finding, place in zip(findings, places, strict=True):
        said = finding_comment(report, case, finding, Whereabouts(place.label, place.is_exact))
        comments.append(Comment(finding.span, said))
    return word_commented(name, content, comments, datetime.now(tz=UTC))


def _fingerprint_key(vault: Path) -> bytes:
    """Return the key of the fingerprints: the same for all members, and for nobody else."""
    with door_of(vault) as door:
        secret = door.ask(str, "index_secret")
    return hmac.new(bytes.fromhex(secret), b"fingerprints of findings", "sha256").digest()
