"""Findings as a page shows them: each with its terms, its moment on the tape, and what mends it.

Whoever sees such a page has unlocked the vault and may read what is shown: so the agreed words are
among it. Words of the record and names are not; they are where the statement is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.reporters.plain_words import clock, terms_in_words
from groundrules.reporters.redaction import Redaction
from groundrules.reporters.report import Report, evidence_for
from groundrules.reporters.tally_in_words import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from groundrules.desk.checking.check_text import TextChecker
    from groundrules.desk.checking.mend_description import Mend
    from groundrules.desk.checking.serve_editor import Checkup
    from groundrules.evidence.case import Evidenced
    from groundrules.rules.examination import Examination
    from groundrules.rules.rule import Finding

UNCLEAR = "unclear"
"""What terms are called that are not settled."""

_STATEMENT = re.compile(r" \(statement [^()]*\)$")
_IN_HOUSE = Redaction(revealed=True)


class Origin(NamedTuple):
    """Where words come from, and on which terms they stand.

    Attributes:
        talk: the conversation's name.
        stream: what stands for it in addresses.
        turn: the number of the turn.
        moment: the place in the recording, `00:13:58`; "" where there is none.
        source: who said it, by code name.
        terms: the value of a level, or `UNCLEAR`.
        terms_words: what the terms withhold and ask for, in words.
    """

    talk: str
    stream: str
    turn: int
    moment: str
    source: str
    terms: str
    terms_words: str


class ShownFinding(NamedTuple):
    """A finding.

    Attributes:
        key: what stands for it in addresses: rule, and conversation and turn where it has any.
        says: what is wrong, as a sentence.
        remedy: what would mend it, as a sentence; "" where nothing is known to.
        start: where its passage begins, in code points; `end` is behind it.
        origin: of the statement whose promise it is; None where there is none.
        edits: what may stand in the passage's place so that it is mended.
    """

    key: str
    code: str
    rule: str
    severity: str
    confidence: str
    says: str
    remedy: str
    start: int
    end: int
    origin: Origin | None
    edits: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Show which rule, and no word that was agreed on."""
        return f"ShownFinding({self.code})"


class ShownCheck(NamedTuple):
    """What came of a check.

    Attributes:
        findings: in the order of the draft.
        errors: how many there are; likewise `warnings` and `notes`.
        quotations: how many there are; `traced` of them rest on a statement.
        said: what was checked and what was not, in sentences.
        unchecked: what could not be checked, thing by thing.
        incomplete: what kept the check from being complete.
    """

    findings: tuple[ShownFinding, ...]
    errors: int
    warnings: int
    notes: int
    quotations: int
    traced: int
    said: tuple[str, ...]
    unchecked: tuple[str, ...]
    incomplete: tuple[str, ...]


def shown_check(
    checker: TextChecker, checkup: Checkup, edits: Mapping[Finding, tuple[Mend, ...]]
) -> ShownCheck:
    """Return a check as a page shows it.

    Args:
        checker: what checked.
        checkup: what came of it.
        edits: for each finding those that mend it.

    Raises:
        BadInput: the vault was locked meanwhile.
    """
    examination = checkup.examination
    if examination is None:
        broken = tuple(f"{one.message}; {one.remedy}" for one in checkup.faults)
        return ShownCheck((), 0, 0, 0, 0, 0, (), (), broken)
    severities = [finding.severity.value for finding in examination.findings]
    tally = examination.tally
    said = list(sentences(Report((examination,), Redaction())))
    return ShownCheck(
        findings=tuple(_findings(checker, examination, edits)),
        errors=severities.count("error"),
        warnings=severities.count("warning"),
        notes=severities.count("note"),
        quotations=tally.quotations,
        traced=tally.traced,
        said=tuple(said[: len(said) - bool(tally.unchecked)]),
        unchecked=tally.unchecked,
        incomplete=tuple(f"{one.message}; {one.remedy}" for one in checkup.faults),
    )


def origin_of(checker: TextChecker, evidenced: Evidenced) -> Origin:
    """Return where a statement was made, and on which terms.

    Raises:
        BadInput: the vault was locked meanwhile.
    """
    standing, statement = evidenced.standing, evidenced.statement
    return Origin(
        statement.conversation,
        checker.stream_of(statement.conversation),
        statement.place.turn,
        clock(statement.start),
        _IN_HOUSE.speaker(evidenced),
        UNCLEAR if standing.is_open else standing.terms.level.value,
        terms_in_words(standing.terms, _IN_HOUSE),
    )


def key_of(finding: Finding, origin: Origin | None) -> str:
    """Return what stands for a finding in addresses."""
    return f"{finding.code}-{origin.stream}-{origin.turn}" if origin else finding.code


def as_sentence(clause: str) -> str:
    """Return a clause of a message as a sentence."""
    text = _STATEMENT.sub("", clause)
    text = f"{text[:1].upper()}{text[1:]}"
    return text if not text or text[-1] in ".!?”" else f"{text}."


def _findings(
    checker: TextChecker, examination: Examination, edits: Mapping[Finding, tuple[Mend, ...]]
) -> Iterator[ShownFinding]:
    for finding in examination.findings:
        evidenced = evidence_for(examination.case, finding)
        origin = origin_of(checker, evidenced) if evidenced else None
        yield ShownFinding(
            key_of(finding, origin),
            finding.code,
            finding.name,
            finding.severity.value,
            finding.confidence.value,
            as_sentence(finding.message),
            as_sentence(finding.remedy),
            *finding.span,
            origin,
            tuple(edit.text for edit in edits.get(finding, ())),
        )
