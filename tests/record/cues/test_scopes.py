"""The matter to which terms are limited: read as a limit, and left in so many words."""

from __future__ import annotations

import pytest
from test_talk_reader import acts, statuses, talk

from groundrules.record.cues.cue import Cue
from groundrules.record.cues.plain import plain
from groundrules.record.cues.scopes import limited, turned_away
from groundrules.record.cues.talk_reader import read_talk
from groundrules.record.facts import Kind, Proposal
from groundrules.terms.conditions import Embargo
from groundrules.terms.levels import Level

OFF = Proposal(level=Level.OFF_THE_RECORD)


def limit(text: str, proposal: Proposal | None = OFF, start: int = 0) -> str | None:
    """Return the matter to which a turn limits the terms that it asks for."""
    (cue,) = limited(plain(text), (Cue(Kind.TERMS_ASKED, proposal, start, len(text)),))
    return cue.proposal and cue.proposal.scope


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("The part about the glaze is off the record.", "the glaze"),
        ("What I say about the glaze is off the record.", "the glaze"),
        ("Can we talk about the glaze off the record?", "the glaze"),
        ("For the glaze, I would rather stay anonymous.", "the glaze"),
        ("For this one answer, off the record?", "this one answer"),
        ("Off the record until the foreman comes back.", "until the foreman comes back"),
        ("Off the record until we get to the accounts.", "until the accounts"),
        ("Off the record for the story, please.", ""),
        ("Off the record for the moment, all right?", ""),
        ("Could this be off the record?", ""),
    ],
)
def test_only_what_names_a_matter_is_a_limit(text, matter):
    assert matter == limit(text)


def test_a_limit_stands_in_the_words_that_put_the_terms():
    text = "The part about the glaze is short. Off the record, then?"

    assert "" == limit(text, start=text.index("Off"))


def test_an_embargo_and_what_puts_nothing_have_no_limit():
    text = "Off the record until the foreman comes back."

    assert "" == limit(text, OFF._replace(embargo=Embargo(event="noon")))
    assert limit(text, None) is None
    hint = Cue(Kind.HINT_GIVEN, None, 0, len(text))
    assert (hint,) == limited(plain(text), (hint,))


@pytest.mark.parametrize(
    ("text", "scope", "where"),
    [
        ("Let us turn to the budget, then.", "the glaze", "the budget"),
        ("Next question: who pays?", "the glaze", "Next question"),
        ("What about the others?", "the glaze", "the others"),
        ("Back to the glaze, what is in it?", "the glaze", None),
        ("On to our your, then.", "the glaze", None),
        ("Nothing new.", "the glaze", None),
        ("And here the foreman comes.", "until the foreman comes back", "foreman"),
        ("The weather holds.", "until the foreman comes back", None),
        ("How many people work here now?", "this one answer", "How many people work here now"),
        ("So is that sure?", "this one answer", None),
        ("How many people work at the pottery?", "the glaze", None),
    ],
)  # fmt: skip
def test_the_matter_is_left_in_so_many_words(text, scope, where):
    cue = turned_away(plain(text), scope, by_reporter=True)

    assert where == (cue and text[cue.start : cue.end])


def test_only_a_reporters_question_leaves_one_answer():
    read = plain("How many people work at the pottery?")

    assert turned_away(read, "this one answer", by_reporter=False) is None


TOLD = "S1: Both apprentices fell ill from the glaze last winter."


def test_what_lies_behind_the_matter_is_on_the_record_again():
    read = read_talk(
        talk(
            "S1: Off the record, for this one answer?",
            "AR: Yes.",
            TOLD,
            "AR: How many people work at the pottery?",
            "S1: Forty people work there, and nine of them paint.",
        )
    )

    assert ["1 S1 ask", "2 AR agree", "4 AR topic"] == acts(read)
    assert ["off-the-record", "on-the-record"] == [statuses(read)[2], statuses(read)[4]]


def test_terms_hold_until_what_was_named_is_reached():
    read = read_talk(
        talk(
            "S1: Off the record until the foreman comes back?",
            "AR: Agreed.",
            TOLD,
            "S1: Here is the foreman now.",
            "S1: We were speaking of the weather all the while.",
        )
    )

    assert ["off-the-record", "on-the-record"] == [statuses(read)[2], statuses(read)[4]]
