"""Terms for turns: it takes two, nothing reaches back, and what changes nothing is not written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conversation_room import room, settings_of, talk_in, text_of, version_of
from groundrules.desk.conversations.set_terms import NOT_BACKWARDS, Done, Wanted, set_terms
from groundrules.desk.policies.house_policy import Policies
from groundrules.desk.records.append_to_record import open_record
from groundrules.errors import BadInput
from groundrules.record.facts import Proposal
from groundrules.record.timeline import fold
from groundrules.terms.levels import Level

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["room"]

BACKGROUND = Proposal(Level.BACKGROUND, descriptions=("a person who follows the tender",))


def statuses(room: Path, path: str) -> list[str]:
    talk = open_record(path).conversation
    timeline = fold(talk, Policies(settings_of(room)).of(talk))
    return [turn.status for turn in timeline.turns()]


def agreed(room: Path, wanted: Wanted) -> list[str]:
    path = talk_in(room)
    set_terms(path, version_of(path), wanted, settings_of(room))
    return statuses(room, path)


def test_from_here_on_they_hold_from_the_turn_of_the_yes(room):
    found = agreed(room, Wanted(5, 0, BACKGROUND, Done(3), Done(4)))
    assert found[:3] == ["on-the-record"] * 3
    assert found[3:8] == ["background"] * 5


def test_for_some_turns_somebody_went_back_behind_them(room):
    wanted = Wanted(5, 6, BACKGROUND, Done(3), Done(4), Done(7), Done(8))
    path = talk_in(room)
    set_terms(path, version_of(path), wanted, settings_of(room))
    assert statuses(room, path)[3:8] == [*["background"] * 4, "on-the-record"]
    acts = [line.strip() for line in text_of(path).splitlines()]
    assert [line for line in acts if line.startswith(">")] == [
        '> ask background description="a person who follows the tender"',
        "> agree",
        "> return",
        "> return-accept",
    ]


def test_what_the_reporter_puts_is_an_offer(room):
    path = talk_in(room)
    wanted = Wanted(8, 0, BACKGROUND, Done(7), Done(8))
    set_terms(path, version_of(path), wanted, settings_of(room))
    assert "> offer background" in text_of(path)
    assert statuses(room, path)[7] == "background"


def test_somebody_else_than_the_speaker_can_be_named(room):
    wanted = Wanted(5, 0, BACKGROUND, Done(2, "S2"), Done(4))
    path = talk_in(room)
    set_terms(path, version_of(path), wanted, settings_of(room))
    assert "by=S2" in text_of(path)


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        (Wanted(2, 0, BACKGROUND, Done(3), Done(4)), NOT_BACKWARDS),
        (Wanted(5, 0, BACKGROUND, Done(3), Done(3)), "it takes two"),
        (Wanted(5, 0, BACKGROUND, Done(3), Done(3, "S2")), "would change|nothing awaited|asked"),
        (Wanted(5, 0, BACKGROUND, Done(4), Done(3)), "an answer stands before"),
        (Wanted(5, 6, BACKGROUND, Done(3), Done(4), Done(6)), "back on the record before"),
        (Wanted(5, 0, BACKGROUND, Done(3), Done(40)), "a turn is named that is not there"),
        (Wanted(9, 0, BACKGROUND, Done(9), Done(9, "AR")), "who spoke in one of the turns"),
        (Wanted(5, 0, Proposal(Level.ON_THE_RECORD), Done(3), Done(4)), "on the record"),
    ],
)
def test_what_is_no_agreement_is_not_written(room, wanted, why):
    path = talk_in(room)
    before = text_of(path)
    with pytest.raises(BadInput, match=why):
        set_terms(path, version_of(path), wanted, settings_of(room))
    assert text_of(path) == before


def test_whoever_looked_at_another_version_looks_again(room):
    path = talk_in(room)
    seen = version_of(path)
    wanted = Wanted(5, 0, BACKGROUND, Done(3), Done(4))
    set_terms(path, seen, wanted, settings_of(room))
    with pytest.raises(BadInput, match="it has changed since you looked at it"):
        set_terms(path, seen, wanted, settings_of(room))
