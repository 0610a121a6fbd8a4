"""Tapes beside a transcript: kept whole, and laid where the talk's clock begins."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversation_room import recording, room, talk_in
from groundrules.desk.conversations.tape_times import clock_begins, keep_tape, tapes_seen
from groundrules.desk.records.append_to_record import open_record
from groundrules.desk.vaults.tapes import tape_content
from groundrules.errors import BadInput
from groundrules.faces.web.pages.conversation_sound import range_of
from groundrules.record.notation import parse
from groundrules.vault.paper_answers import Tape, TapeMark

__all__ = ["room"]

TALK = parse(
    "conversation: a\nparties:\n  AR: reporter\n  S1: source\n\n"
    "[00:00:10] S1: Off the record?\n  > ask off-the-record\n"
    "[00:00:20] AR: Yes.\n  > agree\n"
    "[00:01:00] S1: So.\n  > hint\n"
)


def tape(*marks: tuple[str, int]) -> Tape:
    return Tape("0" * 32, "audio/wav", "", "", 1, 0, tuple(TapeMark(*one, 0) for one in marks))


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ((), 0),
        ((("agreed", 0),), 0),
        ((("ask", 4_000), ("agree", 14_000)), -6_000),
        ((("ask", 4_000), ("agree", 14_200), ("hint", 90_000)), -5_800),
        ((("ask", 15_000), ("clock begins", 5_000)), 5_000),
    ],
)
def test_a_tape_is_laid_by_its_marks(marks, expected):
    assert clock_begins(tape(*marks), TALK) == expected


@given(st.integers(-60_000, 60_000))
def test_acts_that_are_marked_on_a_tape_say_when_it_was_begun(begins):
    starts = {"ask": 10_000, "agree": 20_000, "hint": 60_000}
    marks = [(kind, at + begins) for kind, at in starts.items()]
    assert clock_begins(tape(*marks), TALK) == begins


def test_a_recording_is_kept_as_it_came(room):
    path = talk_in(room)
    content = recording(90)
    assert len(content) > 1 << 20
    ident = keep_tape(room, Path(path).name, content, 1500)
    assert tape_content(room, ident) == content
    (seen,) = tapes_seen(room, open_record(path).conversation)
    assert (seen.id, seen.mime, seen.clock_ms) == (ident, "audio/wav", 1500)


def test_what_is_no_recording_is_not_kept(room):
    path = talk_in(room)
    with pytest.raises(BadInput, match="no recording of a type"):
        keep_tape(room, Path(path).name, b"%PDF-1.7", 0)
    assert tapes_seen(room, open_record(path).conversation) == ()


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", (0, 100)),
        ("bytes=0-", (0, 100)),
        ("bytes=10-19", (10, 20)),
        ("bytes=90-200", (90, 100)),
        ("bytes=-10", (90, 100)),
        ("bytes=-200", (0, 100)),
        ("bytes=100-", None),
        ("bytes=20-10", None),
        ("bytes=-0", None),
        ("bytes=-", None),
        ("bytes=1-2,5-6", None),
        ("lines=1-2", None),
    ],
)
def test_a_player_gets_the_range_that_it_asks_for(header, expected):
    assert range_of(header, 100) == expected
