"""The report as lines of JSON, and the schema of a line."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError
from referencing import Registry, Resource

from groundrules.reporters import json_report, jsonl_report
from groundrules.reporters.redaction import Redaction
from groundrules.reporters.report import Report
from groundrules.rules.examination import Tally
from harbor_case import SECRET, examined, printed, the_case, the_findings, the_report, two_drafts

FOLDER = files("groundrules.reporters")
REPORT, LINE = (
    json.loads(FOLDER.joinpath(name).read_text(encoding="utf-8"))
    for name in ("report.schema.json", "line.schema.json")
)
VALIDATOR = Draft202012Validator(
    LINE, registry=Registry().with_resource(REPORT["$id"], Resource.from_contents(REPORT))
)


def parsed(report: Report) -> list[Any]:
    return [json.loads(line) for line in printed(jsonl_report.lines(report)).splitlines()]


@pytest.mark.parametrize(
    "report",
    [
        the_report(),
        the_report(revealed=True),
        two_drafts(),
        Report((examined(the_case(), ()),), Redaction()),
        Report((examined(the_case(path="a\u2028b\x85\n.md"), the_findings()),), Redaction()),
    ],
    ids=["hidden", "revealed", "two drafts", "no findings", "an odd path"],
)
def test_every_line_is_as_the_schema_says(report: Report) -> None:
    Draft202012Validator.check_schema(LINE)
    found = parsed(report)

    for line in found:
        VALIDATOR.validate(line)
    assert [line["kind"] for line in found] == [
        *("finding" for _ in report.found()),
        "tally",
    ]


def test_a_finding_is_the_one_of_the_json_report() -> None:
    report = the_report()
    *findings, _ = parsed(report)
    bare = [
        {key: value for key, value in line.items() if key not in {"schema", "kind"}}
        for line in findings
    ]

    assert bare == json_report.as_object(report)["findings"]


def test_the_last_line_says_what_was_looked_at() -> None:
    *findings, last = parsed(two_drafts())

    assert len(findings) == last["findings"] == 2
    assert last["drafts"] == ["stories/draft.md", "stories/second.md"]
    assert last.keys() >= set(Tally._fields)


def test_the_schema_has_every_key_of_the_reports() -> None:
    defined = LINE["$defs"]["finding"]

    assert defined["properties"].keys() - {"schema", "kind"} == (
        REPORT["$defs"]["finding"]["properties"].keys()
    )
    assert set(defined["required"]) - {"schema", "kind"} == (
        set(REPORT["$defs"]["finding"]["required"])
    )
    assert set(Tally._fields) <= set(LINE["$defs"]["tally"]["required"])


@pytest.mark.parametrize(("key", "value"), [("kind", "other"), ("line", 0), ("words", SECRET)])
def test_the_schema_refuses_what_may_not_be(key: str, value: object) -> None:
    line = parsed(the_report())[0]
    line[key] = value

    with pytest.raises(ValidationError):
        VALIDATOR.validate(line)
