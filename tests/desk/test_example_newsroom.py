"""The invented newsroom: records that can be read, days that move with today, a tape that plays."""

from __future__ import annotations

import io
import re
import wave
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from furnished import furnished
from groundrules.desk.setup.example_newsroom import (
    WRITTEN_FOR,
    example_folder,
    moved,
    newsroom_texts,
)
from groundrules.desk.setup.example_tape import tape_of
from groundrules.desk.vaults.receipts import list_receipts
from groundrules.desk.vaults.tapes import tape_content, tapes
from groundrules.record.notation import parse
from groundrules.record.transcript import Turn

DAYS = st.dates(date(2020, 1, 1), date(2090, 1, 1))


@given(DAYS, DAYS)
def test_days_keep_their_distance_from_today(day, today):
    (found,) = re.findall(r"\d{4}-\d\d-\d\d", moved(f"talk-{day} ", today)) or [None]
    if not str(day).startswith("20"):
        return
    assert day - WRITTEN_FOR == date.fromisoformat(found) - today


def test_what_is_no_day_stays():
    text = "turns=4 2026 12-11-2026 [00:14:02]"
    assert text == moved(text, date(2030, 1, 1))


@pytest.mark.parametrize("today", [WRITTEN_FOR, date(2027, 2, 28), date(2032, 3, 1)])
def test_every_record_can_be_read_whatever_day_it_is(today):
    texts = newsroom_texts(today)
    talks = [parse(text, path) for path, text in texts.items()]
    assert len(texts) == len({one.id for one in talks}) >= 5
    assert all(one.turns for one in talks)


def test_no_name_of_the_newsroom_stands_in_another_folder_of_the_examples():
    own = {one.stem for one in (example_folder() / "newsroom").glob("*.record")}
    other = {one.stem for one in (example_folder() / "records").glob("*.record")}
    assert set() == own & other


def test_a_tape_is_as_long_as_its_talk_and_not_silent():
    turns = [Turn(1, "A", ("one",), 0), Turn(2, "B", ("two",), 2000), Turn(3, "A", ("x",), 3500)]
    with wave.open(io.BytesIO(tape_of(turns))) as read:
        frames = read.readframes(read.getnframes())
        assert (1, 1, 8000) == (read.getnchannels(), read.getsampwidth(), read.getframerate())
        assert 11.5 == read.getnframes() / read.getframerate()
    assert len(set(frames[:8000])) > 50
    assert {128} == set(frames[2 * 8000 - 1000 : 2 * 8000])


def test_the_vault_has_a_tape_that_plays_and_a_receipt(tmp_path):
    with furnished(tmp_path) as seat:
        talk = moved("clinic-2026-11-05", datetime.now(UTC).date())
        (tape,) = tapes(seat.vault, talk)
        with wave.open(io.BytesIO(tape_content(seat.vault, tape.id))) as read:
            assert read.getnframes() / read.getframerate() > 40
        assert 1 == len(list_receipts(seat.vault))
