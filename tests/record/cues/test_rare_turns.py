"""Turns that come up seldom, each read for what it is."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from groundrules.record.cues.asides import asides
from groundrules.record.cues.cue import Cue, Waiting
from groundrules.record.cues.ground_rules import ground_rules_in, strictly
from groundrules.record.cues.instants import instant
from groundrules.record.cues.placing import Point, placed
from groundrules.record.cues.plain import plain
from groundrules.record.cues.plain_asks import plain_ask
from groundrules.record.cues.replies import Put
from groundrules.record.cues.talk_reader import read_talk
from groundrules.record.cues.turn_acts import _as_counter
from groundrules.record.facts import Fact, Kind, Proposal
from groundrules.record.transcript import AFTERWARDS, Conversation, Party, Role, Turn
from groundrules.terms.levels import Level
from groundrules.terms.rights import Attribute, Publish

PEOPLE = (Party("AR", Role.REPORTER), Party("S1", Role.SOURCE))
BEGAN = datetime(2026, 11, 3, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You can quote me on that.", [Kind.TERMS_ASSERTED]),
        ("Without naming names, somebody in the port office knew.", [Kind.HINT_GIVEN]),
        ("The ferries are late again.", []),
    ],
)
def test_what_a_source_says_of_quoting_and_of_names(text, expected):
    assert expected == [cue.kind for cue in asides(plain(text))]


MEANT = Cue(Kind.TERMS_DEFINED, Proposal(changes=(("publish", Publish.NO),)), 0, 5)
LEVELLED = MEANT._replace(proposal=Proposal(level=Level.BACKGROUND))


@pytest.mark.parametrize(
    ("cue", "settled", "since", "expected"),
    [
        (MEANT, True, 0, []),
        (LEVELLED, True, 0, [Kind.TERMS_ASKED]),
        (MEANT, False, 1, [Kind.TERMS_DEFINED]),
        (MEANT, False, 60, []),
        (LEVELLED, False, 60, [Kind.TERMS_DEFINED]),
    ],
)
def test_a_meaning_is_one_near_the_terms_that_it_is_of(cue, settled, since, expected):
    point = Point("Words about it.", False, False, 0, settled, since)  # noqa: FBT003 - its fields

    assert expected == [one.kind for one in placed((cue,), point)]


def test_a_wish_about_neither_name_nor_print_asks_for_no_terms():
    assert plain_ask(plain("Please do not shout at me like that.")) is None


def test_a_wish_about_print_asks_for_terms():
    cue = plain_ask(plain("Please do not write a word about it."))

    assert cue
    assert {"publish": Publish.NO} == dict(cue.proposal.changes)


def test_other_terms_than_those_that_await_an_answer_are_a_counter_offer():
    put = Put(Proposal(level=Level.BACKGROUND), "on background", Waiting.ASKED)
    other = Cue(Kind.TERMS_OFFERED, Proposal(level=Level.OFF_THE_RECORD), 0, 5)

    assert Kind.TERMS_COUNTERED is _as_counter(other, put).kind
    assert Kind.TERMS_OFFERED is _as_counter(other._replace(proposal=put.proposal), put).kind


def test_a_time_that_another_word_puts_into_the_morning():
    until = instant("7:00 tomorrow morning", BEGAN)

    assert datetime(2026, 11, 4, 7, tzinfo=UTC) == until


def test_the_wording_under_which_speakers_may_be_shown_is_announced():
    text = "For your awareness, the speakers on the call will be referred to as senior officials."

    (cue,) = strictly(ground_rules_in(text, ()), len(text))

    assert (Kind.TERMS_ANNOUNCED, ("senior officials",)) == (cue.kind, cue.proposal.descriptions)


def test_terms_of_which_nothing_is_left_are_no_terms():
    name = Proposal(changes=(("attribute", Attribute.NAME),))
    text = "My name is on the invitation."

    rules = ground_rules_in(text, (Cue(Kind.TERMS_ASSERTED, name, 0, 7),))

    assert [] == strictly(rules, len(text))


def test_yes_and_then_no_can_be_read_two_ways():
    turns = (
        Turn(1, "S1", ("Can we go off the record?",)),
        Turn(2, "AR", ("Yes. Well, no.",)),
        Turn(3, "S1", ("The deal is dead.",)),
    )

    heard = read_talk(Conversation("talk", PEOPLE, turns)).conversation.proposals

    assert [Kind.TERMS_ASKED, Kind.MARKED_UNCLEAR] == [fact.kind for fact in heard]


def test_what_came_afterwards_is_no_part_of_the_talk():
    later = Fact(Kind.INCIDENT_NOTED, "S1", AFTERWARDS, when=BEGAN, words="seen")
    talk = Conversation("talk", PEOPLE, (Turn(1, "S1", ("Off the record?",)),), (later,))

    assert [Kind.TERMS_ASKED] == [fact.kind for fact in read_talk(talk).conversation.proposals]
