"""Plays at random: each is a record like any other, never changes behind, and only grows."""

from __future__ import annotations

from drill_shelf import SHIPPED, shipped
from hypothesis import given, settings
from hypothesis import strategies as st

from groundrules.record.notation import parse, to_text
from groundrules.talk.drilling.lesson import lesson
from groundrules.talk.drilling.play import Play, begin, choose
from groundrules.talk.drilling.score import Goal, score
from groundrules.talk.drilling.typed import understand

NAMES = st.sampled_from(SHIPPED)
SAID = st.sampled_from(
    [
        "Can we go off the record?",
        "On background, please.",
        "Sure.",
        "No.",
        "Between us, the sale is off.",
        "Off the record: it is true.",
        "That was off the record.",
        "Okay, I will not use that.",
        "Back on the record?",
        "Let us hold it until Friday.",
        "To me that means you do not print it.",
        "Only if you let me see the quotes.",
        "You can use it, but not my name.",
        "Bye.",
        "> ask off-the-record",
        "S1: agreed",
        "\\",
    ]
) | st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1).map(
    lambda text: " ".join(text.split()) or "Well."
)


def steps(play: Play, data: st.DataObject) -> list[tuple[Play, Play]]:
    """Return the states of a random play to its end, each with the one before it."""
    taken = []
    while step := play.step:
        if data.draw(st.booleans()):
            typed = understand(play, step, data.draw(SAID))
            after = choose(play, typed.choice, typed.line)
        else:
            after = choose(play, data.draw(st.sampled_from(step.choices)))
        taken.append((play, after))
        play = after
    return taken


@settings(max_examples=150)
@given(NAMES, st.data())
def test_a_play_is_a_record(name, data):
    for _, after in steps(begin(shipped(name)), data):
        assert parse(to_text(after.conversation)) == after.conversation


@settings(max_examples=100)
@given(NAMES, st.data())
def test_a_play_only_grows(name, data):
    for before, after in steps(begin(shipped(name)), data):
        earlier, later = before.conversation, after.conversation
        assert later.turns[: len(earlier.turns)] == earlier.turns
        assert later.facts[: len(earlier.facts)] == earlier.facts
        assert after.told[: len(before.told)] == before.told
        assert len(after.taken) == len(before.taken) + 1


@settings(max_examples=100)
@given(NAMES, st.data())
def test_a_score_adds_up(name, data):
    for before, after in steps(begin(shipped(name)), data):
        result = score(after)
        assert len(result.outcomes) == len(after.told)
        assert result.is_lawful is (not result.breaches)
        assert result.is_full is (result.is_lawful and result.goal in {Goal.NONE, Goal.OUT})
        assert before.step
        taken = next(one for one in before.step.choices if one.name == after.taken[-1])
        assert taken not in lesson(before, taken, after).better
