"""Agreeing: what is read back is what is agreed, and only a yes agrees it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.readers.policies import PolicyShelf
from groundrules.record.facts import Kind, Proposal
from groundrules.record.negotiation import Stage, stage, state
from groundrules.record.standing import OPEN
from groundrules.record.timeline import fold
from groundrules.record.transcript import Conversation, Party, Role, Turn
from groundrules.talk.agreeing.request import Settled
from groundrules.talk.agreeing.turns import (
    Answer,
    Sides,
    answering,
    closing,
    countering,
    numbered,
    opening,
    reading_back,
    returning,
)
from groundrules.terms.levels import Level
from groundrules.terms.rights import AXES, Attribute, Pursue

SHELF = PolicyShelf()
AP, POST = SHELF.load("ap"), SHELF.load("washington-post")
PEOPLE = (Party("AR", Role.REPORTER), Party("S1", Role.SOURCE))
BEGUN = Conversation("talk", PEOPLE, (Turn(1, "S1", ("Hello.",)),))
WAYS = [
    Sides("S1", ("AR",), asker=asker, reader=reader)
    for asker in ("S1", "AR")
    for reader in ("AR", "S1")
]
NAMES = [f"{sides.asker}-asks-{sides.reader}-reads" for sides in WAYS]
LEVELS = [level for level in Level if level is not Level.ON_THE_RECORD]
AXIS_SETS = st.fixed_dictionaries(
    {}, optional={name: st.sampled_from(list(axis)) for name, axis in AXES.items()}
)


def after(conversation, said):
    """Return the conversation with turns behind it, and one more turn of the source's words."""
    turns = numbered(conversation, said)
    longer = conversation._replace(
        turns=(*conversation.turns, *(turn for turn, _ in turns)),
        facts=(*conversation.facts, *(fact for _, facts in turns for fact in facts)),
    )
    last = Turn(len(longer.turns) + 1, "S1", ("The deal is dead.",))
    return longer._replace(turns=(*longer.turns, last))


def negotiated(sides, settled, answer, policy=AP):
    said = (
        opening(sides, settled.named),
        reading_back(sides, settled, policy, "That means this."),
        *answering(sides.answerers[0], answer),
    )
    return after(BEGUN, said)


@pytest.mark.parametrize("sides", WAYS, ids=NAMES)
@given(level=st.sampled_from(LEVELS), axes=AXIS_SETS)
def test_a_yes_agrees_what_was_read_back_and_nothing_is_undefined(sides, level, axes):
    settled = Settled(level, axes)

    standing = fold(negotiated(sides, settled, Answer.YES), AP).standings[-1]

    assert settled.terms(AP) == standing.terms
    assert not standing.is_open
    assert {point.doubt.value for point in standing.open} <= {"no-description"}


@pytest.mark.parametrize("sides", WAYS, ids=NAMES)
@pytest.mark.parametrize(
    ("answer", "expected"),
    [(Answer.NO, "on-the-record"), (Answer.MAYBE, OPEN), (Answer.SILENCE, OPEN)],
)
def test_anything_but_a_yes_agrees_nothing(sides, answer, expected):
    talk = negotiated(sides, Settled(Level.OFF_THE_RECORD, {}), answer)

    assert expected == fold(talk, AP).standings[-1].status


def test_what_was_agreed_does_not_change_with_the_policy():
    settled = Settled(Level.OFF_THE_RECORD, {"pursue": Pursue.YES})
    talk = negotiated(WAYS[0], settled, Answer.YES, POST)

    assert fold(talk, POST).standings[-1].terms.rights == fold(talk, AP).standings[-1].terms.rights


def test_conditions_and_scope_come_along():
    conditions = Proposal(
        descriptions=("a person briefed on the talks",), quote_approval=True, scope="the harbor"
    )
    settled = Settled(Level.BACKGROUND, {}, conditions)

    assert Proposal(level=Level.BACKGROUND, scope="the harbor") == settled.named
    agreed = settled.terms(AP)
    assert frozenset({"a person briefed on the talks"}) == agreed.conditions.descriptions
    assert agreed.conditions.quote_approval


@pytest.mark.parametrize("sides", WAYS[:2], ids=NAMES[:2])
def test_other_terms_take_the_place_of_those_that_were_put(sides):
    first, second = Settled(Level.OFF_THE_RECORD, {}), Settled(Level.BACKGROUND, {})
    said = (
        opening(sides, first.named),
        reading_back(sides, first, AP, "…"),
        countering(sides.answerers[0], second.named),
        reading_back(sides, second, AP, "…"),
        *answering(sides.answerers[0], Answer.YES, "Yes."),
    )

    standing = fold(after(BEGUN, said), AP).standings[-1]

    assert (Level.BACKGROUND, Attribute.DESCRIPTION) == (
        standing.terms.level,
        standing.terms.rights.attribute,
    )


ON_TERMS = negotiated(WAYS[0], Settled(Level.BACKGROUND, {}), Answer.YES)


@pytest.mark.parametrize(
    ("sides", "answer", "expected"),
    [
        (WAYS[0], Answer.SILENCE, Stage.ON_THE_RECORD),
        (WAYS[2], Answer.YES, Stage.ON_THE_RECORD),
        (WAYS[2], Answer.NO, Stage.ON_TERMS),
        (WAYS[2], Answer.SILENCE, Stage.RETURN_ASKED),
    ],
)
def test_the_source_goes_back_alone_and_the_reporter_needs_her_yes(sides, answer, expected):
    talk = after(ON_TERMS, returning(sides, answer))

    assert expected is stage(talk, AP, "S1")


def test_closing_changes_no_terms():
    talk = after(ON_TERMS, (closing("AR", "Thank you."),))

    assert Kind.CONVERSATION_CLOSED is talk.facts[-1].kind
    assert stage(talk, AP, "S1") is Stage.ON_TERMS
    assert state(talk, AP).ineffective == []


def test_turns_are_counted_on_and_carry_the_time():
    turns = numbered(BEGUN, answering("S1", Answer.YES, "Yes."), 5000)

    assert [(2, "S1", "Yes.", 5000)] == [
        (turn.number, turn.speaker, turn.text, turn.start) for turn, _ in turns
    ]


def test_a_level_that_a_policy_does_not_rule_on_is_sealed_until_it_is_settled():
    silent = replace(AP, levels={})

    assert Pursue.NO is Settled(Level.BACKGROUND, {}).terms(silent).rights.pursue


def test_with_two_reporters_both_must_say_yes():
    both = BEGUN._replace(parties=(*PEOPLE, Party("BR", Role.REPORTER)))
    sides = Sides("S1", ("AR", "BR"), asker="S1", reader="AR")
    settled = Settled(Level.BACKGROUND, {})
    said = (opening(sides, settled.named), reading_back(sides, settled, AP, "…"))
    yes = [turn for by in sides.answerers for turn in answering(by, Answer.YES)]

    assert ("S1", "BR") == sides.answerers
    assert OPEN == fold(after(both, (*said, yes[0])), AP).standings[-1].status
    assert "background" == fold(after(both, (*said, *yes)), AP).standings[-1].status
