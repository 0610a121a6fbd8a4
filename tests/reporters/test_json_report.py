"""The report as JSON, and the schema that is published for it."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from groundrules.record.standing import OPEN, Basis
from groundrules.reporters import json_report
from groundrules.reporters.redaction import Redaction
from groundrules.reporters.report import Report
from groundrules.rules.examination import Tally
from groundrules.rules.rule import Confidence, Severity
from groundrules.terms.levels import Level
from groundrules.terms.rights import AXES
from harbor_case import SECRET, examined, printed, the_case, the_findings, the_report, two_drafts

SCHEMA = json.loads(
    files("groundrules.reporters").joinpath("report.schema.json").read_text(encoding="utf-8")
)


def parsed(report: Report) -> Any:
    return json.loads(printed(json_report.lines(report)))


@pytest.mark.parametrize(
    "report",
    [
        the_report(),
        the_report(revealed=True),
        two_drafts(),
        Report((examined(the_case(), ()),), Redaction()),
    ],
    ids=["hidden", "revealed", "two drafts", "no findings"],
)
def test_every_report_is_as_the_schema_says(report: Report) -> None:
    Draft202012Validator.check_schema(SCHEMA)

    Draft202012Validator(SCHEMA).validate(parsed(report))


@pytest.mark.parametrize(
    ("key", "value"),
    [("severity", "off"), ("said", SECRET), ("text", SECRET), ("source", "X"), ("line", 0)],
)
def test_the_schema_refuses_what_may_not_be(key: str, value: object) -> None:
    report = parsed(the_report())
    report["findings"][0][key] = value

    with pytest.raises(ValidationError):
        Draft202012Validator(SCHEMA).validate(report)


def test_a_finding_says_where_and_which_promise() -> None:
    finding = parsed(the_report())["findings"][0]
    rights = finding["terms"].pop("rights")
    terms = finding.pop("terms")

    assert rights["publish"] == "no"
    assert terms["status"] == "off-the-record"
    assert terms["facts"] == ["harbor!1", "harbor!2", "harbor!3"]
    assert finding == {
        "code": "GR101",
        "name": "withheld-statement",
        "severity": "error",
        "confidence": "high",
        "path": "stories/draft.md",
        "start": 15,
        "end": 42,
        "line": 3,
        "column": 1,
        "end_line": 3,
        "end_column": 28,
        "statement": "harbor#4",
        "conversation": "harbor",
        "turn": 4,
        "message": "the words were spoken off the record",
        "remedy": "take the passage out, or ask for a release",
    }


def test_a_revealed_finding_says_what_and_who() -> None:
    report = parsed(the_report(revealed=True))

    assert report["revealed"] is True
    assert report["findings"][0]["text"] == SECRET[:-1]
    assert report["findings"][0]["said"] == SECRET
    assert report["findings"][0]["source"] == "Dana Whitfield"
    assert report["findings"][1]["terms"]["descriptions"] == ["a person briefed on the talks"]


def test_a_line_separator_in_a_path_does_not_break_the_object() -> None:
    path = "a\u2028b\x85.md"
    report = Report((examined(the_case(path=path), the_findings()),), Redaction())

    assert parsed(report)["drafts"] == [path]


def test_the_schema_knows_every_word_that_the_code_does() -> None:
    defined = SCHEMA["$defs"]
    terms = defined["terms"]["properties"]
    levels = [level.value for level in Level]

    assert terms["level"]["enum"] == levels
    assert terms["status"]["enum"] == [*levels, OPEN]
    assert terms["basis"]["enum"] == [basis.name.lower() for basis in Basis]
    assert {axis: one["enum"] for axis, one in terms["rights"]["properties"].items()} == {
        axis: [permission.value for permission in scale] for axis, scale in AXES.items()
    }
    assert defined["finding"]["properties"]["severity"]["enum"] == [
        severity.value for severity in Severity if severity is not Severity.OFF
    ]
    assert defined["finding"]["properties"]["confidence"]["enum"] == list(Confidence)
    assert defined["tally"]["required"] == list(Tally._fields)
