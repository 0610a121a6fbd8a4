"""What somebody asks for in a sentence of which only the signs could be read; and goodbyes."""

from __future__ import annotations

import pytest

from groundrules.record.cues.clauses import sentences
from groundrules.record.cues.closing import last_words, leaving
from groundrules.record.cues.cue import Cue
from groundrules.record.cues.cutting import tells
from groundrules.record.cues.echoes import echoes, weighty
from groundrules.record.cues.plain import plain
from groundrules.record.cues.terms_by_sign import settled, terms_by_sign
from groundrules.record.facts import Kind, Proposal
from groundrules.terms.conditions import Embargo
from groundrules.terms.levels import Level
from groundrules.terms.rights import Attribute, Publish, Quote

UNNAMED = Proposal(changes=(("attribute", Attribute.DESCRIPTION),))
UNPRINTED = Proposal(changes=(("publish", Publish.NO),))
SEEN_FIRST = Proposal(quote_approval=True)
NOTHING = Proposal()
NO_SOURCE = Proposal(changes=(("attribute", Attribute.NONE),))


def asked(text: str, instead_of: Level | None = None) -> Proposal:
    """Return the terms of the first sentence of a turn."""
    read = plain(text)
    return terms_by_sign(read, sentences(read.text)[0], instead_of)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("I stay out of it, yes?", UNNAMED),
        ("Nobody hears that it was me who rang.", UNNAMED),
        ("This stays in the kitchen, does it?", UNPRINTED),
        ("Let nobody know where you heard it.", NO_SOURCE),
        ("Do not print my name.", UNNAMED),
        ("Nothing of it gets published.", UNPRINTED),
        ("It can go out after the fair opens, can it?",
         Proposal(embargo=Embargo(event="the fair opens"))),
        ("It can go out before the fair opens, can it not?",
         Proposal(embargo=Embargo(event="the fair opens"))),
        ("It is to go up before the fair opens.", NOTHING),
        ("I've got about half an hour before my shift.", NOTHING),
        ("Before I begin, I stay out of it, yes?", UNNAMED),
        ("Can I see my quotes before you run them?", SEEN_FIRST),
        ("Will you send me the quotes before it goes out?", SEEN_FIRST),
        ("I would want to see the whole page first.", SEEN_FIRST),
        ("You must delete the recording afterwards.", NOTHING),
        ("Can you delete my name from the recording?", UNNAMED),
        ("Off the record, will you?", Proposal(level=Level.OFF_THE_RECORD)),
        ("You may quote me as “a potter”, fine?",
         UNNAMED._replace(descriptions=("a potter",))),
        ("“A potter from the valley”, could you put it so?",
         UNNAMED._replace(descriptions=("A potter from the valley",))),
    ],
)  # fmt: skip
def test_a_wish_is_about_a_name_about_print_or_about_a_time(text, terms):
    assert terms == asked(text)


def test_a_counter_names_another_level_than_the_one_that_was_put():
    text = "Not off the record, but on background, would that do?"

    assert Level.BACKGROUND is asked(text, Level.OFF_THE_RECORD).level


def test_whoever_is_to_be_described_is_not_named():
    described = Proposal(changes=(("attribute", Attribute.NAME),), descriptions=("a potter",))

    assert UNNAMED._replace(descriptions=("a potter",)) == settled(described)
    levelled = described._replace(level=Level.BACKGROUND)
    assert levelled == settled(levelled)
    paraphrased = Proposal(changes=(("quote", Quote.PARAPHRASE),))
    assert paraphrased == settled(paraphrased)


@pytest.mark.parametrize(
    ("text", "goodbye"),
    [
        ("Right then, see you around.", "see you around"),
        ("Thanks a lot.", "Thanks"),
        ("Okay, thank you, we will talk again soon.", "Okay, thank you"),
        ("Thanks, and when does the fair open?", None),
        ("Good night, or shall I wait?", None),
        ("Thanks to the apprentices the kiln never went out.", None),
        ("Thanks to all the apprentices of the valley the kiln never went out in winter.", None),
        ("The kiln is out.", None),
    ],
)  # fmt: skip
def test_the_last_words_of_a_talk_may_be_a_goodbye(text, goodbye):
    cue = last_words(text)

    assert goodbye == (cue and text[cue.start : cue.end])


CLOSE = Cue(Kind.CONVERSATION_CLOSED, None, 6, 9)
DECLINE = Cue(Kind.TERMS_DECLINED, None, 0, 5)


@pytest.mark.parametrize(
    ("text", "cues", "expected"),
    [
        ("Fine. Bye.", (CLOSE,), [Kind.PARTY_LEFT]),
        ("I can't. I'll step outside.", (DECLINE,), [Kind.TERMS_DECLINED, Kind.PARTY_LEFT]),
        ("I'll hang up, it's cleaner.", (), [Kind.PARTY_LEFT]),
        ("I'll leave that out.", (), []),
        ("I'm turning off the recorder.", (CLOSE,), [Kind.CONVERSATION_CLOSED]),
    ],
)
def test_whoever_says_goodbye_before_the_end_leaves(text, cues, expected):
    assert expected == [cue.kind for cue in leaving(text, cues)]


def test_whoever_speaks_for_long_tells_something():
    assert tells("You may quote me. " * 40)
    assert not tells("You may quote me.")


def test_an_echo_says_most_words_of_weight_again():
    asked_for = "keep the pottery and the valley out of it"

    assert ["pottery", "valley"] == weighty("The pottery and the valley")
    assert echoes("pottery and valley out .", asked_for)
    assert not echoes("the harbour out .", asked_for)
    assert not echoes("it is so .", asked_for)
