"""The report as JUnit XML, read by a parser of XML."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.errors import Fault
from groundrules.reporters.junit import COMPLETE, lines
from groundrules.reporters.redaction import Redaction
from groundrules.reporters.report import Report
from groundrules.rules.registry import all_rules
from groundrules.rules.rule import Severity
from groundrules.rules.selection import select
from harbor_case import examined, printed, the_case, the_findings, the_report, two_drafts

if TYPE_CHECKING:
    from collections.abc import Iterator


def parsed(report: Report) -> ET.Element:
    return ET.fromstring(printed(lines(report)).encode())  # noqa: S314 - it is our own


def cases(report: Report) -> Iterator[ET.Element]:
    return parsed(report).iter("testcase")


def counts(element: ET.Element) -> tuple[str | None, ...]:
    return tuple(element.get(name) for name in ("tests", "failures", "errors"))


def test_a_suite_for_each_draft_and_a_case_for_each_finding() -> None:
    root = parsed(two_drafts())

    assert root.tag == "testsuites"
    assert counts(root) == ("4", "2", "0")
    assert [(suite.get("name"), *counts(suite)) for suite in root] == [
        ("stories/draft.md", "3", "2", "0"),
        ("stories/second.md", "1", "0", "0"),
    ]
    assert [one.get("name") for one in root[0]] == [
        "GR101 withheld-statement at line 3, column 1",
        "GR102 unsettled-statement at line 4, column 17",
        COMPLETE,
    ]
    assert {one.get("classname") for one in root[0]} == {"stories/draft.md"}


def test_a_failure_says_all_that_the_full_report_says() -> None:
    failure = next(cases(the_report())).find("failure")

    assert failure is not None
    assert failure.get("message") == "the words were spoken off the record"
    assert failure.get("type") == "error"
    assert str(failure.text).splitlines()[0] == (
        "stories/draft.md:3:1: error GR101 withheld-statement (high confidence)"
    )
    assert "remedy: take the passage out, or ask for a release" in str(failure.text)
    assert "agreed: conversation harbor, turn 3 at 00:13:58" in str(failure.text)


@pytest.mark.parametrize(
    ("threshold", "failures"),
    [(Severity.NOTE, "2"), (Severity.WARNING, "2"), (Severity.ERROR, "1")],
)
def test_what_does_not_break_the_check_fails_no_case(threshold: Severity, failures: str) -> None:
    report = the_report()._replace(threshold=threshold)

    assert parsed(report).get("failures") == failures
    assert [len(one) for one in cases(report)] == [1, 1, 1]


def test_no_two_cases_have_the_same_name() -> None:
    first, second = the_findings()
    report = Report((examined(the_case(), (first, first, second)),), Redaction())
    names = [one.get("name") for one in cases(report)]

    assert len(set(names)) == len(names) == 4


def test_a_draft_without_a_finding_has_a_case_that_says_what_was_checked() -> None:
    (case,) = cases(Report((examined(the_case(), ()),), Redaction()))

    assert case.get("name") == COMPLETE
    assert str(case.findtext("system-out")).startswith("No broken promise found in 1 draft.\n")
    assert "Not checked: " in str(case.findtext("system-out"))


def test_what_kept_it_from_being_complete_is_an_error_of_that_draft() -> None:
    fault = Fault("stories/second.md", "it is too long", "cut it")
    root = parsed(two_drafts()._replace(faults=(fault,)))

    assert [suite.get("errors") for suite in (root, *root)] == ["1", "0", "1"]
    assert [one.text for one in root.iter("error")] == ["it is too long (cut it)"]


@pytest.mark.parametrize(("code", "skipped"), [("GR101", "1"), ("GR204", "0")])
def test_no_check_is_called_complete_in_which_a_rule_is_off_that_finds_errors(
    code: str, skipped: str
) -> None:
    off = select(all_rules(), [code])
    (suite,) = parsed(Report((examined(the_case(), ())._replace(off=off),), Redaction()))

    assert [suite.get(name) for name in ("skipped", "errors", "failures")] == [skipped, "0", "0"]
    assert [one.get("message") for one in suite.iter("skipped")] == (
        ["switched off: GR101"] if skipped == "1" else []
    )


@given(path=st.text(min_size=1))
def test_it_is_well_formed_whatever_a_draft_is_called(path: str) -> None:
    report = Report((examined(the_case(path=path), the_findings()),), Redaction())

    assert counts(parsed(report)) == ("3", "2", "0")
