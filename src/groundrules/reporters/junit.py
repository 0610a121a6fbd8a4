"""The report as JUnit XML, which build servers read as the outcome of tests.

There is no standard of it. This keeps to what Jenkins and GitLab read: a suite for each draft, in
it a case for each finding, and one that says whether the check of that draft was complete.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from groundrules.reporters.lines import plain
from groundrules.reporters.plain_words import listed, terms_in_words
from groundrules.reporters.provenance import provenance
from groundrules.reporters.report import evidence_for
from groundrules.reporters.sheets.sheet_characters import printable
from groundrules.reporters.tally_in_words import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.errors import Fault
    from groundrules.evidence.case import Case
    from groundrules.reporters.lines import Line
    from groundrules.reporters.report import Report
    from groundrules.rules.examination import Examination
    from groundrules.rules.rule import Finding

COMPLETE = "the check is complete"
"""The name of the case that every suite has. It fails where something could not be checked, and
counts as skipped where a rule is switched off that finds errors."""


def lines(report: Report) -> Iterator[Line]:
    """Yield the document line by line."""
    root = ET.Element("testsuites", name="groundrules")
    for place, examination in enumerate(report.examinations):
        root.append(_suite(report, examination, is_last=place == len(report.examinations) - 1))
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    ET.indent(root)
    yield plain('<?xml version="1.0" encoding="UTF-8"?>')
    for line in ET.tostring(root, encoding="unicode").split("\n"):
        yield plain(line)


def _suite(report: Report, examination: Examination, *, is_last: bool) -> ET.Element:
    path = examination.case.draft.path
    faults = [one for one in report.faults if one.path == path]
    cases = [
        *(_case(report, examination.case, one) for one in examination.findings),
        _completeness(report, examination, faults, is_last=is_last),
    ]
    _number_the_same(cases)
    suite = ET.Element(
        "testsuite",
        name=printable(path),
        tests=str(len(cases)),
        failures=str(sum(one.find("failure") is not None for one in cases)),
        errors=str(bool(faults) * 1),
        skipped=str(sum(one.find("skipped") is not None for one in cases)),
    )
    suite.extend(cases)
    return suite


def _number_the_same(cases: list[ET.Element]) -> None:
    """Give each case a name of its own: of two with the same name, GitLab shows one."""
    seen: dict[str, int] = {}
    for case in cases:
        name = case.get("name", "")
        seen[name] = seen.get(name, 0) + 1
        if seen[name] > 1:
            case.set("name", f"{name} ({seen[name]})")


def _case(report: Report, case: Case, finding: Finding) -> ET.Element:
    line, column = case.draft.position(finding.span.start)
    name = f"{finding.code} {finding.name} at line {line}, column {column}"
    found = _named(name, case.draft.path)
    if finding.severity.weight >= report.threshold.weight:
        failure = ET.SubElement(
            found, "failure", message=printable(finding.message), type=finding.severity.value
        )
        failure.text = _told(report, case, finding)
    else:
        ET.SubElement(found, "system-out").text = _told(report, case, finding)
    return found


def _told(report: Report, case: Case, finding: Finding) -> str:
    """Return a finding in lines: GitLab shows these, and not the message."""
    line, column = case.draft.position(finding.span.start)
    evidenced = evidence_for(case, finding)
    kind = f"{finding.severity} {finding.code} {finding.name} ({finding.confidence} confidence)"
    told = [f"{case.draft.path}:{line}:{column}: {kind}", finding.message]
    if evidenced:
        told.append(f"terms: {terms_in_words(evidenced.standing.terms, report.redaction)}")
        told.append(": ".join(provenance(evidenced)))
    told += [f"remedy: {finding.remedy}"] if finding.remedy else []
    told.append(f"see: groundrules explain {finding.code}")
    return "\n".join(map(printable, told))


def _completeness(
    report: Report, examination: Examination, faults: list[Fault], *, is_last: bool
) -> ET.Element:
    found = _named(COMPLETE, examination.case.draft.path)
    if faults:
        told = "\n".join(printable(f"{one.message} ({one.remedy})") for one in faults)
        ET.SubElement(found, "error", message=COMPLETE.replace(" is ", " is not "), type="fault")
        found[0].text = told
    elif not examination.is_whole:
        codes = listed([rule.code for rule in examination.off])
        ET.SubElement(found, "skipped", message=f"switched off: {codes}")
    if is_last:
        ET.SubElement(found, "system-out").text = "\n".join(map(printable, sentences(report)))
    return found


def _named(name: str, path: str) -> ET.Element:
    """Return a case. GitLab groups cases by their `classname`, which is the draft here."""
    return ET.Element("testcase", classname=printable(path), name=name, file=printable(path))
