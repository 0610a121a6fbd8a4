"""What somebody asks for in a sentence of which only the signs could be read; and goodbyes."""

from __future__ import annotations

import pytest

from groundrules.record.cues.clauses import sentences
from groundrules.record.cues.closing import last_words
from groundrules.record.cues.cutting import tells
from groundrules.record.cues.echoes import echoes, weighty
from groundrules.record.cues.plain import plain
from groundrules.record.cues.terms_by_sign import settled, terms_by_sign
from groundrules.record.facts import Proposal
from groundrules.terms.conditions import Embargo
from groundrules.terms.levels import Level
from groundrules.terms.rights import Attribute, Publish, Quote

UNNAMED = Proposal(changes=(("attribute", Attribute.DESCRIPTION),))
UNPRINTED = Proposal(changes=(("publish", Publish.NO),))
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


def test_whoever_speaks_for_long_tells_something():
    assert tells("You may quote me. " * 40)
    assert not tells("You may quote me.")


def test_an_echo_says_most_words_of_weight_again():
    asked_for = "keep the pottery and the valley out of it"

    assert ["pottery", "valley"] == weighty("The pottery and the valley")
    assert echoes("pottery and valley out .", asked_for)
    assert not echoes("the harbour out .", asked_for)
    assert not echoes("it is so .", asked_for)
