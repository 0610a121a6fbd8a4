"""The check before something is published, for a program that asks: pass or fail, and why.

What it answers holds no name and no word of the record, and no name of a conversation either: the
program that asks may show it to anybody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.checking.drafts_kept import counts, refuse_wordless, taken
from groundrules.desk.checking.publication_time import publication_time
from groundrules.desk.checking.shown_findings import as_sentence
from groundrules.desk.checking.unfit import AS_OF, about
from groundrules.errors import BadInput
from groundrules.rules.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.config.settings import Settings
    from groundrules.desk.checking.check_text import TextChecker
    from groundrules.desk.checking.drafts_kept import Sent
    from groundrules.rules.examination import Examination

PASS, FAIL = "pass", "fail"


class Told(NamedTuple):
    """A finding as another program may have it; lines and columns are counted from 1."""

    code: str
    rule: str
    severity: str
    confidence: str
    message: str
    remedy: str
    line: int
    column: int
    end_line: int
    end_column: int


class BeforePublishing(NamedTuple):
    """What came of it; `verdict` is `PASS` only where the check is complete and found nothing.

    It is not complete where a rule is switched off that finds errors: whoever asks gave no promise
    up, and did not choose the rules.
    """

    verdict: str
    threshold: str
    complete: bool
    policy: str
    as_of: str
    errors: int
    warnings: int
    notes: int
    findings: tuple[Told, ...]
    unchecked: tuple[str, ...]


def checked_before_publishing(
    checker: TextChecker, sent: Sent, name: str, as_of: str, settings: Settings
) -> BeforePublishing:
    """Return whether something may go out as far as promises go.

    Args:
        checker: of the vault.
        sent: what is to be published.
        name: what a text is called that came in no file; its ending tells how it is read.
        as_of: when it is to be published, ISO 8601 with its offset; "" for what it says, or now.
        settings: from which severity on a finding fails the check.

    Raises:
        Unfit: what was sent cannot be checked, so that nobody can say; that is no pass.
        BadInput: likewise, for what it is held against; the faults may name a conversation.
    """
    with about(AS_OF):
        instant = publication_time(as_of) if as_of else None
    if not sent.name:  # what is no plain text is read apart from everything else, also as a text
        sent = sent._replace(name=name, content=sent.text.encode("utf-8", "surrogatepass"))
    _, _, read = taken(checker, sent)
    refuse_wordless(read)
    checkup = checker.check_draft(read, instant)
    if checkup.examination is None:
        raise BadInput(*checkup.faults)
    examination = checkup.examination
    threshold = Severity(settings.word("fail-on"))
    broken = any(one.severity.weight >= threshold.weight for one in examination.findings)
    is_complete = examination.is_whole and not checkup.faults
    return BeforePublishing(
        PASS if is_complete and not broken else FAIL,
        threshold.value,
        is_complete,
        examination.case.policy.id,
        examination.case.as_of.isoformat(),
        *counts(checkup),
        tuple(_told(examination)),
        tuple(_unnamed(examination, one) for one in examination.tally.unchecked),
    )


def _told(examination: Examination) -> Iterator[Told]:
    draft = examination.case.draft
    for one in examination.findings:
        yield Told(
            one.code,
            one.name,
            one.severity.value,
            one.confidence.value,
            as_sentence(one.message),
            as_sentence(one.remedy),
            *draft.position(one.span.start),
            *draft.position(one.span.end),
        )


def _unnamed(examination: Examination, words: str) -> str:
    """Return words without the name of any conversation: it may say too much."""
    for talk in sorted(examination.case.conversations, key=len, reverse=True):
        words = words.replace(f"conversation {talk}", "a conversation")
    return words
