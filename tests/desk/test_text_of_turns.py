"""Acts and words are put into a record's own text, and all else stays as it was typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundrules.desk.conversations.text_of_turns import Mended, end_of_turn, with_act, with_words
from groundrules.errors import BadInput
from groundrules.record.facts import Fact, Kind
from groundrules.record.notation import parse, part_text

EXAMPLES = [
    path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parents[2] / "examples" / "records").glob("*.record"))
]

TYPED = """\
conversation: quay
parties:
  AR: reporter
  S1: source

# The first turn has a note above it.
[00:00:05] S1: Can we go off the record?
# she looked at the door
  > ask off-the-record
  It is about the quay.
AR:   Sure.
  And then?

# light: 0123456789abcdef0123456789abcdef
[00:01:00] S1: It is closed.

afterwards:
  2026-11-05T09:10-05:00 S1 > approve turns=3
"""


def test_an_act_stands_below_the_turn_in_which_it_was_done():
    talk = parse(TYPED)
    fact = Fact(Kind.TERMS_AGREED, "AR", end_of_turn(talk.turns[1]))
    after = with_act(TYPED, talk, fact)
    assert after == TYPED.replace("  And then?\n", "  And then?\n  > agree\n")
    kinds = [one.kind for one in parse(after).facts]
    assert kinds == [Kind.TERMS_ASKED, Kind.TERMS_AGREED, Kind.QUOTATION_APPROVED]


def test_an_act_of_the_last_turn_stands_above_what_came_afterwards():
    talk = parse(TYPED)
    fact = Fact(Kind.RETURNED_TO_RECORD, "AR", end_of_turn(talk.turns[2]))
    after = with_act(TYPED, talk, fact)
    assert after == TYPED.replace("closed.\n", "closed.\n  > return by=AR\n")


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_line_ends_stay_as_they_are(end):
    lines = "conversation: a\nparties:\n  S1: source\n\nS1: Yes.".replace("\n", end or "\n")
    text = lines + end
    fact = Fact(Kind.HINT_GIVEN, "S1", end_of_turn(parse(text).turns[0]))
    assert with_act(text, parse(text), fact) == f"{lines}{end or chr(10)}  > hint{end or chr(10)}"


@given(data=st.data())
@settings(max_examples=100, deadline=None)
def test_an_act_takes_one_line_and_moves_no_other(data):
    text = data.draw(st.sampled_from(EXAMPLES))
    talk = parse(text)
    turn = data.draw(st.sampled_from(talk.turns))
    by = data.draw(st.sampled_from([party.id for party in talk.parties]))
    after = with_act(text, talk, Fact(Kind.HINT_GIVEN, by, end_of_turn(turn)))
    new = after.splitlines()
    there = [number for number, line in enumerate(new) if line.startswith("  > hint")]
    assert len(there) == 1
    del new[there[0]]
    assert new == text.splitlines()


def test_words_are_mended_part_by_part_and_acts_stay_between_them():
    mended = Mended(1, ("Could we\ngo off the record?", "> It is about the pier."), "S1")
    after = with_words(TYPED, parse(TYPED), mended)
    assert after == TYPED.replace(
        "S1: Can we go off the record?\n", "S1: Could we\n  go off the record?\n"
    ).replace("  It is about the quay.", "  \\> It is about the pier.")
    assert parse(after).turns[0].parts == (
        "Could we\ngo off the record?",
        "> It is about the pier.",
    )


def test_another_speaker_has_done_what_was_done_in_the_turn():
    after = with_words(TYPED, parse(TYPED), Mended(1, parse(TYPED).turns[0].parts, "AR"))
    assert parse(after).turns[0].speaker == "AR"
    assert parse(after).facts[0].by == "AR"
    assert parse(after).facts[1:] == parse(TYPED).facts[1:]


def test_nobody_known_can_be_the_speaker():
    after = with_words(TYPED, parse(TYPED), Mended(3, ("It is closed.",), ""))
    assert "[00:01:00] ?: It is closed." in after


@pytest.mark.parametrize("words", [("", "It is."), ("Can we?", " \n "), ("Can we?",), ()])
def test_words_are_not_deleted(words):
    with pytest.raises(BadInput, match="mended here, and not deleted"):
        with_words(TYPED, parse(TYPED), Mended(1, words, "S1"))


@given(data=st.data())
@settings(max_examples=100, deadline=None)
def test_any_words_are_held_and_nothing_else_changes(data):
    text = data.draw(st.sampled_from([*EXAMPLES, TYPED]))
    talk = parse(text)
    turn = data.draw(st.sampled_from(talk.turns))
    said = st.text(min_size=1, max_size=60).filter(part_text)
    words = tuple(data.draw(said) for _ in turn.parts)
    after = parse(with_words(text, talk, Mended(turn.number, words, turn.speaker)))
    expected = turn._replace(parts=tuple(map(part_text, words)))
    assert after.turns[turn.number - 1] == expected
    others = [one for one in talk.turns if one.number != turn.number]
    assert [one for one in after.turns if one.number != turn.number] == others
    assert (after.facts, after.proposals) == (talk.facts, talk.proposals)


@given(data=st.data())
@settings(max_examples=50, deadline=None)
def test_the_same_words_leave_every_character_where_it_is(data):
    text = data.draw(st.sampled_from(EXAMPLES))
    turn = data.draw(st.sampled_from(parse(text).turns))
    same = Mended(turn.number, turn.parts, turn.speaker)
    assert with_words(text, parse(text), same) == text
