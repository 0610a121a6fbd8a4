"""The provenance map: every quotation of a draft with the words it comes from."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError
from referencing import Registry, Resource

from groundrules.config.settings import settle
from groundrules.desk.checking.check_draft import check_drafts
from groundrules.desk.checking.publication_time import publication_time
from groundrules.reporters.provenance_map import map_json, map_page
from groundrules.reporters.provenance_map.tracing import Difference, traced
from groundrules.reporters.provenance_map.words import DIFFERENCES, summary
from groundrules.reporters.redaction import Redaction
from groundrules.reporters.report import Report
from harbor_case import OPEN_WORDS, printed, the_report, two_drafts
from rule_cases import OFF, By, Told, a_case

if TYPE_CHECKING:
    from groundrules.evidence.case import Case

RECORD = """\
conversation: quay
date: 2026-11-03T14:00-05:00
parties:
  AR: reporter, Ana Ruiz
  S1: source, Dana Whitfield
  S2: source, Idris Farouk

[00:00:05] AR: Where does the lease of the old quay stand today?
[00:00:10] S1: The harbor board met on Monday, and nobody there could explain the missing invoices.
[00:00:31] AR: What about the auditors?
[00:00:40] S1: Well, the auditors, um, asked for every contract since the spring flood.
[00:01:02] S1: They never received a single page from the treasurer.
[00:01:30] S2: My members read about the closing of the fish market in the newspaper.
"""
SAID = "The harbor board met on Monday, and nobody there could explain the missing invoices."


@pytest.fixture
def trace(tmp_path: Path):
    """Return a function that gives the case of a story checked against the record."""
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "quay.record").write_text(RECORD, encoding="utf-8")

    def case_of(story: str) -> Case:
        draft = tmp_path / "draft.md"
        draft.write_text(story, encoding="utf-8")
        settings = settle(tmp_path, {}, {})
        checked = check_drafts([str(draft)], settings, publication_time("2026-11-06T06:00Z"))
        return checked.examinations[0].case

    return case_of


@pytest.mark.parametrize(
    ("story", "expected", "origins"),
    [
        (
            "“Nobody there could explain the missing invoices,” Dana Whitfield said.",
            Difference.WORD,
            ["quay#2"],
        ),
        (
            (
                "The board “met on Monday, and nobody there could explain the missing invoices,” "
                "Dana Whitfield said."
            ),
            Difference.LETTER,
            ["quay#2"],
        ),
        (
            "“The auditors asked for every contract since the spring flood,” Whitfield said.",
            Difference.TRIMMED,
            ["quay#4"],
        ),
        (
            (
                "“The harbor board met ... nobody there could explain the missing invoices,” "
                "Whitfield said."
            ),
            Difference.TRIMMED,
            ["quay#2"],
        ),
        (
            "“The auditors asked for every contract since the terrible spring flood,” she said.",
            Difference.EDITED,
            ["quay#4"],
        ),
        (
            (
                "“Nobody there could explain the missing invoices. They never received a single "
                "page from the treasurer,” Whitfield said."
            ),
            Difference.STITCHED,
            ["quay#2", "quay#5"],
        ),
        (
            (
                "“... asked for every contract since the spring flood. They never received a "
                "single page from the treasurer,” Whitfield said."
            ),
            Difference.TRIMMED,
            ["quay#4", "quay#5"],
        ),
        (
            "“My dog has eaten the whole of the budget,” one shopkeeper said.",
            Difference.NOWHERE,
            [],
        ),
    ],
    ids=[
        "a capital",
        "letters",
        "fillers",
        "ellipsis",
        "a word put in",
        "two answers",
        "one answer in two turns",
        "nothing",
    ],
)
def test_a_quotation_is_tied_to_what_was_said(trace, story, expected, origins):
    (one,) = traced(trace(story))

    assert (expected, origins) == (one.difference, [match.statement for match in one.origins])


@pytest.mark.parametrize(
    ("attribution", "expected"),
    [
        ("Dana Whitfield said", False),
        ("Whitfield said", False),
        ("Idris Farouk said", True),
        ("Mayor Joan Calder said", True),
        ("an official said", False),
    ],
)
def test_another_speaker_is_noticed_where_a_name_is_given(trace, attribution, expected):
    story = f"“They never received a single page from the treasurer,” {attribution}.\n"
    (one,) = traced(trace(story))

    assert expected is one.is_anothers


def test_nobody_can_tell_where_the_record_has_no_name():
    words = "The ferry was never inspected after the fire"
    case = a_case(f'"{words}," Ana said.', Told(words, by="S3"), by=[By("Ana said", "Ana")])

    assert [False] == [one.is_anothers for one in traced(case)]


def test_who_said_the_same_is_named_and_is_no_origin():
    words = "The ferry was never inspected after the fire"
    case = a_case(f'"{words}."', Told(words, confidence=0.9), Told(words, OFF, by="S2"))
    (one,) = traced(case)

    assert (["harbor#2"], ("harbor#1",)) == (
        [match.statement for match in one.origins],
        one.also,
    )


def test_every_difference_has_words_and_the_summary_counts_each(trace):
    story = (
        "“They never received a single page from the treasurer,” Idris Farouk said.\n\n"
        "“My dog has eaten the whole of the budget,” one shopkeeper said."
    )

    assert set(Difference) == set(DIFFERENCES)
    assert (
        "2 quotations: 1 letter for letter and 1 no statement found. "
        "Of 1, the draft names another speaker."
    ) == summary(traced(trace(story)))
    assert summary(()) == "The draft quotes nobody."


def test_the_page_says_where_when_and_on_which_terms():
    page = printed(map_page.lines(the_report()))

    assert "stories/draft.md:4:16: letter for letter\n" in page
    assert "  = from: conversation harbor, turn 8, on 2026-11-03 (harbor#8)\n" in page
    assert "  = terms: not settled, so kept as on background (ap): " in page
    assert "1 quotation: 1 letter for letter.\n" in page
    assert OPEN_WORDS[:-1] not in page
    assert "Whitfield" not in page


def test_the_page_reveals_what_was_asked_for():
    page = printed(map_page.lines(the_report(revealed=True)))

    assert f"  = said: “{OPEN_WORDS}”\n" in page
    assert "  = source: Dana Whitfield\n" in page


def test_a_draft_without_quotations_is_told_so():
    case = a_case("It rained all day.", Told("The deal is off", used=""))
    report = Report((the_report().examinations[0]._replace(case=case),), Redaction())

    assert printed(map_page.lines(report)).startswith("The draft quotes nobody.\n")


def schema(name: str) -> Any:
    return json.loads(files("groundrules.reporters").joinpath(name).read_text(encoding="utf-8"))


REPORT = schema("report.schema.json")
MAP = schema("provenance_map/provenance.schema.json")
VALIDATOR = Draft202012Validator(
    MAP, registry=Registry().with_resource(REPORT["$id"], Resource.from_contents(REPORT))
)


def parsed(report: Report) -> Any:
    return json.loads(printed(map_json.lines(report)))


@pytest.mark.parametrize(
    "report",
    [the_report(), the_report(revealed=True), two_drafts()],
    ids=["hidden", "revealed", "two drafts"],
)
def test_every_map_is_as_the_schema_says(report):
    Draft202012Validator.check_schema(MAP)

    VALIDATOR.validate(parsed(report))


@pytest.mark.parametrize(("key", "value"), [("difference", "other"), ("text", "x"), ("line", 0)])
def test_the_schema_refuses_what_may_not_be(key, value):
    found = parsed(the_report())
    found["quotations"][0][key] = value

    with pytest.raises(ValidationError):
        VALIDATOR.validate(found)


def test_the_schema_knows_every_difference():
    assert list(Difference) == MAP["$defs"]["quotation"]["properties"]["difference"]["enum"]


def test_the_map_as_json_names_the_turn_and_no_word():
    (quotation,) = parsed(the_report())["quotations"]
    (origin,) = quotation["origins"]

    assert ("letter-for-letter", False, []) == (
        quotation["difference"],
        quotation["another_speaker"],
        quotation["also"],
    )
    assert ("harbor#8", "harbor", 8, None) == (
        origin["statement"],
        origin["conversation"],
        origin["turn"],
        origin["time"],
    )
    assert "told twice" not in json.dumps(quotation)


@given(words=st.lists(st.sampled_from(SAID.split()), min_size=1, max_size=8))
def test_every_quotation_is_there_once_in_order(words):
    quoted = " ".join(words)
    case = a_case(f'"{quoted}" and "{quoted}".', Told(SAID, used=quoted))

    assert [one.quotation for one in traced(case)] == list(case.quotations)


def test_every_field_is_documented():
    page = (Path(__file__).parents[2] / "docs" / "reference" / "report-formats.md").read_text(
        "utf-8"
    )
    named = [
        *MAP["properties"],
        *(name for one in MAP["$defs"].values() for name in one["properties"]),
    ]

    assert [name for name in named if f"`{name}`" not in page] == []
