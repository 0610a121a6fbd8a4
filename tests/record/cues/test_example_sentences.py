"""The sentences that guides to talking on terms give as examples, each read for what it does."""

from __future__ import annotations

import pytest

from groundrules.record.cues.cue import Waiting
from groundrules.record.cues.reader import read_turn
from groundrules.record.facts import Kind
from groundrules.terms.levels import Level
from groundrules.terms.rights import Attribute, Publish

ASKS = {
    "Can we speak off the record?": Level.OFF_THE_RECORD,
    "Let's go off the record.": Level.OFF_THE_RECORD,
    "I'd like to talk off the record about something with you.": Level.OFF_THE_RECORD,
    "I'd like to talk on background about something with you.": Level.BACKGROUND,
    "Strictly off the record, is Michael the only person who can approve this?": (
        Level.OFF_THE_RECORD
    ),
}
HINTS = (
    "As an aside, the other bid is lower.",
    "Confidentially, we cannot pay that.",
    "Don't tell anyone, but we are selling.",
    "Truthfully, I doubt it.",
    "Confidentially, I'm not happy with it myself, but I still have to go through with it.",
)
COFFEE = (
    "Let's go and have a cup of coffee. I want to give you some background information that may "
    "help."
)
DESCRIPTIONS = (
    "a source",
    "a source close to the matter",
    "an XYZ department official",
    "a government office official",
    "a senior administrator",
)


def read(text: str, *, by_reporter: bool = False, waiting: Waiting = Waiting.NOTHING):
    return read_turn(text, by_reporter=by_reporter, waiting=waiting)


@pytest.mark.parametrize(("text", "level"), ASKS.items())
def test_an_example_of_an_ask_asks_and_agrees_nothing(text, level):
    (cue,) = read(text)

    assert (Kind.TERMS_ASKED, level) == (cue.kind, cue.proposal.level)


@pytest.mark.parametrize("text", HINTS)
def test_an_example_of_a_hint_asks_for_nothing(text):
    assert [Kind.HINT_GIVEN] == [cue.kind for cue in read(text)]


def test_an_invitation_to_a_talk_apart_sets_no_terms():
    assert () == read(COFFEE)


def test_back_on_the_record_is_a_return():
    assert [Kind.RETURNED_TO_RECORD] == [cue.kind for cue in read("Now, back on the record…")]


def test_to_me_that_means_defines():
    (cue,) = read("To me that means you can print it, but without my name.")

    assert Kind.TERMS_DEFINED is cue.kind
    assert {"publish": Publish.YES, "attribute": Attribute.DESCRIPTION} == dict(
        cue.proposal.changes
    )


@pytest.mark.parametrize("description", DESCRIPTIONS)
def test_an_example_of_a_description_is_read_as_it_was_put(description):
    (cue,) = read(f"Call me {description}.")

    assert (description,) == cue.proposal.descriptions
    assert Attribute.DESCRIPTION is dict(cue.proposal.changes)["attribute"]


def test_what_is_said_in_the_room_stays_in_the_room_agrees_nothing():
    (cue,) = read("This is under Chatham House Rules: what is said in the room stays in the room.")

    assert (Kind.TERMS_ASSERTED, Level.CHATHAM_HOUSE) == (cue.kind, cue.proposal.level)
