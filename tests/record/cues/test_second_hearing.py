"""Talks in words that no grammar lists: what the signs add, and what they never do."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_talk_reader import POLICY, acts, statuses, talk

from groundrules.record.cues.plain import plain
from groundrules.record.cues.second_hearing import rarity
from groundrules.record.cues.surroundings import hearable
from groundrules.record.cues.talk_reader import read_talk
from groundrules.record.facts import Kind
from groundrules.record.proposed import confirmed
from groundrules.record.standing import OPEN
from groundrules.record.timeline import fold

TOLD = "S1: Both apprentices fell ill from the glaze last winter."


@pytest.mark.parametrize(
    ("turns", "expected", "last"),
    [
        (
            ("S1: Would you call me one of the potters and leave it at that?",
             "AR: One of the potters, and nothing more."),
            ["1 S1 ask", "2 AR agree"],
            "not-for-attribution",
        ),
        (
            ("S1: None of this goes into the magazine, are we clear?", "AR: Nothing goes in."),
            ["1 S1 ask", "2 AR agree"],
            "not-for-attribution",
        ),
        (
            ("S1: Can we go off the record?",
             "AR: Yes, so I use it to check, but no source appears anywhere."),
            ["1 S1 ask", "2 AR define", "2 AR agree"],
            "off-the-record",
        ),
        (
            ("S1: Hold it until the fair opens on Monday, will you?",
             "AR: It will wait until Monday."),
            ["1 S1 ask", "2 AR agree"],
            "on-the-record",
        ),
        (
            ("S1: Would you keep my firm out of the paper?", "AR: Where is your firm?"),
            ["1 S1 ask"],
            OPEN,
        ),
    ],
)  # fmt: skip
def test_terms_in_other_words_are_put_and_answered(turns, expected, last):
    read = read_talk(talk(*turns, TOLD))

    assert expected == acts(read)
    assert last == statuses(read)[-1]


AGREED = ("S1: Can we go off the record?", "AR: Yes.", TOLD)


def test_an_answer_about_a_recording_counters_nothing():
    turns = ("AR: Can we go off the record?", "S1: Only if you delete the tape, please.")

    assert ["1 AR offer"] == acts(read_talk(talk(*turns, "AR: All right then, if you say so.")))


def test_a_return_names_the_name_or_the_record():
    by_name = read_talk(talk(*AGREED, "S1: From here I appear with my full name on it."))
    no_name = read_talk(talk(*AGREED, "S1: Now let us have some tea and talk freely."))

    assert "4 S1 return" in acts(by_name)
    assert ["1 S1 ask", "2 AR agree"] == acts(no_name)


NEUTRAL = ("now", "then", "so", "we", "talk", "freely", "again", "kiln", "tea", "please", "that",
           "is", "all", "open", "you", "have", "it", "the", "whole", "town")  # fmt: skip


@given(st.lists(st.sampled_from(NEUTRAL), min_size=1, max_size=12).map(" ".join))
@settings(max_examples=100, deadline=None)
def test_words_of_neither_name_nor_record_free_nothing(words):
    read = read_talk(talk(*AGREED, f"S1: {words}.", TOLD))

    assert Kind.RETURNED_TO_RECORD not in {fact.kind for fact in read.conversation.proposals}
    assert "off-the-record" == statuses(read)[-1]


SAID = ("my name", "stays out of", "the paper", "nobody", "is told", "who I am", "please", "yes",
        "agreed", "sure", "you may", "print", "call me a potter", "only if", "never", "off the",
        "record", "on background", "until Monday", "keep it", "between us", "I promise", "no",
        "that last bit", "forget", "back on the record", "fine by me")  # fmt: skip
BOTH_OF_ONE = frozenset(
    (Kind.TERMS_AGREED, Kind.RETURN_ACCEPTED, Kind.CONSENT_IMPLIED, Kind.GRACE_GRANTED)
)
sentences = st.lists(st.sampled_from(SAID), min_size=1, max_size=5).map(" ".join)
stops = st.sampled_from((".", "?", "!", ", yes?", ". Okay."))
turns_of_one = st.lists(st.tuples(sentences, stops).map("".join), min_size=1, max_size=6)


@given(st.sampled_from(("AR", "S1", "N1")), turns_of_one)
@settings(max_examples=200, deadline=None)
def test_nothing_that_one_party_says_is_ever_an_agreement(speaker, said):
    others = {"AR": "S1", "S1": "AR", "N1": "N2"}
    opening = f"{others[speaker]}: Good morning to you."
    read = read_talk(talk(opening, *(f"{speaker}: {words}" for words in said))).conversation

    assert set() == {fact.kind for fact in read.proposals} & BOTH_OF_ONE
    timeline = fold(confirmed(read), POLICY)
    assert {one.status for one in timeline.standings} <= {"on-the-record", OPEN}


def test_what_was_told_already_is_asked_back_and_answered():
    asked = "S1: Please scrap that last bit about the kiln."
    read = read_talk(talk(TOLD, asked, "AR: All right, it is gone."))

    assert ["2 S1 retroactive", "3 AR grace"] == acts(read)
    assert "on-the-record" == statuses(read)[0]


def test_what_nobody_answers_plainly_gets_no_answer():
    read = read_talk(talk("S1: Can we go off the record?", "AR: ...", TOLD))

    assert ["1 S1 ask"] == acts(read)


@pytest.mark.parametrize(("words", "tenths"), [(0, 0), (300, 0), (600, 7), (3000, 23)])
def test_terms_are_the_rarer_the_longer_a_talk_is(words, tenths):
    assert tenths == rarity(words)


FILLER = (
    "S1: The glaze is mixed from ash that we gather in the woods behind the old tannery.",
    "AR: How long does one firing take, and who sits with the kiln through the night?",
    "S1: Three days in summer and four in winter, and the apprentices take it in turns.",
    "AR: And the second workshop, was it built before the flood or only after it?",
)


def long_talk(*turns: str):
    """Return a talk of some thousand words around the turns."""
    return read_talk(talk(*FILLER * 10, *turns, *FILLER * 10))


@pytest.mark.parametrize(
    "turn",
    [
        "AR: Is the pottery privately held or publicly traded?",
        "AR: Will the mayor be speaking publicly at the fair, if you can tell us?",
        "AR: When you say “we will move towards” a new kiln, do you mean this year?",
        "AR: And when I say “on film,” I mean a film that you hand out to the schools.",
        "S1: It would not be right for that to come from me, so ask the council.",
        "S1: After the strike at the tile works that was the only kiln in the valley.",
        "AR: For the record, I was not muted.",
        "AR: As you say, the old quarter keeps its own rules about what is sold there.",
    ],
)
def test_a_long_talk_about_anything_else_puts_no_terms(turn):
    assert [] == acts(long_talk(turn, "AR: Good question, I suppose.", "S1: Certainly."))


@pytest.mark.parametrize(
    "words",
    [
        "Don't quote me on the number, but I think that it was nine of them.",
        "It is not as if I would turn it off, and I could do without the noise of it.",
        "He told me on the phone that he would not have his name in the paper.",
    ],
)
def test_a_hedge_and_what_was_said_elsewhere_put_no_terms(words):
    assert [] == acts(read_talk(talk(f"S1: {words}")))


def test_terms_in_the_middle_of_a_long_talk_are_heard():
    read = long_talk("S1: Can we go off the record for this?", "AR: Sure.")

    assert ["41 S1 ask", "42 AR agree"] == acts(read)


def test_in_a_long_talk_only_plain_words_take_up_a_return():
    off = ("S1: Can we go off the record?", "AR: Yes.", *FILLER[:1])
    asked = "AR: Could we go back on the record?"
    plainly = long_talk(*off, asked, "S1: Yes, back on the record.")
    otherwise = long_talk(*off, asked, "S1: My sister would like the colour of that jug.")

    assert "45 S1 return-accept" in acts(plainly)
    assert not [act for act in acts(otherwise) if "return-accept" in act]


def test_a_sentence_without_an_end_is_heard_where_a_machine_wrote_no_stop():
    said = (
        "S1: so like i was saying the kiln is old and all that and you will leave my name out of"
        " whatever you write about this because my boss would have my job and i need the job ok"
    )
    read = read_talk(talk(said, "AR: yes your name stays out of it"))

    assert ["1 S1 ask", "2 AR agree"] == acts(read)


def test_a_long_telling_is_heard_at_its_beginning_and_at_its_end():
    telling = " ".join(one.removeprefix("S1: ") for one in FILLER[::2] * 5)
    asked = "You will keep my name out of the paper, will you?"
    at_end = read_talk(talk(f"S1: {telling} {asked}", "AR: Yes, I will keep it out."))
    numbers = range(7)
    read = plain(
        " ".join(f"The kiln number {number} stands in the old barn." for number in numbers)
    )
    longer = plain(" ".join(f"The kiln {number} is in the barn. " * 3 for number in range(10)))

    assert "1 S1 ask" == acts(at_end)[0]
    assert 7 == len(hearable(read))
    assert 7 == len(hearable(longer))
