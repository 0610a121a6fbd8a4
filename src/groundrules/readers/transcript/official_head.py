r"""What stands around the talk in an official transcript: front matter, place, date and times.

Front matter is the block between two lines of `---`: one `key: value` to a line, with the quoting
and the folded lines of YAML 1.2 (sections 7.3.1 and 7.3.2) as far as such files use them. Place,
date and time stand above the first speaker, the time of the end or a mark below the last one.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_FENCE = "---"

_MOST_FRONT_LINES = 200

_KEY = re.compile(r"(?P<key>[A-Za-z_][\w-]*):\s*(?P<value>.*)")

_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)

_FOLD = re.compile(r"\\\n\s*|\s*\n\s*")

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905 - reads as months

_DAY = re.compile(
    r"(?:\w+day,?\s+)?(?P<month>[A-Z][a-z]{2,8})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd"
    r"|th)?,?\s+(?P<year>\d{4})"
)

_DAY_FIRST = re.compile(
    r"(?:\w+day,?\s+)?(?P<day>\d{1,2})(?:st|nd|rd"
    r"|th)?\s+(?P<month>[A-Z][a-z]{2,8})\.?,?\s+(?P<year>\d{4})"
)

_UNTIL_TOMORROW = re.compile(r"(?i)\bembargo\w*\b[^.?!]{0,80}?\btomorrow\b")

_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d\d))?\s*(?P<half>[AP])\.?\s?M\.?(?:\s*\(?(?P<zone>[A-Z]{2,5})\)?)?",
    re.IGNORECASE,
)

_END = re.compile(r"(?:END|#{2,}|-\s?30\s?-)?\s*(?P<clock>.*)", re.DOTALL)

_BRACKETED = re.compile(r"\[.{1,60}\]|\(.{1,60}\)")

_LONGEST_HEADING = 80

_MOST_HEADING_WORDS = 10

_SHORT_WORD = 3

_HALF_DAY = 12

# RFC 5322, section 4.3, without CST, which is Central in the one country and China in another.
# A zone that is not here leaves the time of day in the heading and gives the record the day alone.
_ZONES = {
    "UT": 0,
    "UTC": 0,
    "GMT": 0,
    "EST": -5,
    "EDT": -4,
    "CDT": -5,
    "MST": -7,
    "MDT": -6,
    "PST": -8,
    "PDT": -7,
}


def front_matter(lines: Sequence[str]) -> tuple[dict[str, str], int]:
    """Return the front matter by key, and how many lines it takes: 0 where there is none."""
    if not lines or lines[0].rstrip() != _FENCE:
        return {}, 0
    end = next(
        (at for at, line in enumerate(lines[1:_MOST_FRONT_LINES], 1) if line.rstrip() == _FENCE), 0
    )
    values: dict[str, str] = {}
    key = ""
    for line in lines[1:end] if end else ():
        found = _KEY.match(line)
        if found:
            key = found["key"]
            values[key] = found["value"].rstrip()
        elif key:
            values[key] += "\n" + line
    return {key: _scalar(value) for key, value in values.items()}, end + 1 if end else 0


def _scalar(value: str) -> str:
    folded = _FOLD.sub(lambda fold: "" if fold[0][0] == "\\" else " ", value).strip()
    if len(folded) > 1 and folded[0] == folded[-1] == "'":
        return folded[1:-1].replace("''", "'")
    if len(folded) > 1 and folded[0] == folded[-1] == '"':
        # Halves of a pair that were escaped apart become one character, or the mark for none.
        decoded = _ESCAPE.sub(_character, folded[1:-1])
        return decoded.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return folded


def _character(escape: re.Match[str]) -> str:
    number = escape[1] or escape[2] or escape[3]
    if number:
        code = int(number, 16)
        return chr(code) if code <= 0x10FFFF else "\ufffd"  # noqa: PLR2004 - Unicode's last
    return {"_": " ", "n": " ", "t": " ", "r": " ", "0": ""}.get(escape[4], escape[4])


def is_heading(line: str) -> bool:
    """Tell whether a line above the first speaker is a place, a date or a time, and no talk."""
    if clock_in(line) or day_in(line) or _BRACKETED.fullmatch(line):
        return True
    words = line.split()
    return (
        len(line) <= _LONGEST_HEADING
        and len(words) <= _MOST_HEADING_WORDS
        and line[-1:] not in set(".?!,;:—-…")
        and all(word[0].isupper() or len(word) <= _SHORT_WORD for word in words)
        and line[:1].isupper()
    )


def is_closing(line: str) -> bool:
    """Tell whether a line below the last words is the end's mark or time: `END 6:30 P.M. EST`."""
    found = _END.fullmatch(line)
    clock = found["clock"] if found else line
    return bool(line) and (not clock or clock_in(clock) is not None)


def clock_in(line: str) -> re.Match[str] | None:
    """Return the time of day that a whole line is, or None."""
    return _CLOCK.fullmatch(line)


def day_in(line: str) -> date | None:
    """Return the day that a whole line is: `(April 9, 2024)`, `9 April 2024`; or None."""
    line = line.strip("()[] ")
    found = _DAY.fullmatch(line) or _DAY_FIRST.fullmatch(line)
    if not found or found["month"][:3].lower() not in _MONTHS:
        return None
    month = _MONTHS.index(found["month"][:3].lower()) + 1
    return _day(int(found["year"]), month, int(found["day"]))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


class Page(NamedTuple):
    """What the page that a transcript was published on tells of the day of the talk.

    Attributes:
        published: when it was published; None where it does not say to the minute.
        last: when it was published or changed last, whichever is later.
        until_tomorrow: the talk begins under an embargo until tomorrow.
    """

    published: datetime | None = None
    last: datetime | None = None
    until_tomorrow: bool = False

    def day_of(self, day: date, clock: re.Match[str] | None) -> date:
        """Return the day of a talk whose transcript gives a day: that one, or the one before.

        A talk begins before its transcript is published; and who puts it under an embargo until
        tomorrow does not publish it today.
        """
        began = _instant(day, clock) if clock else None
        late = began and self.published and began > self.published
        held = self.until_tomorrow and self.last and self.last.date() <= day
        return day - timedelta(days=1) if late or held else day


def page_of(front: Mapping[str, str], opening: str) -> Page:
    """Return what the front matter and the words at the head of a talk tell of its day."""
    published = _iso_time(front.get("published_time", ""))
    changed = _iso_time(front.get("modified_time", ""))
    last = max((time for time in (published, changed) if time), default=None)
    return Page(published, last, bool(_UNTIL_TOMORROW.search(opening)))


def moment(
    headings: Iterable[str], published: str, page: Page | None = None
) -> datetime | date | None:
    """Return when the talk began, as exactly as the headings and the front matter tell.

    The day of a heading is the talk's; with a time of day in a zone that is known it gives the
    instant. The day in the front matter is that of publication: it stands in where no heading has
    one. A time of day is put to it only where the page tells when it was published to the minute,
    because it shows whether that day was the day after.
    """
    lines = tuple(headings)
    page = page or Page()
    day = next(filter(None, map(day_in, lines)), None)
    clock = next(filter(None, map(clock_in, lines)), None)
    if day is None:
        day = _iso_day(published)
        day = day and page.day_of(day, clock)
        clock = clock if page.published else None
    return (_instant(day, clock) if day and clock else None) or day


def _iso_time(text: str) -> datetime | None:
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        return None
    return time if time.tzinfo else None


def _iso_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _instant(day: date, clock: re.Match[str]) -> datetime | None:
    hours = _ZONES.get((clock["zone"] or "").upper())
    hour, minute = int(clock["hour"]), int(clock["minute"] or 0)
    if hours is None or not 1 <= hour <= _HALF_DAY or minute > 59:  # noqa: PLR2004 - minutes
        return None
    hour = hour % _HALF_DAY + (_HALF_DAY if clock["half"] in "pP" else 0)
    zone = timezone(timedelta(hours=hours))
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone)
