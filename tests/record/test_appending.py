"""A fact or a turn is put into a record's own text, and nothing else of it changes."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import Spot, conversations, facts
from groundrules.errors import BadInput
from groundrules.record.facts import Fact, Kind, Proposal, Turns
from groundrules.record.notation import parse, to_text
from groundrules.record.notation.appending import (
    with_fact_afterwards,
    with_turn,
    without_last_fact,
)
from groundrules.record.transcript import AFTERWARDS, Conversation, Place, Turn
from groundrules.terms.levels import Level

THEN = datetime(2026, 11, 6, 7, 30, tzinfo=UTC)
TYPED = """\
# Kept by Ana.
conversation:   harbor
parties:
    AR: reporter
    S1: source

S1: Off the record?
    > ask   off the record
# She nodded.
AR: Yes.
\t> agree
"""
LATER = """
afterwards:
  2026-11-05T09:10Z S1 > release background turns=1   "by mail"
# Nothing more until Friday.

"""
SLIP = Fact(Kind.INCIDENT_OPENED, "S1", turns=(Turns(1, 2),), when=THEN, words="slip: in a draft")
SLIP_LINE = '  2026-11-06T07:30+00:00 S1 > incident turns=1-2 "slip: in a draft"\n'
TURN = Turn(3, "S1", ("The deal is dead.", "And now?"))
RETURN = Fact(Kind.RETURNED_TO_RECORD, "S1", Place(3))
TURN_TEXT = "S1: The deal is dead.\n  > return\n  And now?\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TYPED, f"{TYPED}\nafterwards:\n{SLIP_LINE}"),
        (TYPED + LATER, TYPED + LATER + SLIP_LINE),
        ((TYPED + LATER).rstrip(), f"{(TYPED + LATER).rstrip()}\n{SLIP_LINE}"),
        (f"{TYPED}afterwards:", f"{TYPED}afterwards:\n{SLIP_LINE}"),
        (f"\ufeff{TYPED}", f"\ufeff{TYPED}\nafterwards:\n{SLIP_LINE}"),
    ],
)
def test_a_fact_stands_at_the_end(text: str, expected: str) -> None:
    assert with_fact_afterwards(text, parse(text), SLIP) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TYPED, TYPED + TURN_TEXT),
        (TYPED.rstrip(), TYPED + TURN_TEXT),
        (TYPED + LATER, TYPED + TURN_TEXT + LATER),
    ],
)
def test_a_turn_stands_behind_the_last_one(text: str, expected: str) -> None:
    assert with_turn(text, parse(text), TURN, [RETURN]) == expected


def test_the_first_turn_stands_below_the_head() -> None:
    text = "conversation: harbor\nparties:\n  S1: source\n# nothing yet\n"

    assert with_turn(text, parse(text), Turn(1, "S1", ("Hello.",)), []) == (
        "conversation: harbor\nparties:\n  S1: source\n\nS1: Hello.\n# nothing yet\n"
    )


def test_line_ends_are_those_of_the_file() -> None:
    text = (TYPED + LATER).replace("\n", "\r\n")

    assert with_fact_afterwards(text, parse(text), SLIP) == text + SLIP_LINE.replace("\n", "\r\n")
    assert with_turn(text, parse(text), TURN, [RETURN]) == (TYPED + TURN_TEXT + LATER).replace(
        "\n", "\r\n"
    )


@given(conversations(), st.data())
@settings(max_examples=100)
def test_a_fact_is_added_and_nothing_else(conversation: Conversation, data: st.DataObject) -> None:
    ids = tuple(party.id for party in conversation.parties)
    fact = data.draw(facts(Spot(AFTERWARDS, "", ids, len(conversation.turns))))
    text = to_text(conversation)

    added = with_fact_afterwards(text, conversation, fact)

    assert added.startswith(text)
    assert parse(added) == conversation._replace(facts=(*conversation.facts, fact))
    assert parse(without_last_fact(added, parse(added))) == conversation


@given(conversations(), conversations(max_turns=1))
@settings(max_examples=100)
def test_a_turn_is_added_and_nothing_else(one: Conversation, other: Conversation) -> None:
    parties = {party.id: party for party in (*other.parties, *one.parties)}
    first = one._replace(parties=tuple(parties.values()))
    turns = [turn._replace(number=len(one.turns) + 1) for turn in other.turns]
    acts = [
        fact._replace(at=Place(len(one.turns) + 1, fact.at.part), turns=())
        for fact in other.facts
        if fact.at != AFTERWARDS and fact.kind not in NAMING_TURNS
    ]
    text = to_text(first)

    for turn in turns:
        added = parse(with_turn(text, first, turn, acts))

        assert added.turns == (*first.turns, turn)
        assert sorted(added.facts, key=repr) == sorted((*first.facts, *acts), key=repr)


NAMING_TURNS = {Kind.GRACE_GRANTED, Kind.STATEMENT_RELEASED, Kind.QUOTATION_APPROVED}


@pytest.mark.parametrize(
    ("fact", "line", "message"),
    [
        (SLIP._replace(by="XX"), 14, "this is not the id of a declared party"),
        (SLIP._replace(turns=(Turns(3, 3),)), 14, "a turn is named that is not among the 2 down"),
        (SLIP._replace(when=None), 14, "this is not an act from afterwards"),
        (SLIP._replace(words="two\nlines"), 14, "a quotation mark is missing or out of place"),
        (SLIP._replace(proposal=Proposal(Level.BACKGROUND)), 14, "incident names no level"),
        (SLIP._replace(words=" slip"), 0, "the fact has no form in the notation"),
        (SLIP._replace(at=Place(1)), 14, "incident takes no when="),
    ],
)
def test_a_fact_without_a_form_is_refused(fact: Fact, line: int, message: str) -> None:
    with pytest.raises(BadInput) as refusal:
        with_fact_afterwards(TYPED, parse(TYPED), fact, "harbor.record")

    fault = refusal.value.faults[0]
    assert ("harbor.record", line) == (fault.path, fault.line)
    assert fault.message.startswith(message)


def test_a_turn_without_a_form_is_refused() -> None:
    with pytest.raises(BadInput, match=r"^harbor.record: the turn has no form in the notation"):
        with_turn(TYPED, parse(TYPED), TURN._replace(number=4), [], "harbor.record")


def test_the_last_fact_is_taken_back() -> None:
    text = TYPED + LATER
    added = with_fact_afterwards(text, parse(text), SLIP)

    assert without_last_fact(added, parse(added)) == text


@pytest.mark.parametrize(
    ("text", "line"), [(TYPED, 11), (f"{TYPED}\nafterwards:\n# none\n", 13), ("", 0)]
)
def test_what_is_no_fact_is_not_taken_back(text: str, line: int) -> None:
    with pytest.raises(BadInput) as refusal:
        without_last_fact(text, parse(TYPED), "harbor.record")

    (fault,) = refusal.value.faults
    assert ("harbor.record", line) == (fault.path, fault.line)
    assert fault.message == "its last line is no act from afterwards"
