"""The words that open a meeting: complete for every level, kind and policy."""

from __future__ import annotations

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
from groundrules.terms.levels import Level
from groundrules.terms.policy import Policy
from groundrules.terms.rights import AXES, FREE, SEALED


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
