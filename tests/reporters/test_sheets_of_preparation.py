"""The advice and the plan as sheets: everything on them, and the plan on one page."""

from __future__ import annotations

import re
import zlib

import pytest
from hypothesis import given, settings

from groundrules.reporters.advice_sheet import advice_sheet, choice_in_words, rules_in_words
from groundrules.reporters.plan_sheet import plan_sheet
from groundrules.reporters.sheets.sheet import Heading, Items, Paragraph, Rows, Sheet
from groundrules.reporters.sheets.sheet_html import html
from groundrules.reporters.sheets.sheet_pdf import pdf
from groundrules.reporters.sheets.sheet_text import lines
from groundrules.talk.planning.plan import Rules, plan_from
from groundrules.talk.preparing.alternatives import Alternative
from groundrules.terms.policy import Policy
from interviewed import (
    CAREFUL,
    FERRY,
    FOUR,
    GUIDANCE,
    INTERVIEW,
    MANY,
    POLICIES,
    POST,
    interviews,
    plan,
)

ORDINARY = {
    **FERRY,
    "trust": "first-contact",
    "helpers": (),
    "channel": "undecided",
    "stakes": ("job", "law"),
    "elsewhere": ("the minutes of the board", "the inspection reports of May and June"),
}
"""A plan as most people have one: a stranger, three points, two descriptions, all of the list."""


def text_of(sheet: Sheet, columns: int = 80) -> str:
    return "\n".join("".join(piece.text for piece in line) for line in lines(sheet, columns))


def pages(document: bytes) -> int:
    """Return how many pages a PDF has: its page objects, most of them in compressed streams."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", document, re.DOTALL)
    content = document
    for stream in streams:
        try:
            content += zlib.decompress(stream)
        except zlib.error:
            continue
    return len(re.findall(rb"/Type\s*/Page\b", content))


def below(sheet: Sheet, heading: str) -> tuple[str, ...]:
    """Return the list that stands below a heading."""
    at = next(
        number
        for number, block in enumerate(sheet.blocks)
        if isinstance(block, Heading) and block.text == heading
    )
    block = sheet.blocks[at + 1]
    assert isinstance(block, Items)
    return block.items


def test_the_ways_stand_side_by_side() -> None:
    table = next(
        one for one in advice_sheet(plan(**FERRY), "Advice").blocks if isinstance(one, Rows)
    )

    assert table.rows == (
        ("On the record", "yes", "yes", "yes", "yes"),
        ("Not for attribution", "yes", "yes", "described", "yes"),
        ("On background", "yes", "yes", "described", "yes"),
        ("On deep background", "yes", "not word for word", "no", "yes"),
        ("Off the record", "no", "no", "no", "no"),
        ("Point to papers that the reporter can ask for", "what is in them", "no", "no", "yes"),
        ("Do not say it", "no", "no", "no", "no"),
    )


@pytest.mark.parametrize("name", POLICIES.names())
def test_every_policy_can_be_shown_side_by_side(name: str) -> None:
    sheet = advice_sheet(plan(policy=POLICIES.load(name)), "Advice")
    headings = [block.text for block in sheet.blocks if isinstance(block, Heading)]

    assert [one.way.title for one in plan().advice.weighed] == headings[1:8]


def test_a_policy_that_says_nothing_withholds_everything() -> None:
    silent = Policy("silent", "A silent one", "1")
    sheet = advice_sheet(plan(policy=silent), "Advice")
    table = next(block for block in sheet.blocks if isinstance(block, Rows))
    page = " ".join(text_of(sheet).split())

    assert table.rows[2] == ("On background", "no", "no", "no", "no")
    assert "nobody says; so we take it as not allowed" in page
    assert "Besides the reporter" not in page


def test_the_advice_says_what_each_way_brings_and_which_it_would_choose() -> None:
    advised = plan(**FERRY)
    page = " ".join(text_of(advice_sheet(advised, "Advice")).split())

    for one in advised.advice.weighed:
        assert f"In print: {one.printed}" in page
        assert f"What can go wrong: {one.way.wrong}" in page
        assert f"What merely asking signals: {one.way.asking}" in page
    assert "What we would choose: on background" in page
    assert advised.advice.reasons[0] in page
    assert all(flag in page for flag in advised.advice.flags)
    assert "The decision is yours." in page
    assert "Readings differ. Many guides say" in page
    assert "“They may not take it to other people.” (read at second hand)" in page
    assert "Besides the reporter: an editor. " in page


def test_who_approves_is_said_where_a_policy_rules_on_it() -> None:
    page = " ".join(text_of(advice_sheet(plan(policy=POLICIES.load("ap")), "Advice")).split())

    assert "A manager of the newsroom approves. Editors take part" in page


@pytest.mark.parametrize(
    ("rules", "outlet", "expected"),
    [
        (
            Rules(POST, are_outlets_own=True),
            "x",
            "The words are read by the rules of the Washington Post.",
        ),
        (
            Rules(CAREFUL, are_outlets_own=False),
            "The Ledger Post",
            (
                "No published rules of The Ledger Post are known here. "
                "The words are read by the cautious default instead."
            ),
        ),
        (
            Rules(CAREFUL, are_outlets_own=False),
            "",
            "No outlet is named. The words are read by the cautious default instead.",
        ),
    ],
)
def test_by_whose_rules_the_words_are_read(rules: Rules, outlet: str, expected: str) -> None:
    assert rules_in_words(rules, outlet) == expected


def test_the_plan_has_all_that_is_taken_along() -> None:
    sheet = plan_sheet(plan(**{**FERRY, "reasons": ("preview",), "embargo": "the vote"}))
    page = " ".join(text_of(sheet).split())

    assert sheet.title == "My page for the talk: the ferry inspections"
    assert "Outlet: The Washington Post. Reporter: Ana Ruiz. How: By phone" in page
    assert "Not before: the vote." in page
    assert "the chief knew On deep background; not before the vote –" in page
    assert below(sheet, "Do not say, and do not hint at") == ("names of my crew", "who told me")
    assert below(sheet, "How I may be described") == (
        f"{MANY}: fits about 300 people",
        f"{FOUR}: fits about 4 people. Too few: do not agree to it.",
    )
    assert "Topics: the inspections. Who else may know that I talk: nobody." in page
    assert "not answered yet" not in plan_sheet(plan(**FERRY)).blocks


def test_descriptions_that_point_at_one_or_were_not_counted_are_marked() -> None:
    sheet = plan_sheet(plan(descriptions=("a", "b"), fits={"a": 1}))

    assert below(sheet, "How I may be described") == (
        "a: fits about 1 person. Too few: do not agree to it.",
        "b: nobody has counted whom it fits. It may point at you.",
    )


def test_what_is_not_answered_is_said_and_what_is_empty_is_left_out() -> None:
    sheet = plan_sheet(plan(bear_named="yes"))
    page = text_of(sheet)

    assert sheet.title == "My page for the talk"
    assert Paragraph("23 questions not answered yet; defaults stand in.", "warning") in sheet.blocks
    assert "What I want to say" not in page
    assert "Do not say, and do not hint at" not in page


def test_a_point_on_which_to_say_nothing_stands_once_among_what_is_not_said() -> None:
    sheet = plan_sheet(plan(points=("a", "b"), unsaid=("b",)))

    assert below(sheet, "Do not say, and do not hint at") == ("b", "a")


@pytest.mark.parametrize("given", [FERRY, ORDINARY, {}], ids=["ferry", "ordinary", "defaults"])
def test_an_ordinary_plan_is_one_page_of_paper(given) -> None:
    assert pages(pdf(plan_sheet(plan(**given)))) == 1


def test_the_pages_of_a_long_sheet_are_counted() -> None:
    assert pages(pdf(Sheet("Long", (Items(("again",) * 200),)))) > 2


@settings(max_examples=30)
@given(interviews())
def test_every_plan_and_all_advice_can_be_shown_on_wide_and_narrow_terminals(answers) -> None:
    found = plan_from(answers, Rules(POST, are_outlets_own=True), INTERVIEW, GUIDANCE)

    for sheet in (plan_sheet(found), advice_sheet(found, "Advice")):
        for columns in (80, 40):
            assert text_of(sheet, columns)
        assert html(sheet)
    assert choice_in_words(found) in {way.title for way in GUIDANCE.ways.values()}
    assert len(found.advice.weighed) == len(Alternative)


def test_where_there_is_nothing_to_look_out_for_nothing_is_said() -> None:
    calm = {**FERRY, "bear_named": "yes", "points": (), "descriptions": (), "stakes": ()}
    sheet = advice_sheet(plan(**{**calm, "interest": ("current",)}), "Advice")

    assert Heading("Look out for") not in sheet.blocks
