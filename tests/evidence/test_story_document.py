"""What a draft declares of itself is understood as a whole, or refused with every fault."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.errors import BadInput
from groundrules.evidence.story import Story, StoryFact, StorySource
from groundrules.evidence.story_document import story_of
from groundrules.tables.table import Document

if TYPE_CHECKING:
    from collections.abc import Mapping

WHOLE = """\
story = "winter-ferries"
publish = "2026-05-08T06:00+00:00"

[facts.no-certificate]
words = "running without a certificate"
rests_on = ["ferry#4", "the register"]
allegation = true

[facts.winter]
words = "in winter"
rests_on = ["ferry#1"]

[sources.mate]
party = "ferry/S1"
pseudonym = "Rasmus"
chosen_by = "source"
told_before = ["works on the ferries"]

[sources.clerk]
"""


def read(text: str) -> Story:
    return story_of(Document("story.toml", "story", tomllib.loads(text), text))


def faults(text: str) -> list[str]:
    with pytest.raises(BadInput) as refusal:
        read(text)
    return [f"{one.line}: {one.message}" for one in refusal.value.faults]


def test_everything_that_can_be_declared_is_read() -> None:
    assert read(WHOLE) == Story(
        "winter-ferries",
        datetime(2026, 5, 8, 6, tzinfo=UTC),
        (
            StoryFact(
                "no-certificate",
                "running without a certificate",
                ("ferry#4", "the register"),
                allegation=True,
            ),
            StoryFact("winter", "in winter", ("ferry#1",)),
        ),
        (
            StorySource("mate", "ferry/S1", "Rasmus", "source", ("works on the ferries",)),
            StorySource("clerk"),
        ),
    )


def test_the_smallest_form_is_one_line() -> None:
    assert read('story = "winter-ferries"') == Story("winter-ferries")


def test_an_instant_of_toml_is_one_too() -> None:
    assert read('story = "a"\npublish = 2026-05-08T06:00:00Z').publish == datetime(
        2026, 5, 8, 6, tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["0: story: it is missing"]),
        ('story = ""', ["1: story: it must be text"]),
        ('story = "a"\nstorey = "b"', ["2: storey: there is no such key"]),
        ('story = "a"\npublish = "soon"', ["2: publish: it is not an instant"]),
        ('story = "a"\npublish = 3', ["2: publish: it is not an instant"]),
        ('story = "a"\npublish = "2026-05-08T06:00"', ["2: publish: it has no offset from UTC"]),
        (
            'story = "a"\n[facts.one]\nsays = "x"',
            [
                "3: facts.one.says: there is no such key of a fact",
                "2: facts.one.words: it is missing",
                "2: facts.one.rests_on: it is missing",
            ],
        ),
        (
            'story = "a"\n[sources.one]\nname = "x"\npseudonym = "Jo"',
            [
                "3: sources.one.name: there is no such key of a source",
                "2: sources.one.chosen_by: it is missing",
            ],
        ),
        (
            'story = "a"\n[sources.one]\npseudonym = "Jo"\nchosen_by = "us"',
            ["4: sources.one.chosen_by: it cannot be 'us'"],
        ),
        ('story = "a"\nfacts = "x"', ["2: facts: it must be a table"]),
        ('story = "a"\n[facts]\none = "x"', ["3: facts.one: it must be a table"]),
    ],
)
def test_every_fault_is_told_with_its_line(text: str, expected: list[str]) -> None:
    assert faults(text) == expected


KEYS = st.sampled_from(
    ["story", "publish", "facts", "sources", "words", "rests_on", "party", "pseudonym", "x"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=8,
)


@given(st.dictionaries(KEYS, VALUES, max_size=5))
def test_whatever_is_declared_is_a_story_or_refused(raw: Mapping[str, object]) -> None:
    try:
        story = story_of(Document("story.toml", "story", raw))
    except BadInput as refusal:
        told = [(one.message, one.remedy) for one in refusal.faults]
    else:
        told = [(story.id, " ".join(str(raw["story"]).split()))]
        assert story.id == told[0][1]

    assert all(message and remedy for message, remedy in told)
