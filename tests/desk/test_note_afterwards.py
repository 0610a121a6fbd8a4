"""What happened afterwards is noted where it is what it says, and can be taken back."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from conversation_room import room, settings_of, talk_in, text_of, version_of
from groundrules.desk.conversations.change_talk import Steps
from groundrules.desk.conversations.mend_turn import mend_turn
from groundrules.desk.conversations.note_afterwards import decided, note_afterwards, turns_named
from groundrules.desk.conversations.set_terms import Done, Wanted, set_terms
from groundrules.desk.conversations.text_of_turns import Mended
from groundrules.errors import BadInput
from groundrules.record.facts import Corroboration, Decision, Fact, Kind, Proposal, Turns
from groundrules.terms.levels import Level

__all__ = ["room"]

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
FIVE = (Turns(5, 5),)
FREE = Proposal(Level.ON_THE_RECORD)


@pytest.fixture
def path(room):
    found = talk_in(room)
    wanted = Wanted(5, 0, Proposal(Level.BACKGROUND), Done(3), Done(4))
    set_terms(found, version_of(found), wanted, settings_of(room))
    return found


def note(room, path, fact):
    return note_afterwards(path, version_of(path), fact, settings_of(room))


@pytest.mark.parametrize(
    ("fact", "line"),
    [
        (
            Fact(Kind.STATEMENT_RELEASED, "S1", proposal=FREE, turns=FIVE, when=NOON),
            "S1 > release on-the-record turns=5",
        ),
        (Fact(Kind.QUOTATION_APPROVED, "S1", turns=FIVE, when=NOON), "S1 > approve turns=5"),
        (
            Fact(Kind.HOLD_PLACED, "AR", when=NOON, words="a letter from a lawyer"),
            'AR > hold "a letter from a lawyer"',
        ),
        (
            Fact(
                Kind.FINDING_WAIVED,
                "AR",
                turns=FIVE,
                when=NOON,
                words="public since",
                decision=Decision(who="Jo Lind", rule="GR101", expires=NOON),
            ),
            (
                'AR > waive turns=5 rule="GR101" role=editor who="Jo Lind" '
                'expires=2026-11-21T12:00+00:00 "public since"'
            ),
        ),
        (
            Fact(
                Kind.STATEMENT_CORROBORATED,
                "AR",
                turns=FIVE,
                when=NOON,
                words="seen at the registry",
                corroboration=Corroboration("the tender file", independent=True),
            ),
            (
                'AR > corroborate turns=5 with="the tender file" independent=yes '
                '"seen at the registry"'
            ),
        ),
        (
            # What a kind does not take is left out.
            Fact(Kind.HOLD_LIFTED, "AR", proposal=FREE, when=NOON),
            "AR > unhold",
        ),
    ],
)
def test_what_happened_stands_at_the_end(room, path, fact, line):
    note(room, path, fact)
    last = text_of(path).splitlines()[-1]
    assert last == f"  2026-11-21T12:00+00:00 {line}"


@pytest.mark.parametrize(
    ("fact", "why"),
    [
        (
            Fact(Kind.STATEMENT_RELEASED, "AR", proposal=FREE, turns=FIVE, when=NOON),
            "a release is the source's to give",
        ),
        (
            Fact(Kind.STATEMENT_RELEASED, "S2", proposal=FREE, turns=FIVE, when=NOON),
            "no statement that it could change",
        ),
        (
            Fact(
                Kind.STATEMENT_RELEASED,
                "S1",
                proposal=Proposal(Level.OFF_THE_RECORD),
                turns=FIVE,
                when=NOON,
            ),
            "no statement that it could change",
        ),
        (Fact(Kind.STATEMENT_RELEASED, "S1", turns=FIVE, when=NOON), "names no terms"),
        (Fact(Kind.STATEMENT_RELEASED, "S1", proposal=FREE, when=NOON), "which turns"),
        (Fact(Kind.QUOTATION_APPROVED, "XX", turns=FIVE, when=NOON), "who did it"),
        (
            Fact(Kind.GRACE_GRANTED, "S1", turns=FIVE, when=NOON, words="because"),
            "whom promises bind|grace",
        ),
        (Fact(Kind.HOLD_PLACED, "S1", when=NOON, words="because"), "whom promises bind"),
        (Fact(Kind.HOLD_PLACED, "AR", when=NOON), "the reason"),
        (
            Fact(
                Kind.FINDING_WAIVED,
                "AR",
                turns=FIVE,
                when=NOON,
                words="public since",
                decision=Decision(who="Jo Lind", expires=NOON),
            ),
            "which rule",
        ),
        (Fact(Kind.INCIDENT_OPENED, "AR", when=NOON, words="broken"), "not noted here"),
        (Fact(Kind.EMBARGO_LIFTED, "S1", when=NOON), "no statement that it could change"),
    ],
)
def test_what_it_is_not_is_refused(room, path, fact, why):
    before = text_of(path)
    with pytest.raises(BadInput, match=why):
        note(room, path, fact)
    assert text_of(path) == before


def test_turns_are_named_by_their_numbers():
    assert turns_named("4-6, 8", 9) == (Turns(4, 6), Turns(8, 8))
    assert turns_named(" ", 9) == ()
    with pytest.raises(BadInput):
        turns_named("4-10", 9)


def test_only_kinds_that_hold_a_decision_get_one():
    approve = Fact(Kind.QUOTATION_APPROVED, "S1")
    assert decided(approve, Decision(), Corroboration("x", independent=True)) == approve


def test_steps_are_taken_back_one_by_one(room, path):
    steps = Steps()
    texts = [text_of(path)]
    for words in ("Tea?", "Water?"):
        steps.add(mend_turn(path, version_of(path), Mended(9, (words,), "")))
        texts.append(text_of(path))
    steps.add(note(room, path, Fact(Kind.HOLD_PLACED, "AR", when=NOON, words="a letter")))
    for expected in reversed(texts):
        steps.take_back(path)
        assert text_of(path) == expected
    with pytest.raises(BadInput, match="nothing to undo"):
        steps.take_back(path)


def test_what_somebody_has_gone_on_with_is_not_taken_back(path):
    steps = Steps()
    steps.add(mend_turn(path, version_of(path), Mended(9, ("Tea?",), "")))
    mend_turn(path, version_of(path), Mended(9, ("Water?",), ""))
    before = text_of(path)
    with pytest.raises(BadInput, match="it has changed since"):
        steps.take_back(path)
    assert text_of(path) == before
    assert len(steps) == 1


@pytest.mark.parametrize("mended", [Mended(90, ("a",), "S1"), Mended(9, ("a",), "XX")])
def test_a_turn_that_is_not_there_is_not_mended(path, mended):
    with pytest.raises(BadInput):
        mend_turn(path, version_of(path), mended)


def test_nothing_that_is_shown_of_a_change_is_a_word(path):
    change = mend_turn(path, version_of(path), Mended(9, ("Tea?",), ""))
    assert repr(change) == f"Change(version={change.version})"
    assert repr(Mended(9, ("Tea?",), "")) == "Mended(9)"
