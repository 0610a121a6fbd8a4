"""The report as SARIF: what the standard asks for, and nothing that could be guessed at."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from groundrules.errors import Fault
from groundrules.reporters import sarif
from groundrules.reporters.fingerprints import SCHEME, fingerprints
from groundrules.reporters.redaction import Redaction
from groundrules.reporters.report import Report
from harbor_case import (
    CONVERSATION,
    OPEN_WORDS,
    SECRET,
    TEXT,
    examined,
    printed,
    the_case,
    the_findings,
    the_report,
    two_drafts,
)

KEY = bytes(range(32))
PART = json.loads(
    Path(__file__)
    .parents[1]
    .joinpath("fixtures", "reports", "sarif-part.schema.json")
    .read_text(encoding="utf-8")
)
CLEAN = Report((examined(the_case(), ()),), Redaction())


def parsed(report: Report, key: bytes = KEY) -> Any:
    return json.loads(printed(sarif.lines(report, key)))


def the_run(report: Report, key: bytes = KEY) -> Any:
    (run,) = parsed(report, key)["runs"]
    return run


@pytest.mark.parametrize(
    "report",
    [the_report(), two_drafts(), CLEAN, CLEAN._replace(faults=(Fault("a.md", "b", "c"),))],
    ids=["two findings", "two drafts", "no findings", "not complete"],
)
@pytest.mark.parametrize("key", [KEY, b""], ids=["keyed", "no key"])
def test_every_log_is_as_the_standard_says(report: Report, key: bytes) -> None:
    Draft202012Validator.check_schema(PART)

    Draft202012Validator(PART).validate(parsed(report, key))


def test_a_result_stands_at_its_place() -> None:
    first, second = the_run(the_report())["results"]
    (location,) = first["locations"]
    region = location["physicalLocation"]["region"]
    text = TEXT[region["charOffset"] : region["charOffset"] + region["charLength"]]

    assert SECRET[:-1] == text
    assert (3, 1, 3, 28) == tuple(
        region[name] for name in ("startLine", "startColumn", "endLine", "endColumn")
    )
    assert ("GR101", "error") == (first["ruleId"], first["level"])
    assert ("GR102", "warning") == (second["ruleId"], second["level"])
    assert first["message"]["text"] == (
        "The words were spoken off the record. Take the passage out, or ask for a release."
    )


def test_a_result_points_to_its_rule_and_its_draft() -> None:
    run = the_run(two_drafts())

    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert result["ruleId"] == run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"]
        assert place["uri"] == run["artifacts"][place["index"]]["location"]["uri"]
    assert [one["location"]["uri"] for one in run["artifacts"]] == [
        "stories/draft.md",
        "stories/second.md",
    ]


def test_a_rule_brings_its_help_and_no_address() -> None:
    rule = the_run(the_report())["tool"]["driver"]["rules"][0]

    assert rule["name"] == "WithheldStatement"
    assert "spoken off the record" in rule["help"]["text"]
    assert "groundrules explain GR101" in rule["help"]["markdown"]
    assert "helpUri" not in rule
    assert rule["properties"]["tags"] == ["disclosure", "withheld-statement"]


def test_the_fingerprints_are_keyed() -> None:
    examination = the_report().examinations[0]
    results = the_run(the_report())["results"]

    assert list(fingerprints(examination, KEY)) == [
        one["partialFingerprints"][SCHEME] for one in results
    ]
    assert [set(one["partialFingerprints"].values()) for one in results] == [
        {one} for one in fingerprints(examination, KEY)
    ]


def test_without_a_key_there_are_no_fingerprints() -> None:
    assert "ingerprint" not in json.dumps(parsed(the_report(), b""))


def test_it_holds_no_word_of_draft_or_record() -> None:
    text = json.dumps(parsed(the_report()))
    source = CONVERSATION.parties[1]
    hidden = (SECRET[:-1], OPEN_WORDS[:-1], source.name, source.description, "Whitfield", "Dana")

    assert [one for one in hidden if one in text] == []
    assert "snippet" not in text


def test_a_check_without_findings_says_what_was_checked() -> None:
    run = the_run(CLEAN)
    (invocation,) = run["invocations"]
    told = [one["message"]["text"] for one in invocation["toolExecutionNotifications"]]

    assert run["results"] == []
    assert invocation["executionSuccessful"] is True
    assert told[0] == "No broken promise found in 1 draft."
    assert told[-1].startswith("Not checked: ")


def test_a_check_that_is_not_complete_did_not_succeed() -> None:
    report = CLEAN._replace(faults=(Fault("a.md", "it is too long", "cut it"),))
    (invocation,) = the_run(report)["invocations"]
    first = invocation["toolExecutionNotifications"][0]

    assert invocation["executionSuccessful"] is False
    assert (first["level"], first["message"]["text"]) == ("error", "a.md: it is too long (cut it)")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("stories/draft.md", "stories/draft.md"),
        ("stories/the pier.md", "stories/the%20pier.md"),
        ("a:b#c?.md", "a%3Ab%23c%3F.md"),
        ("café.md", "caf%C3%A9.md"),
        ("/srv/desk/a.md", "file:///srv/desk/a.md"),
        ("C:\\desk\\a b.md", "file:///C%3A/desk/a%20b.md"),
        ("odd\\name.md", "odd%5Cname.md"),
        ("-", "-"),
    ],
)
def test_a_path_becomes_an_address(path: str, expected: str) -> None:
    assert expected == sarif.uri(path)


@given(path=st.text(min_size=1))
def test_every_path_can_be_an_address(path: str) -> None:
    pattern = PART["$defs"]["artifactLocation"]["properties"]["uri"]
    printable = path.encode("utf-8", "replace").decode()

    Draft202012Validator(pattern).validate(sarif.uri(printable))


def test_a_finding_about_a_draft_with_an_odd_name_is_still_valid() -> None:
    report = Report((examined(the_case(path="a\udcffb\n.md"), the_findings()),), Redaction())

    Draft202012Validator(PART).validate(parsed(report))
