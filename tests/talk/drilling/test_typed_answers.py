"""A typed answer: what is heard in it, whose way it goes, and on what terms it tells."""

from __future__ import annotations

import pytest
from drill_shelf import play_of, read, shipped, small

from groundrules.record.cues.cue import Waiting
from groundrules.record.facts import Kind
from groundrules.talk.drilling.play import begin, choose
from groundrules.talk.drilling.score import score
from groundrules.talk.drilling.typed import understand, waiting_for
from groundrules.terms.levels import Level


def typed(name: str, text: str, *taken: str):
    play = play_of(shipped(name), *taken)
    assert play.step
    return understand(play, play.step, text)


@pytest.mark.parametrize(
    ("name", "taken", "text", "expected"),
    [
        ("first-ask", (), "Can we talk on background?", (["ask"], (), "ask", True)),
        ("first-ask", (), "They hide a loss.", ([], ("loss",), "tell", True)),
        ("first-ask", (), "Nice weather today.", ([], (), "nothing", False)),
        ("first-ask", (), "Can we go off the record?", (["ask"], (), "nothing", False)),
        ("first-ask", ("ask",), "They hide a loss.", ([], ("loss",), "tell", True)),
        ("asks-backwards", ("clear",), "No, I would rather not.", (["decline"], (), "no", True)),
        ("asks-backwards", ("clear",), "Yes.", (["agree"], (), "here", True)),
        ("at-the-gate", (), "Off the record: he lied.", (["assert"], ("lied",), "assert", True)),
    ],
)
def test_what_is_heard(name, taken, text, expected):
    kinds, told, way, is_like = expected
    heard = typed(name, text, *taken)

    assert [act.fact.kind for act in heard.line.acts] == kinds
    assert (heard.line.holds, heard.choice.name, heard.is_like) == (told, way, is_like)


def test_an_ask_that_no_answer_was_written_for_stays_open():
    """The reply was written for another answer, so nobody says yes to this one."""
    play = play_of(shipped("first-ask"))
    assert play.step
    heard = understand(play, play.step, "Can we go off the record? They hide a loss.")
    after = choose(play, heard.choice, heard.line)

    assert [one.reason for one in score(after).outcomes] == ["too-soon"]


def test_a_grace_is_about_all_that_was_told():
    play = play_of(shipped("asks-backwards"))
    assert play.step
    heard = understand(play, play.step, "Okay, I will not use that.")
    after = choose(play, heard.choice, heard.line)
    grace = after.conversation.facts[-1]

    assert (heard.choice.name, grace.kind, grace.words) == (
        "sure",
        Kind.GRACE_GRANTED,
        "Okay, I will not use that.",
    )
    assert [one.reason for one in score(after).outcomes] == ["grace"]


def test_a_grace_about_nothing_is_none():
    assert typed("room-full-of-reporters", "That was off the record.").line.acts == ()


@pytest.mark.parametrize(
    ("acts", "then", "expected"),
    [
        ("[]", "", (Waiting.NOTHING, None)),
        ('["offer background"]', "", (Waiting.ASKED, Level.BACKGROUND)),
        ('["offer attribute=none"]', "", (Waiting.ASKED, None)),
        ('["offer background"]', "And now?", (Waiting.DISCLOSED, Level.BACKGROUND)),
        ('["ask background by=S1"]', "", (Waiting.OWN, Level.BACKGROUND)),
        ('["ask background by=S1", "unclear"]', "", (Waiting.OWN, Level.BACKGROUND)),
        ('["ask background by=S1", "agree"]', "", (Waiting.NOTHING, None)),
        ('["return"]', "", (Waiting.RETURN, None)),
        ('["return by=S1"]', "", (Waiting.NOTHING, None)),
        ('["retroactive"]', "", (Waiting.RETROACTIVE, None)),
    ],
)
def test_what_waits_for_an_answer(acts, then, expected):
    more = f'\nthen = "{then}"' if then else ""
    text = small(('says = "What is new?"', f'says = "What is new?"\nacts = {acts}{more}'))

    assert waiting_for(begin(read(text + WAY_OUT))) == expected


WAY_OUT = """
[steps.call.choices.out]
words = "Let us begin anew."
acts = ["return"]
next = "anew"

[steps.anew]
says = "Fine."
[steps.anew.choices.ask]
words = "On background?"
acts = ["ask background", "agree by=AR"]
then = "There is a sale."
holds = ["sale"]
next = "safe"
[steps.anew.choices.nothing]
words = "Or not."
next = "quiet"
"""


def test_a_reporter_tells_nothing():
    assert typed("asks-backwards", "You paid twice for the crane.").line.holds == ()
