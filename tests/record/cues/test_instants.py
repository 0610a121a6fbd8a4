"""When an embargo ends, out of the words in which it was put and the day of the talk."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from groundrules.record.cues.instants import instant, repeats

EASTERN = timezone(timedelta(hours=-4))
DAY = date(2025, 3, 26)  # a Wednesday
BEGAN = datetime(2025, 3, 26, 14, 10, tzinfo=EASTERN)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("0600 GMT on Tuesday 4 March 2025", "2025-03-04T06:00:00+00:00"),
        ("00:01 BST on Wednesday 2 July", "2025-07-02T00:01:00+01:00"),
        ("09:30 London time tomorrow", "2025-03-27T09:30:00+00:00"),
        ("10:00 GMT tomorrow", "2025-03-27T10:00:00+00:00"),
        ("16:00 CET tomorrow", "2025-03-27T16:00:00+01:00"),
        ("tomorrow at five o’clock a.m. Eastern time", "2025-03-27T05:00:00-04:00"),
        ("six o'clock tomorrow morning, Eastern time", "2025-03-27T06:00:00-04:00"),
        ("6 this evening, Eastern", "2025-03-26T18:00:00-04:00"),
        ("tomorrow at 10 a.m. Pacific, 1 p.m. Eastern", "2025-03-27T10:00:00-07:00"),
        ("5:00 a.m. Japan Standard Time on May 21st, which is 4:00 p.m. Eastern on May 20th",
         "2025-05-21T05:00:00+09:00"),
        ("Eastern time, 9 a.m. tomorrow", "2025-03-27T09:00:00-04:00"),
        ("midnight tonight, Eastern", "2025-03-27T00:00:00-04:00"),
        ("noon Eastern, after 9 a.m. passed, today", "2025-03-26T12:00:00-04:00"),
        ("10 a.m. Eastern tomorrow, Thursday", "2025-03-27T10:00:00-04:00"),
        ("10 a.m. Eastern tomorrow, Wednesday", "2025-03-26T10:00:00-04:00"),
        ("noon Eastern on Monday", "2025-03-31T12:00:00-04:00"),
        ("noon Eastern, March 25th", "2025-03-25T12:00:00-04:00"),
        ("noon Eastern, January 2nd", "2026-01-02T12:00:00-05:00"),
    ],
)  # fmt: skip
def test_a_day_a_time_and_a_zone_are_an_instant(words, expected):
    found = instant(words, DAY)

    assert found is not None
    assert expected == found.isoformat()


@pytest.mark.parametrize(
    "words",
    [
        "10 a.m. Eastern tomorrow, Friday",
        "midnight Eastern on Thursday",
        "midnight Eastern, March 27th",
        "midnight Eastern tomorrow",
        "2560 GMT tomorrow",
        "2460 GMT tomorrow",
        "13 a.m. Eastern tomorrow",
        "25:00 GMT tomorrow",
        "6:00 GMT tomorrow",
        "noon Eastern, February 30th",
        "noon tomorrow",
    ],
)
def test_what_can_be_read_in_two_ways_stays_in_words(words):
    assert instant(words, DAY) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("5:00 a.m.", "2025-03-27T05:00:00-04:00"),
        ("5:00 p.m.", "2025-03-26T17:00:00-04:00"),
        ("5:00 a.m. tomorrow, Thursday, March 27th", "2025-03-27T05:00:00-04:00"),
    ],
)
def test_the_zone_of_the_call_stands_in_where_none_is_named(words, expected):
    found = instant(words, BEGAN)

    assert found is not None
    assert expected == found.isoformat()


def test_local_time_is_not_the_zone_of_the_call():
    assert instant("10:00 p.m. local time", BEGAN) is None


def test_a_reminder_may_leave_out_the_zone():
    assert repeats("noon tomorrow", "noon Mountain Time tomorrow, June 12")
    assert not repeats("noon tomorrow", "noon tomorrow, June 12")
    assert not repeats("noon Eastern", "noon Mountain Time")
    assert not repeats("1 p.m. tomorrow", "noon Mountain Time")
    assert not repeats("the vote", "noon Mountain Time")
    assert not repeats("noon", "")
