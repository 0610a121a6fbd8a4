"""The words that open a meeting: complete for every level, kind and policy."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from meetings import SHELF, texts

from groundrules.record.facts import Kind as Done
from groundrules.record.facts import Proposal
from groundrules.talk.meeting.announcement import (
    LEVELS,
    POLICIES,
    act,
    announcement,
    is_unsure,
    rights_aloud,
)
from groundrules.talk.meeting.shapes import Kind
from groundrules.terms.conditions import Embargo
from groundrules.terms.levels import Level
from groundrules.terms.policy import Policy
from groundrules.terms.rights import AXES, FREE, SEALED, Attribute


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("name", SHELF.names())
def test_every_opening_says_the_terms_until_when_and_who_does_not_accept(
    kind: Kind, name: str
) -> None:
    policy, found = SHELF.load(name), texts(kind)
    for level in Level:
        opening = announcement(kind, level, policy, found)

        assert level.spoken in opening.spoken[1]
        assert opening.spoken[2] == " ".join(rights_aloud(policy.rights(level), found))
        assert opening.spoken[3:] == tuple(
            found.one("say", key) for key in ("until", "recording", "accept")
        )
        assert "so now" in opening.spoken[5]


@pytest.mark.parametrize("kind", Kind)
def test_every_permission_is_said_in_words_of_its_own(kind: Kind) -> None:
    found = texts(kind)
    for name, axis in AXES.items():
        said = {found.one(name, str(permission)) for permission in axis}
        assert len(said) == len(axis)


def test_what_is_not_published_is_not_told_how_to_be_quoted() -> None:
    found = texts(Kind.BRIEFING)

    assert len(list(rights_aloud(FREE, found))) == len(AXES)
    assert len(list(rights_aloud(SEALED, found))) == len(AXES) - 3


@pytest.mark.parametrize("name", SHELF.names())
@pytest.mark.parametrize("level", Level)
def test_a_briefer_may_be_named_for_the_briefing_only_where_the_terms_let_them_be_named(
    name: str, level: Level
) -> None:
    rights = SHELF.load(name).rights(level)
    said = " ".join(rights_aloud(rights, texts(Kind.BRIEFING)))

    assert ("who gave it" in said or "You may name" in said) <= (rights.attribute is Attribute.NAME)


@pytest.mark.parametrize(
    ("embargo", "said", "recorded"),
    [
        (
            Embargo(datetime(2026, 12, 5, 6, tzinfo=timezone(timedelta(hours=-5)))),
            "before 06:00 (UTC-05:00) on December 5, 2026",
            "embargo=2026-12-05T06:00-05:00",
        ),
        (Embargo(event="the vote"), "before this has happened: “the vote”", 'embargo="the vote"'),
    ],
)
@pytest.mark.parametrize("kind", Kind)
def test_a_description_and_an_embargo_are_said_and_stand_in_the_act(
    kind: Kind, embargo: Embargo, said: str, recorded: str
) -> None:
    conditions = Proposal(descriptions=("an aide", "an official"), embargo=embargo)
    policy, found = SHELF.load("ap"), texts(kind)

    opening = announcement(kind, Level.BACKGROUND, policy, found, conditions)

    assert opening.spoken[2].startswith(" ".join(rights_aloud(policy.rights(opening.level), found)))
    assert " as “an aide”. " in opening.spoken[2]
    assert opening.spoken[2].endswith("as “an official”.")
    assert said in opening.spoken[4]
    assert opening.act.endswith(
        f'background description="an aide" description="an official" {recorded}'
    )


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (Kind.BRIEFING, "announce background"),
        (Kind.CHATHAM_HOUSE, "announce chatham-house"),
        (Kind.NEGOTIATION, "ask off-the-record"),
    ],
)
def test_the_act_that_records_an_opening(kind: Kind, expected: str) -> None:
    policy = SHELF.load(POLICIES.get(kind, "ap"))

    assert announcement(kind, LEVELS[kind], policy, texts(kind)).act == expected


def test_the_act_of_an_aside_names_whom_each_side_may_tell() -> None:
    proposal = Proposal(Level.OFF_THE_RECORD, tell=("the board", "counsel"))

    assert act(Done.TERMS_ASKED, proposal) == 'ask off-the-record tell="the board" tell="counsel"'


@pytest.mark.parametrize(
    ("policy", "level", "expected"),
    [
        ("default", Level.BACKGROUND, False),
        ("negotiation", Level.OFF_THE_RECORD, True),
        ("negotiation", Level.ON_THE_RECORD, False),
    ],
)
def test_what_is_not_verified_is_said_to_be_unsure(
    policy: str,
    level: Level,
    expected: bool,  # noqa: FBT001 - a table
) -> None:
    assert is_unsure(SHELF.load(policy), level) is expected


def test_a_level_that_a_policy_leaves_out_is_unsure() -> None:
    assert is_unsure(Policy("x", "X", "1"), Level.BACKGROUND)
