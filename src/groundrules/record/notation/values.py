"""The values behind keys: instants, days, times in the recording, turns, texts in quotes.

Each kind of value is read and written here, side by side. What cannot be read raises `Unreadable`
with a remedy; who asked knows the place.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from groundrules.record.facts import Turns
from groundrules.record.notation.faults import Unreadable

_SECOND = 1000
_MINUTE = 60 * _SECOND
_HOUR = 60 * _MINUTE

# A long record holds ten thousand times, nearly all of them HH:MM:SS: those are not left to a
# regular expression.
_USUAL_LENGTH = len("00:13:41")
_SIXTY = {f"{number:02}": number for number in range(60)}

_INSTANT = re.compile(
    r"\d{4}-\d\d-\d\d"
    r"(?P<time>[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?P<offset>Z|[+-]\d\d:?\d\d(?::\d\d)?)?)?",
    re.ASCII,
)
_TIME = r"(?:(\d{1,6}):)?([0-5]?\d):([0-5]\d)(?:[.,](\d{1,3}))?"
_TIMECODE = re.compile(_TIME, re.ASCII)
_TIMES = re.compile(rf"\s*{_TIME}(?:\s*[-–]\s*{_TIME})?\s*", re.ASCII)
_TIMECODE_LIKE = r"(?:[0-9]+:)?[0-9]{1,2}:[0-9]{1,2}(?:[.,][0-9]*)?"
_RUN = re.compile(r"(\d{1,9})(?:-(\d{1,9}))?", re.ASCII)
_ESCAPED = re.compile(r'\\(["\\])')

_WRITE_INSTANT = "write date, time and offset from UTC, such as 2026-11-03T14:00-05:00"
_WRITE_DAY = "write year, month and day, such as 2026-11-03"
_WRITE_TIMECODE = "write hours, minutes and seconds, such as 0:13:41 or 0:13:41.250"
_WRITE_RUNS = "write numbers of turns without blanks, such as turns=4-6,8"


def read_moment(text: str) -> datetime | date:
    """Return the day, or the instant where a time with its offset from UTC is given."""
    found = _INSTANT.fullmatch(text)
    if not found:
        raise Unreadable("this is not a date", f"{_WRITE_DAY}, or with a time 2026-11-03T14:00Z")
    if found["time"] and not found["offset"]:
        raise Unreadable("the time has no offset from UTC", f"{_WRITE_INSTANT}, or the date alone")
    try:
        return datetime.fromisoformat(text) if found["time"] else date.fromisoformat(text)
    except ValueError:
        raise Unreadable("there is no such day or time", "check it against a calendar") from None


def read_instant(text: str) -> datetime:
    """Return the instant, always with its offset from UTC."""
    moment = read_moment(text)
    if not isinstance(moment, datetime):
        raise Unreadable("the time of day is missing", _WRITE_INSTANT)
    return moment


def read_day(text: str) -> date:
    """Return the day."""
    moment = read_moment(text)
    if isinstance(moment, datetime):
        raise Unreadable("this is more than a day", _WRITE_DAY)
    return moment


def moment_text(moment: datetime | date) -> str:
    """Return a day or an instant as it is printed: no smaller unit than it needs."""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    unit = "minutes" if not moment.second else "seconds"
    return moment.isoformat(timespec="microseconds" if moment.microsecond else unit)


def looks_like_date(text: str) -> bool:
    """Tell whether a text begins as a date does."""
    return _INSTANT.match(text) is not None


def read_timecode(text: str) -> int:
    """Return the milliseconds from the start of the recording."""
    found = _TIMECODE.fullmatch(text)
    if found:
        return _milliseconds(*found.groups())
    if re.fullmatch(_TIMECODE_LIKE, text):
        raise Unreadable("minutes and seconds go to 59", _WRITE_TIMECODE)
    raise Unreadable("this is not a time in the recording", _WRITE_TIMECODE)


def _milliseconds(hours: str | None, minutes: str, seconds: str, fraction: str | None) -> int:
    whole = int(minutes) * _MINUTE + int(seconds) * _SECOND
    if hours:
        whole += int(hours) * _HOUR
    return whole + int(fraction.ljust(3, "0")) if fraction else whole


def read_times(text: str) -> tuple[int, int | None]:
    """Return when a turn starts and, where it is given, when it ends."""
    if len(text) != _USUAL_LENGTH:
        return _read_other_times(text)
    try:
        hours, minutes, seconds = text.split(":")
        return _SIXTY[hours] * _HOUR + _SIXTY[minutes] * _MINUTE + _SIXTY[seconds] * _SECOND, None
    except (KeyError, ValueError):
        return _read_other_times(text)


def _read_other_times(text: str) -> tuple[int, int | None]:
    found = _TIMES.fullmatch(text)
    if not found:
        for one in re.split(r"\s*[-–]\s*", text.strip()):
            read_timecode(one)
        raise Unreadable("these are more than two times", "write when the turn starts and ends")
    times = found.groups()
    start = _milliseconds(*times[:4])
    if times[5] is None:
        return start, None
    end = _milliseconds(*times[4:])
    if end < start:
        raise Unreadable("the turn ends before it starts", "write the earlier time first")
    return start, end


def timecode_text(milliseconds: int) -> str:
    """Return a time in the recording as it is printed: HH:MM:SS, and .mmm where it needs it."""
    seconds, thousandths = divmod(milliseconds, _SECOND)
    minutes, second = divmod(seconds, 60)
    whole = f"{minutes // 60:02}:{minutes % 60:02}:{second:02}"
    return f"{whole}.{thousandths:03}" if thousandths else whole


def read_runs(text: str, spoken: int) -> tuple[Turns, ...]:
    """Return the runs of turns, each of them among the `spoken` first ones."""
    return tuple(_run(piece, spoken) for piece in text.split(","))


def _run(text: str, spoken: int) -> Turns:
    found = _RUN.fullmatch(text)
    if not found:
        raise Unreadable("these are not numbers of turns", _WRITE_RUNS)
    first = int(found[1])
    last = int(found[2] or first)
    if last < first:
        raise Unreadable("the run of turns ends before it starts", "write the lower number first")
    if not 1 <= first <= last <= spoken:
        message = f"a turn is named that is not among the {spoken:,} down to here"
        remedy = "count the turns from 1; blank lines, comments and acts do not count"
        raise Unreadable(message, remedy)
    return Turns(first, last)


def runs_text(runs: tuple[Turns, ...]) -> str:
    """Return runs of turns as they are printed."""
    return ",".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)


def unquoted(inside: str) -> str:
    r"""Return what stands between quotation marks, with `\"` and `\\` resolved."""
    return _ESCAPED.sub(r"\1", inside).strip()


def quoted(text: str) -> str:
    r"""Return a text in quotation marks, with `"` and `\` escaped."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
