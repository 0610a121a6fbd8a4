"""Annotations for GitHub Actions, read as its runner reads them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.errors import Fault
from groundrules.reporters.github_annotations import lines, message, value_of
from groundrules.reporters.redaction import Redaction
from groundrules.reporters.report import Report
from groundrules.rules.rule import Severity
from harbor_case import examined, printed, the_case, the_findings, the_report

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def commands(report: Report) -> list[tuple[str, dict[str, str], str]]:
    """Return each command as the runner takes it apart: kind, properties, message."""
    found = []
    for line in printed(lines(report)).splitlines():
        if line.startswith("::"):
            whole = COMMAND.fullmatch(line)
            assert whole, line
            given_ = dict(one.split("=", 1) for one in whole[2].split(","))
            properties = {name: decoded(value) for name, value in given_.items()}
            found.append((whole[1], properties, decoded(whole[3])))
    return found


def decoded(text: str) -> str:
    for escape, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ",")):
        text = text.replace(escape, char)
    return text.replace("%25", "%")


def test_a_finding_stands_at_its_place_with_its_remedy() -> None:
    kind, properties, told = commands(the_report())[0]

    assert kind == "error"
    assert properties == {
        "file": "stories/draft.md",
        "line": "3",
        "endLine": "3",
        "col": "1",
        "endColumn": "28",
        "title": "GR101 withheld-statement",
    }
    assert (
        told == "the words were spoken off the record\ntake the passage out, or ask for a release"
    )


@pytest.mark.parametrize(
    ("severity", "kind"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.NOTE, "notice")],
)
def test_each_severity_has_its_command(severity: Severity, kind: str) -> None:
    finding = the_findings()[0]._replace(severity=severity)

    assert [kind] == [
        one for one, _, _ in commands(Report((examined(the_case(), [finding]),), Redaction()))
    ]


def test_a_path_cannot_be_anything_but_a_path() -> None:
    path = "a,b:c%2C\n::error::x\r.md"
    report = Report((examined(the_case(path=path), the_findings()),), Redaction())

    assert [properties["file"] for _, properties, _ in commands(report)] == [path, path]


def test_the_log_says_what_was_checked_also_where_nothing_was_found() -> None:
    report = Report((examined(the_case(), ()),), Redaction())
    first, *rest = printed(lines(report)).splitlines()

    assert first == "No broken promise found in 1 draft."
    assert rest[-1].startswith("Not checked: ")
    assert commands(report) == []


def test_what_kept_it_from_being_complete_is_an_error() -> None:
    fault = Fault("stories/draft.md", "it is too long", "cut it")
    report = the_report()._replace(faults=(fault,))

    assert commands(report)[-1] == (
        "error",
        {"file": "stories/draft.md", "title": "groundrules: the check is not complete"},
        "it is too long (cut it)",
    )


@given(text=st.text(alphabet="%:,\r\n;AD023\\5ab ü"))
def test_every_text_comes_back_as_it_was(text: str) -> None:
    assert text == decoded(message(text)) == decoded(value_of(text))
    assert not set(value_of(text)) & set(":,\r\n")
