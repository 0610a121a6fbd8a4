"""A review: what is decided stands in the text at once, and every step can be taken back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundrules.record.facts import Fact, Kind
from groundrules.record.notation import parse
from groundrules.record.reviewing import Decision, Effect, Review, begin, decide, effects, undo
from groundrules.record.transcript import Place
from talks import HOUSE

HEAD = "conversation: c\nparties:\n  AR: reporter, Ana Ruiz\n  S1: source, Dana Whitfield\n\n"
TALK = (
    "S1: Off the record?\n  ?> ask off-the-record to=AR\n# Mine.\nAR: Sure.\n  ?> agree for=S1\n"
    "S1: It is dead.\nS1: Back on.\n  ?> return\n  So. It is alive.\n  ?> hint\n"
)
ON, OFF, OPEN = "on-the-record", "off-the-record", "open"


def review(talk: str = TALK) -> Review:
    return begin(HEAD + talk, parse(HEAD + talk))


def decided(*decisions: Decision) -> Review:
    now = review()
    for decision in decisions:
        now = decide(now, now.number, decision)
    return now


def test_proposals_are_put_in_their_order() -> None:
    now = review()

    assert (now.number, now.waiting) == (1, (1, 2, 3, 4))
    assert decide(now, 1, Decision.SKIPPED).number == 2
    assert decided(*[Decision.ACCEPTED] * 4).number == 0
    assert review("S1: Hello.\n").number == 0


def test_each_decision_is_in_the_text() -> None:
    done = decided(Decision.ACCEPTED, Decision.UNCLEAR, Decision.REJECTED, Decision.SKIPPED)

    assert done.text == HEAD + (
        "S1: Off the record?\n  > ask off-the-record to=AR\n# Mine.\nAR: Sure.\n"
        "  > unclear for=S1\nS1: It is dead.\n"
        "S1: Back on.\n  > cut\n  So. It is alive.\n  ?> hint\n"
    )
    assert parse(done.text) == done.conversation
    assert done.waiting == (4,)
    assert [done.count(decision) for decision in Decision] == [1, 0, 1, 1, 1]


def test_a_change_keeps_the_place() -> None:
    changed = Fact(Kind.TERMS_DECLINED, "AR", Place(9))

    done = decide(review(), 2, Decision.CHANGED, changed)

    assert done.conversation.facts == (changed._replace(at=Place(2)),)
    assert done.waiting == (1, 3, 4)


def test_what_was_skipped_can_be_decided_later() -> None:
    done = decide(decided(Decision.SKIPPED, Decision.ACCEPTED), 1, Decision.REJECTED)

    assert done.waiting == (3, 4)
    assert "off-the-record" not in done.text


@given(st.lists(st.sampled_from(list(Decision)), min_size=1, max_size=4))
@settings(max_examples=100)
def test_undo_returns_to_the_state_before(decisions: list[Decision]) -> None:
    states = [review()]
    for decision in decisions:
        states.append(decide(states[-1], states[-1].number, decision))

    now = states.pop()
    while states:
        now = undo(now)
        assert now == states.pop()
    assert undo(now) == now


@given(st.permutations([1, 2, 3, 4]), st.lists(st.sampled_from(list(Decision)), min_size=4))
@settings(max_examples=100)
def test_the_order_of_decisions_does_not_matter(
    order: list[int], decisions: list[Decision]
) -> None:
    now = begun = review()
    for number in order:
        now = decide(now, number, decisions[number - 1])
    for number in (1, 2, 3, 4):
        begun = decide(begun, number, decisions[number - 1])

    assert (now.text, now.waiting) == (begun.text, begun.waiting)


@given(st.lists(st.sampled_from(list(Decision)), min_size=4, max_size=4))
@settings(max_examples=100)
def test_nothing_but_acts_changes(decisions: list[Decision]) -> None:
    def others(text: str) -> list[str]:
        return [line for line in text.split("\n") if not line.strip().startswith((">", "?>"))]

    assert others(decided(*decisions).text) == others(review().text)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, [Effect(2, 3, OPEN, OFF, ON)]),
        (2, [Effect(2, 3, OPEN, OFF, OPEN)]),
        (3, [Effect(4, 4, OPEN, ON, OFF)]),
        (4, []),
    ],
)
def test_what_hangs_on_a_proposal(number: int, expected: list[Effect]) -> None:
    conversation = review().conversation
    proposal = conversation.proposals[number - 1]

    assert list(effects(conversation, proposal, HOUSE)) == expected


def test_an_effect_may_be_on_the_conditions_alone() -> None:
    conversation = review(
        "S1: On background?\n  > ask background\nAR: Yes.\n  > agree\nS1: Call me an aide.\n"
        '  ?> ask description="an aide"\nAR: Fine.\n  > agree\nS1: It is dead.\n'
    ).conversation

    (effect,) = effects(conversation, conversation.proposals[0], HOUSE)

    assert effect == Effect(4, 5, OPEN, "background", "background")
