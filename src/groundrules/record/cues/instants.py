"""Instants: when an embargo ends, out of the words in which it was put.

A day, a time and a zone make an instant; where one of them is missing and cannot be told for sure,
the words stay as they were put, and the embargo ends when somebody records that it has.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.cues.zones import ZONE_NAMES, Zone, zone_named
from groundrules.terms.conditions import Embargo

if TYPE_CHECKING:
    from groundrules.record.facts import Proposal


def with_instant(proposal: Proposal, day: datetime | date | None) -> Proposal:
    """Return a proposal whose embargo is an instant, where its words and the date say one.

    Args:
        proposal: terms that somebody put; an embargo keeps the words as its event.
        day: when the talk began.
    """
    embargo = proposal.embargo
    if not embargo or embargo.until:
        return proposal
    until = instant(embargo.event, day)
    if until is None:
        return proposal
    return proposal._replace(embargo=Embargo(until))


def instant(words: str, began: datetime | date | None) -> datetime | None:
    """Return the instant that words name, with its offset from UTC, or None.

    Args:
        words: such as `tomorrow, Thursday, April 28th, 7:00 a.m. Eastern`.
        began: when the talk began, which tells what is tomorrow.
    """
    text = " ".join(_NOISE.sub(" ", words.casefold()).split())
    clock, zone = _clock(text), _zone(text)
    day = _day(text, began, clock)
    if not (clock and day):
        return None
    if zone:
        return zone.at(day, clock.hour, clock.minute)
    if isinstance(began, datetime) and began.tzinfo:
        return datetime(day.year, day.month, day.day, clock.hour, clock.minute, tzinfo=began.tzinfo)
    return None


class _Clock(NamedTuple):
    hour: int
    minute: int


def _clock(text: str) -> _Clock | None:
    """Return the time of day, on 24 hours."""
    for word, hour in _BY_NAME.items():
        if re.search(rf"\b{word}\b", text):
            return _Clock(hour, 0)
    match = _TIME.search(text)
    if not match:
        return None
    said = match["hour"] or match["hour_"]
    hour = _NUMBERS[said] if said in _NUMBERS else int(said)
    minute = int(match["minute"] or match["minute_"] or 0)
    half = match["half"] or _half(text)
    if half:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    elif hour < _NOON:
        return None
    return _Clock(hour, minute) if hour < _A_DAY and minute < _AN_HOUR else None


def _half(text: str) -> str:
    """Return the half of the day that another word tells: `11:00 tomorrow morning`."""
    if re.search(r"\bmorning\b", text):
        return "a"
    return "p" if re.search(r"\b(?:afternoon|evening|tonight|night)\b", text) else ""


def _zone(text: str) -> Zone | None:
    """Return the zone that is named last and longest, or None."""
    found = _ZONE.findall(text)
    return zone_named(found[-1]) if found else None


def _day(text: str, began: datetime | date | None, clock: _Clock | None) -> date | None:
    """Return the day: the one that is named in full, or what it is counted from the talk."""
    today = began.date() if isinstance(began, datetime) else began
    named = _DATE.search(text)
    if named:
        return _named_day(named, today)
    if today is None:
        return None
    if re.search(r"\btomorrow\b", text):
        return today + timedelta(days=1)
    weekday = _WEEKDAY.search(text)
    if weekday:
        ahead = (_WEEKDAYS.index(weekday["day"][:3]) - today.weekday()) % 7
        return today + timedelta(days=ahead or 7) if weekday["next"] is None else None
    if re.search(r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b", text):
        return today
    return _next_time(began, clock)


def _named_day(match: re.Match[str], today: date | None) -> date | None:
    month = _MONTHS.index((match["month"] or match["month2"])[:3]) + 1
    number = int(match["number"] or match["number2"])
    year = int(match["year"] or match["year2"] or (today.year if today else 0))
    if today and not (match["year"] or match["year2"]) and month < today.month:
        year += 1  # in December, an embargo until January is next year's
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _next_time(began: datetime | date | None, clock: _Clock | None) -> date | None:
    """Return the day on which a clock next shows a time, where the talk's own time is known.

    Without it only a time in the second half of the day is surely still ahead on the same day.
    """
    if clock is None or began is None:
        return None
    if isinstance(began, datetime):
        later = (clock.hour, clock.minute) > (began.hour, began.minute)
        return began.date() if later else began.date() + timedelta(days=1)
    return began if clock.hour >= _NOON else None


_NOON = 12
_A_DAY = 24
_AN_HOUR = 60
_NOISE = re.compile(
    r"[~\[\]\"“”(),]|\bthe\b|\bof\b(?= (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
)
_NUMBERS = {
    word: number
    for number, word in enumerate(
        (
            *("one", "two", "three", "four", "five", "six"),
            *("seven", "eight", "nine", "ten", "eleven", "twelve"),
        ),
        1,
    )
}
_BY_NAME = {"noon": 12, "midday": 12, "midnight": 0}
_HOUR = rf"(?:\d{{1,2}}|{'|'.join(_NUMBERS)})"
_TIME = re.compile(
    rf"\b(?:(?P<hour>{_HOUR})(?:[:.](?P<minute>[0-5]\d))?(?: o'clock)? ?(?P<half>[ap])\.? ?m\b\.?"
    r"|(?P<hour_>\d{1,2})[:.](?P<minute_>[0-5]\d))"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
)
_DATE = re.compile(
    rf"\b(?:(?P<month>{_MONTH}) (?P<number>\d{{1,2}})(?:st|nd|rd|th)?(?! ?[:.]\d)"
    rf"(?: (?P<year>20\d\d))?"
    rf"|(?P<number2>\d{{1,2}})(?:st|nd|rd|th)? (?P<month2>{_MONTH})(?: (?P<year2>20\d\d))?)(?!\w)"
)
_WEEKDAY = re.compile(r"\b(?P<next>next )?(?P<day>(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b")
_ZONE = re.compile(rf"\b(?P<zone>{'|'.join(re.escape(name) for name in ZONE_NAMES)})\b")
