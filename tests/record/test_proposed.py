"""Proposed acts: no facts, and what they could mean is protected."""

from __future__ import annotations

import pytest
from hypothesis import given

from builders import recorded
from groundrules.record.facts import Kind
from groundrules.record.proposed import confirmed, proposal
from groundrules.record.standing import OPEN, Doubt
from groundrules.record.timeline import fold
from groundrules.terms.levels import Level
from groundrules.terms.promise import strictest
from talks import HOUSE, POLICIES, conversations, under

ON, OFF, BACKGROUND = "on-the-record", "off-the-record", "background"

TALKS = {
    "an agreement that nobody confirmed": (
        "S1: Off the record?\n  ?> ask off-the-record to=AR\nAR: Sure.\n  ?> agree\nS1: Dead.",
        [ON, OPEN, OPEN],
        [ON, OFF, OFF],
    ),
    "a return that nobody confirmed": (
        (
            "S1: Off?\n  > ask off-the-record to=AR\nAR: Yes.\n  > agree\nS1: Dead.\n"
            "S1: Back on.\n  ?> return\nS1: Alive."
        ),
        [ON, OFF, OFF, OPEN, OPEN],
        [ON, OFF, OFF, ON, ON],
    ),
    "an agreement and a return, and neither confirmed": (
        (
            "S1: Off?\n  ?> ask off-the-record to=AR\nAR: Yes.\n  ?> agree\nS1: Dead.\n"
            "S1: Back on.\n  ?> return\nS1: Alive."
        ),
        [ON, OPEN, OPEN, OPEN, OPEN],
        [ON, OFF, OFF, ON, ON],
    ),
    "a proposal that would change nothing": (
        "S1: Between us, it is dead.\n  ?> hint\nAR: I see.",
        [ON, ON],
        [ON, ON],
    ),
    "a sentence for the record, within an agreement that nobody confirmed": (
        (
            "S1: Off?\n  ?> ask off-the-record to=AR\nAR: Yes.\n  ?> agree\nS1: Dead.\n"
            "S1: This is on the record: I resigned.\n  ?> assert on-the-record\nS1: Alive."
        ),
        [ON, OPEN, OPEN, OPEN, OPEN],
        [ON, OFF, OFF, ON, ON],
    ),
    "looser terms behind stricter ones, and neither confirmed": (
        (
            "S1: Off?\n  ?> ask off-the-record to=AR\nAR: Yes.\n  ?> agree\nS1: Dead.\n"
            "S1: On background?\n  ?> ask background to=AR\nAR: Yes.\n  ?> agree\nS1: Alive."
        ),
        [ON, OPEN, OPEN, OPEN, OPEN, OPEN],
        [ON, OFF, OFF, OFF, BACKGROUND, BACKGROUND],
    ),
    "a request about words already spoken": (
        "S1: Dead.\nS1: That was off the record.\n  ?> retroactive off-the-record\nAR: Oh.",
        [OPEN, OPEN, ON],
        [ON, ON, ON],
    ),
    "a request about words that are withheld anyhow": (
        (
            "S1: Off?\n  > ask off-the-record to=AR\nAR: Yes.\n  > agree\nS1: Dead.\n"
            "S1: Not to be used, that.\n  ?> retroactive publish=no"
        ),
        [OPEN, OFF, OFF, OFF],
        [ON, OFF, OFF, OFF],
    ),
    "a proposed answer to an ask that was confirmed": (
        "S1: Off?\n  > ask off-the-record to=AR\nAR: Yes.\n  ?> agree\nS1: Dead.",
        [ON, OPEN, OPEN],
        [ON, OFF, OFF],
    ),
}


@pytest.mark.parametrize("name", TALKS)
def test_a_talk_with_proposals(name):
    talk, expected, as_confirmed = TALKS[name]
    conversation = recorded(talk)

    assert expected == [turn.status for turn in fold(conversation, HOUSE).turns()]
    assert as_confirmed == [turn.status for turn in fold(confirmed(conversation), HOUSE).turns()]


def test_what_is_open_names_the_proposals_down_to_there():
    conversation = recorded(TALKS["an agreement that nobody confirmed"][0])

    point = fold(conversation, HOUSE).standings[1].open[0]

    assert Doubt.PROPOSED is point.doubt
    assert ("harbor?1", "harbor?2") == point.facts
    assert [Kind.TERMS_ASKED, Kind.TERMS_AGREED] == [
        proposal(conversation, one).kind for one in point.facts
    ]


def test_words_between_looser_and_stricter_terms_keep_the_strictest():
    talk, _, _ = TALKS["looser terms behind stricter ones, and neither confirmed"]

    assert Level.OFF_THE_RECORD is fold(recorded(talk), HOUSE).standings[-1].terms.level


def test_a_request_that_reaches_back_is_named():
    talk, _, _ = TALKS["a request about words already spoken"]

    assert ("harbor?1",) == fold(recorded(talk), HOUSE).standings[0].open[0].facts


def test_confirmed_proposals_stand_before_what_came_afterwards():
    talk = 'S1: Off?\n  ?> ask off-the-record\n\nafterwards:\n  2026-11-05T09:10Z S1 > note "seen"'
    conversation = confirmed(recorded(talk))

    assert [Kind.TERMS_ASKED, Kind.INCIDENT_NOTED] == [fact.kind for fact in conversation.facts]
    assert () == conversation.proposals


@given(conversations(), POLICIES)
def test_a_talk_of_proposals_alone_protects_whatever_confirming_them_would(conversation, policy):
    """Whoever takes all the acts of a talk for proposals protects no less than the acts do."""
    in_talk = tuple(fact for fact in conversation.facts if fact.when is None)
    acts = conversation._replace(facts=in_talk)
    proposed = conversation._replace(facts=(), proposals=in_talk)

    for guarded, told in zip(
        under(proposed, policy).standings, under(acts, policy).standings, strict=True
    ):
        assert not told.is_restricted or guarded.is_restricted
        assert strictest(guarded.terms, told.terms) == guarded.terms
