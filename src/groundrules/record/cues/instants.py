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
    text = _smooth(words)
    clock = _clock(text)
    zone = _zone(text, clock)
    day = _day(text, began, clock)
    if not (clock and day):
        return None
    if zone:
        return zone.at(day, clock.hour, clock.minute)
    if isinstance(began, datetime) and began.tzinfo and not _ELSEWHERE.search(text):
        return datetime(day.year, day.month, day.day, clock.hour, clock.minute, tzinfo=began.tzinfo)
    return None


def repeats(words: str, earlier: str) -> bool:
    """Tell whether words for a time say an earlier one again, and leave its zone out.

    Args:
        words: such as `noon tomorrow`.
        earlier: such as `noon Mountain Time tomorrow, June 12`.
    """
    said, before = _smooth(words), _smooth(earlier)
    clock, known = _clock(said), _clock(before)
    if not (clock and known) or clock[:2] != known[:2]:
        return False
    return _zone(said, clock) is None and _zone(before, known) is not None


def _smooth(words: str) -> str:
    text = " ".join(_NOISE.sub(" ", words.casefold().replace("’", "'")).split())
    return _IN_OTHER_WORDS.split(text)[0]


class _Clock(NamedTuple):
    """A time of day on 24 hours, and where its words end; midnight is at the day's end or not."""

    hour: int
    minute: int
    end: int
    is_midnight: bool = False


def _clock(text: str) -> _Clock | None:
    """Return the first time of day that words name."""
    named = _BY_NAME.search(text)
    match = _TIME.search(text)
    if named and not (match and match.start() < named.start()):
        word = named.group()
        return _Clock(0 if word == "midnight" else _NOON, 0, named.end(), word == "midnight")
    if not match:
        return None
    return _military(match) if match["military"] else _civil(match, text)


def _military(match: re.Match[str]) -> _Clock | None:
    hour, minute = divmod(int(match["military"]), 100)
    return _Clock(hour, minute, match.end()) if hour < _A_DAY and minute < _AN_HOUR else None


def _civil(match: re.Match[str], text: str) -> _Clock | None:
    said = match["hour"] or match["hour_"] or match["hour__"]
    hour = _NUMBERS[said] if said in _NUMBERS else int(said)
    minute = int(match["minute"] or match["minute_"] or 0)
    half = match["half"] or ("" if hour > _NOON else _half(text))
    if half and said[0] != "0":
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    elif hour < _NOON and not (match["half"] or _is_on_24_hours(said, text)):
        return None
    return _Clock(hour, minute, match.end()) if hour < _A_DAY else None


def _is_on_24_hours(said: str, text: str) -> bool:
    """Tell whether an hour before noon is of a clock of 24 hours: `09:30`, `10:00 GMT`."""
    return said[0] == "0" or (len(said) > 1 and bool(_COUNTS_TO_24.search(text)))


def _half(text: str) -> str:
    """Return the half of the day that another word tells: `11:00 tomorrow morning`."""
    if re.search(r"\bmorning\b", text):
        return "a"
    return "p" if re.search(r"\b(?:afternoon|evening|tonight|night)\b", text) else ""


def _zone(text: str, clock: _Clock | None) -> Zone | None:
    """Return the zone that is named next behind the time of day, or before it, or None."""
    start = clock.end if clock else 0
    found = _ZONE.search(text, start) or _ZONE.search(text)
    return zone_named(found["zone"]) if found else None


def _day(text: str, began: datetime | date | None, clock: _Clock | None) -> date | None:
    """Return the day: the one that is named in full, or what it is counted from the talk."""
    today = began.date() if isinstance(began, datetime) else began
    named = _DATE.search(text)
    weekday = _WEEKDAY.search(text)
    if named:
        return None if _is_midnight(clock) else _named_day(named, today)
    if today is None:
        return None
    if _TOMORROW.search(text):
        return None if _is_midnight(clock) else _tomorrow(today, weekday)
    if weekday:
        return None if _is_midnight(clock) else _next_weekday(today, weekday)
    if re.search(r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b", text):
        return today + timedelta(days=_is_midnight(clock))
    return _next_time(began, clock)


def _is_midnight(clock: _Clock | None) -> bool:
    """Tell whether the time is midnight: tonight's is sure, a day's may be its first or last."""
    return clock is not None and clock.is_midnight


def _is_on(day: date, weekday: re.Match[str] | None) -> bool:
    return weekday is None or day.weekday() == _WEEKDAYS.index(weekday["day"][:3])


def _tomorrow(today: date, weekday: re.Match[str] | None) -> date | None:
    """Return tomorrow; where the weekday shows the talk's day to be a day late, that day."""
    days = (today + timedelta(days=1), today)
    return next((day for day in days if _is_on(day, weekday)), None)


def _next_weekday(today: date, weekday: re.Match[str]) -> date | None:
    ahead = (_WEEKDAYS.index(weekday["day"][:3]) - today.weekday()) % 7
    return today + timedelta(days=ahead or 7) if weekday["next"] is None else None


def _named_day(match: re.Match[str], today: date | None) -> date | None:
    """Return a day by its name; without a year, the next one, or one of the last few days.

    The day of a talk may be that of its publication, and the embargo over by then.
    """
    month = _MONTHS.index((match["month"] or match["month2"])[:3]) + 1
    number = int(match["number"] or match["number2"])
    year = match["year"] or match["year2"]
    if year:
        return _date(int(year), month, number)
    if today is None:
        return None
    found = (_date(today.year + more, month, number) for more in (-1, 0, 1))
    earliest = today - timedelta(days=_A_FEW)
    return next((day for day in found if day and day >= earliest), None)


def _date(year: int, month: int, number: int) -> date | None:
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
_A_FEW = 3
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
_BY_NAME = re.compile(r"\b(?:noon|midday|midnight)\b")
_HOUR = rf"(?:\d{{1,2}}|{'|'.join(_NUMBERS)})"
_TIME = re.compile(
    rf"\b(?:(?P<hour>{_HOUR})(?:[:.](?P<minute>[0-5]\d))?(?: o'clock)? ?(?P<half>[ap])\.? ?m\b\.?"
    r"|(?P<hour_>\d{1,2})[:.](?P<minute_>[0-5]\d)"
    rf"|(?P<hour__>{_HOUR})(?: o'clock\b|(?= (?:eastern )?(?:tomorrow|this|(?:on )?\w+day|in the)"
    r"(?: the)? (?:morning|afternoon|evening|night)\b))"
    r"|(?P<military>[012]\d[0-5]\d)(?= ?(?:hours|hrs|h\b|gmt|utc|zulu|z\b|[a-z]{2,4}t\b|local"
    r"|london"
    r"|eastern|central|mountain|pacific)))"
)
_COUNTS_TO_24 = re.compile(r"\b(?:gmt|utc|zulu|hours|hrs|ces?t|central european|bst)\b")
_IN_OTHER_WORDS = re.compile(r" (?:which is|that is|or (?=\d)|i\.e\.) ?")
_ELSEWHERE = re.compile(r"\b(?:local|our time|your time|their time)\b")
_TOMORROW = re.compile(r"\btomorrow\b")
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
