"""Policies as they are printed, for people and for programs."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from groundrules.readers.policies import PolicyShelf
from groundrules.reporters import policy_json, policy_pages
from groundrules.terms.comparison import compare, sentence
from groundrules.terms.policy import Policy, Ruling, Status
from harbor_case import printed

SHELF = PolicyShelf()
AP = SHELF.load("ap")
POST = SHELF.load("washington-post")


def parsed(lines: object) -> Any:
    return json.loads(printed(lines))


def test_the_list_has_one_line_for_each() -> None:
    rows = printed(policy_pages.list_lines([AP, POST])).splitlines()

    assert rows == [
        f"ap               {AP.title} (version {AP.version}, {AP.jurisdiction})",
        f"washington-post  {POST.title} (version {POST.version}, {POST.jurisdiction})",
    ]
    assert printed(policy_pages.list_lines([])) == ""


def test_a_page_has_every_value_with_how_sure_it_is() -> None:
    page = printed(policy_pages.policy_lines(POST))

    for level, ruling in POST.levels.items():
        assert f"{level.value}: {ruling.meaning}\n" in page
        for axis, value in ruling.axes.items():
            assert f"  {axis}: {value.value} ({value.status}" in page
    for name in POST.practices:
        assert f"  {name}: " in page
    for key, evidence in POST.evidence.items():
        assert f"  [{key}] {evidence.title}: {evidence.where}" in page
    assert "Extends: default\n" in page
    assert "from default, [default/own])" in page


def test_severities_have_a_place() -> None:
    own = replace(POST, severities={"vague-attribution": Ruling("note", POST.id)})

    assert "\nSeverities\n  vague-attribution: note (unverified)\n" in (
        printed(policy_pages.policy_lines(own))
    )


def test_a_bare_policy_prints_its_head_alone() -> None:
    assert printed(policy_pages.policy_lines(Policy("bare", "A bare one", "1"))) == (
        "bare: A bare one, version 1\n"
    )


def test_a_comparison_has_every_sentence_below_its_level() -> None:
    differences = compare(AP, POST)
    page = printed(policy_pages.comparison_lines(AP, POST, differences))

    assert differences
    assert all(f"\n  {sentence(difference)}\n" in page for difference in differences)
    assert "\nOff the record: same word, different rights\n" in page
    assert page.rindex("\nPractices") > page.rindex("\nOff the record")


def test_the_list_as_json() -> None:
    assert [policy["id"] for policy in parsed(policy_json.list_json([AP, POST]))] == [
        "ap",
        "washington-post",
    ]


def test_a_policy_as_json() -> None:
    shown = parsed(policy_json.policy_json(POST))

    assert shown["extends"] == ["default"]
    assert shown["levels"]["off-the-record"]["axes"]["pursue"]["value"] == "no"
    assert shown["levels"]["off-the-record"]["axes"]["pursue"]["status"] in list(Status)
    assert isinstance(shown["practices"]["vague_attributions"]["value"], list)
    assert list(shown["evidence"]) == list(POST.evidence)


def test_a_comparison_as_json() -> None:
    differences = compare(AP, POST)
    shown = parsed(policy_json.comparison_json(AP, POST, differences))

    assert [one["sentence"] for one in shown["differences"]] == [*map(sentence, differences)]
    assert (shown["first"]["id"], shown["second"]["id"]) == ("ap", "washington-post")
    assert {one["level"] for one in shown["differences"]} >= {"off-the-record", None}


def test_a_side_that_says_nothing_is_null_in_json() -> None:
    silent = Policy("silent", "A silent one", "1")
    shown = parsed(policy_json.comparison_json(AP, silent, compare(AP, silent)))

    assert {"policy": "silent", "ruling": None} in [one["second"] for one in shown["differences"]]
