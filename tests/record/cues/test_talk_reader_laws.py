"""What holds for any talk at all: it is read without error, and nobody agrees alone."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from talk_accuracy import accuracy

from groundrules.readers.policies import PolicyShelf
from groundrules.record.cues.talk_reader import read_talk
from groundrules.record.notation import parse, to_text
from groundrules.record.proposed import confirmed
from groundrules.record.standing import OPEN
from groundrules.record.timeline import fold
from groundrules.record.transcript import Conversation, Party, Role, Turn

POLICY = PolicyShelf().load("default")
PHRASES = (
    "Can we go off the record?",
    "Off the record, he sold the mill.",
    "This is on background.",
    "No names, please.",
    "Sure.",
    "Yes, off the record.",
    "Agreed.",
    "No, I can't do that.",
    "Back on the record?",
    "That was off the record.",
    "Between you and me, it leaks.",
    "We could do this on background.",
    "This call is on background, attributable to a harbor official.",
    "Hold it until Friday noon.",
    "The board met twice in the spring and nobody wrote it down.",
    "Who was there?",
    "Mm-hm.",
)
SPEAKERS = ("AR", "BT", "S1", "S2", "CH", "")
ROLES = (Role.REPORTER, Role.REPORTER, Role.SOURCE, Role.SPOKESPERSON, Role.MODERATOR)
PARTIES = tuple(Party(one, role) for one, role in zip(SPEAKERS, ROLES, strict=False))

phrases = st.lists(st.sampled_from(PHRASES), min_size=1, max_size=3).map(" ".join)
turns = st.lists(st.tuples(st.sampled_from(SPEAKERS), phrases), max_size=8)


def conversation(said: list[tuple[str, str]]) -> Conversation:
    """Return a talk of these turns."""
    return Conversation(
        "invented",
        PARTIES,
        tuple(Turn(number, one, (words,)) for number, (one, words) in enumerate(said, 1)),
    )


@given(st.lists(st.tuples(st.sampled_from(SPEAKERS), st.text(max_size=80)), max_size=5))
@settings(max_examples=100, deadline=None)
def test_any_text_is_read_and_no_word_is_lost(said):
    read = read_talk(conversation(said)).conversation

    for (_, words), turn in zip(said, read.turns, strict=True):
        assert words.split() == " ".join(turn.parts).split()


@given(turns)
@settings(max_examples=100, deadline=None)
def test_every_span_lies_in_its_part_and_every_record_can_be_written(said):
    read = read_talk(conversation(said))

    for one in read.heard:
        part = read.conversation.turns[one.fact.at.turn - 1].parts[one.fact.at.part - 1]
        assert 0 <= one.start <= one.end <= len(part)
    written = parse(to_text(read.conversation), "invented.record")
    assert read.conversation.proposals == written.proposals
    assert read == read_talk(read.conversation)


@given(st.sampled_from(SPEAKERS[:5]), st.lists(phrases, max_size=6))
@settings(max_examples=100, deadline=None)
def test_nobody_agrees_alone(speaker, said):
    read = read_talk(conversation([(speaker, words) for words in said])).conversation

    free = {"on-the-record", OPEN}
    assert {one.status for one in fold(confirmed(read), POLICY).standings} <= free


def test_the_dialogues_are_read_as_well_as_they_were():
    dev, kept = accuracy("dev"), accuracy("kept")

    assert dev.precision >= 0.87
    assert dev.recall >= 0.83
    assert dev.status >= 0.84
    assert kept.precision >= 0.76
    assert kept.recall >= 0.72
    assert kept.status >= 0.78
