"""The marked stories: all there, marked in their own words, and about every rule."""

from __future__ import annotations

from datetime import datetime
from itertools import chain
from typing import TYPE_CHECKING

import pytest

from groundrules.readers.policies import PolicyShelf
from groundrules.record.notation import parse
from groundrules.rules.registry import all_rules
from stories import FOLDER, SPLITS, Mark, Story, stories

if TYPE_CHECKING:
    from pathlib import Path

STORIES = stories()
CODES = {rule.code for rule in all_rules()}
SEALED = {"GR107"}
"""A story stands beside its records, so nothing in it is sealed."""
NEWSROOMS = sorted(FOLDER.glob("newsroom-*"))
RECORDS = sorted(FOLDER.glob("newsroom-*/records/*.record"))
KINDS = {"restated", "misattributed", "wrong-outlet", "jigsaw", "two-faced"}

every_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.path.stem)


def marks(story: Story) -> list[Mark]:
    return [*story.findings, *story.defensible, *story.beyond, *story.near_misses]


def test_there_are_nine_newsrooms_and_seventy_stories_a_third_of_them_kept_aside():
    splits = [story.split for story in STORIES]
    assert (9, 46, 24) == (len(NEWSROOMS), splits.count("dev"), splits.count("kept"))
    assert set(SPLITS) == set(splits)


def test_at_least_a_third_of_the_stories_break_nothing_and_all_of_those_come_near_it():
    clean = [story for story in STORIES if not story.findings]
    assert len(clean) * 3 >= len(STORIES)
    assert [] == [story.path.name for story in clean if not story.near_misses]


def test_every_rule_has_a_breach_and_a_near_miss():
    breached = {mark.rule for one in STORIES for mark in one.findings}
    neared = {mark.rule for one in STORIES for mark in one.near_misses}
    assert (CODES - SEALED, CODES - SEALED) == (breached, neared)


@every_story
def test_marks_name_rules_that_exist(story):
    named = chain.from_iterable({mark.rule} | mark.may_also for mark in marks(story))
    assert set() == set(named) - CODES - {""}
    assert all(mark.rule for mark in story.findings + story.near_misses)


@every_story
def test_breaches_that_no_rule_names_have_a_known_kind(story):
    assert set() == {mark.kind for mark in story.beyond} - KINDS


@every_story
def test_a_rule_is_not_marked_as_silent_where_it_must_find_something(story):
    torn = [
        story.text[near.span.start : near.span.end]
        for near in story.near_misses
        for mark in story.findings
        if near.rule == mark.rule and near.span.meets(mark.span)
    ]
    assert [] == torn


@every_story
def test_a_story_is_published_at_an_instant(story):
    assert datetime.fromisoformat(story.as_of).tzinfo is not None


@every_story
def test_sources_stand_in_their_story(story):
    assert [] == [one.description for one in story.sources if one.description not in story.text]


@every_story
def test_quotations_were_said_in_the_turn_that_is_named(story):
    astray = []
    for one in story.quotations:
        if one.record:
            talk = parse((story.newsroom / "records" / f"{one.record}.record").read_text("utf-8"))
            party = talk.party(talk.turns[one.turn - 1].speaker)
            astray += [one] if party is None or party.name != one.source else []
    assert [] == astray


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_records_hold_a_talk_of_ten_to_forty_turns(path):
    talk = parse(path.read_text("utf-8"))
    assert path.stem == talk.id
    assert 10 <= len(talk.turns) <= 40


@pytest.mark.parametrize("newsroom", NEWSROOMS, ids=lambda path: path.name)
def test_a_newsroom_has_its_own_policy_and_three_to_six_records(newsroom: Path):
    policies = [path.stem for path in (newsroom / "policies").glob("*.toml")]
    assert [PolicyShelf((newsroom / "policies",)).load(name).id for name in policies] == policies
    assert 3 <= len(list((newsroom / "records").glob("*.record"))) <= 6
