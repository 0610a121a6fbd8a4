"""Names that are not real are accounted for, or left out."""

from __future__ import annotations

import pytest

from groundrules.evidence.story import Story, StorySource
from groundrules.rules.identity.invented_pseudonym import InventedPseudonym
from rule_cases import a_case, only, shown


def found(text: str, *sources: StorySource) -> list[str]:
    return shown(InventedPseudonym(), a_case(text, story=Story("clerks", sources=sources)))


CHOSEN = StorySource("clerk", pseudonym="Maria", chosen_by="source")
MADE_UP = StorySource("clerk", pseudonym="Maria", chosen_by="outlet")


@pytest.mark.parametrize(
    "text",
    [
        "Maria, not her real name, left.",
        "Maria, whose name has been changed, left.",
        "The names of the clerks have been changed; the name was changed by us.",
        "Maria is a pseudonym.",
        "A clerk, whom we are calling Maria, left.",
    ],
)
def test_a_name_that_nobody_accounts_for_is_found(text: str) -> None:
    assert found(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "A clerk who asked to be identified as Maria left.",
        "Maria, a pseudonym she chose, left.",
        "Maria left.",
    ],
)
def test_a_name_that_its_bearer_chose_is_not(text: str) -> None:
    assert found(text) == []


def test_a_name_that_the_outlet_made_up_is_found_once() -> None:
    text = "Maria, not her real name, left. Maria was tired."

    assert found(text, MADE_UP) == ["Maria"]


def test_a_name_that_the_source_chose_must_be_told() -> None:
    assert found("Maria left.", CHOSEN) == ["Maria"]
    assert found("Maria, not her real name, left. Maria was tired.", CHOSEN) == []
    assert found("A clerk left.", CHOSEN) == []
    assert found("A clerk left.", StorySource("clerk", "harbor/S1")) == []


def test_each_name_is_told_by_its_own_sentence() -> None:
    text = "Maria left. Jo, not his real name, stayed."

    assert found(text, CHOSEN) == ["Maria", "Jo, not his real name, stayed."]


def test_the_message_names_nobody() -> None:
    story = Story("clerks", sources=(MADE_UP,))

    finding = only(InventedPseudonym(), a_case("Maria left.", story=story))

    assert "Maria" not in finding.message + finding.remedy
