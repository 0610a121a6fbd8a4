"""What was heard is decided one by one, in a room, and only as somebody saw it."""

from __future__ import annotations

from pathlib import Path

import pytest

from conversation_room import room, settings_of, talk_in, text_of, version_of
from groundrules.desk.conversations.decide_heard import Instead, decide_heard
from groundrules.desk.conversations.talks_at_hand import MOST_OPEN, TalksAtHand
from groundrules.desk.records.append_to_record import open_record
from groundrules.errors import BadInput
from groundrules.record.facts import Kind, Proposal
from groundrules.record.reviewing import Decision
from groundrules.terms.levels import Level

__all__ = ["room"]

HEARD = """\
conversation: quay
policy: ap
parties:
  AR: reporter
  S1: source

S1: Can we go off the record?
  ?> ask off-the-record
AR: Sure.
  ?> agree
S1: The quay is closed.
"""


@pytest.fixture
def path(room):
    return talk_in(room, HEARD)


def said(path):
    return text_of(path).replace(f"conversation: {Path(path).name}\n", "conversation: quay\n")


@pytest.mark.parametrize(
    ("decision", "line"),
    [
        (Decision.ACCEPTED, "  > ask off-the-record\n"),
        (Decision.REJECTED, ""),
        (Decision.UNCLEAR, "  > unclear\n"),
    ],
)
def test_a_proposal_becomes_what_was_decided(path, decision, line):
    decide_heard(path, version_of(path), 1, decision)
    assert said(path) == HEARD.replace("  ?> ask off-the-record\n", line)


def test_it_can_have_been_something_else(path):
    instead = Instead("ask", "S1", Proposal(Level.BACKGROUND, descriptions=("an official",)))
    decide_heard(path, version_of(path), 1, Decision.CHANGED, instead)
    assert '  > ask background description="an official"\n' in text_of(path)


@pytest.mark.parametrize(
    "instead", [Instead("ask", "S1", None), Instead("grace", "AR", None), Instead("so", "S1", None)]
)
def test_it_cannot_have_been_what_needs_more(path, instead):
    with pytest.raises(BadInput):
        decide_heard(path, version_of(path), 1, Decision.CHANGED, instead)
    assert said(path) == HEARD


@pytest.mark.parametrize("number", [0, 3])
def test_there_is_nothing_else_to_decide(path, number):
    with pytest.raises(BadInput, match="nothing waits here"):
        decide_heard(path, version_of(path), number, Decision.ACCEPTED)


def test_a_conversation_at_hand_is_the_one_that_stands_there(room, path):
    at_hand = TalksAtHand(room, settings_of(room))
    name = Path(path).name
    first = at_hand.opened(name)
    assert at_hand.opened(name) is first
    assert [one.why for one in first.heard if one] != []
    decide_heard(path, version_of(path), 1, Decision.ACCEPTED)
    second = at_hand.opened(name)
    assert second.conversation == open_record(path).conversation
    assert [fact.kind for fact in second.conversation.proposals] == [Kind.TERMS_AGREED]
    assert second.heard == first.heard[1:]


def test_only_a_few_are_kept_with_their_words(room):
    at_hand = TalksAtHand(room, settings_of(room))
    for number in range(MOST_OPEN + 2):
        talk_in(room, HEARD, f"quay-{number}")
        at_hand.opened(f"quay-{number}")
    assert len(at_hand) == MOST_OPEN
    assert "quay" not in repr(at_hand.opened("quay-1"))
