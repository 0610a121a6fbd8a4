"""Zones: the offsets from UTC of the zone names that people say, summer time included.

Pure tables, so that reading a talk needs no clock and no data of the machine. The rules are those
in force since 2007 in the United States and Canada (Energy Policy Act of 2005, section 110), since
1996 in the European Union and the United Kingdom (Directive 2000/84/EC), and since 2008 in south
eastern Australia.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from enum import Enum
from typing import NamedTuple


class _Summer(Enum):
    """Under whose rule the clocks change."""

    NEVER = "never"
    AMERICAN = "american"
    EUROPEAN = "european"
    AUSTRALIAN = "australian"


class Zone(NamedTuple):
    """A zone by its name: minutes ahead of UTC in winter, and how its summer time is ruled."""

    minutes: int
    summer: _Summer = _Summer.NEVER

    def at(self, day: date, hour: int, minute: int) -> datetime:
        """Return a time of the zone's clocks as an instant with its offset from UTC."""
        minutes = self.minutes + (_AN_HOUR if _is_summer(self, day, hour) else 0)
        offset = timezone(timedelta(minutes=minutes))
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=offset)


def zone_named(words: str) -> Zone | None:
    """Return the zone that words in lower case name, or None: `eastern`, `gmt`, `london time`."""
    return _ZONES.get(words)


def _is_summer(zone: Zone, day: date, hour: int) -> bool:
    now = (day, hour)
    if zone.summer is _Summer.AMERICAN:
        return (_sunday(day.year, 3, 2), 2) <= now < (_sunday(day.year, 11, 1), 2)
    if zone.summer is _Summer.EUROPEAN:
        change = 1 + zone.minutes // _AN_HOUR
        return (_last_sunday(day.year, 3), change) <= now < (_last_sunday(day.year, 10), change + 1)
    if zone.summer is _Summer.AUSTRALIAN:
        return not (_sunday(day.year, 4, 1), 3) <= now < (_sunday(day.year, 10, 1), 2)
    return False


def _sunday(year: int, month: int, number: int) -> date:
    """Return the first, second … Sunday of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (number - 1))


def _last_sunday(year: int, month: int) -> date:
    """Return the last Sunday of a month of 31 days."""
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)


_AN_HOUR = 60
_A, _E, _S = _Summer.AMERICAN, _Summer.EUROPEAN, _Summer.AUSTRALIAN

_ZONES: dict[str, Zone] = {
    **dict.fromkeys(
        (
            *("eastern", "et", "est", "edt", "eastern standard", "eastern daylight", "new york"),
            *("washington", "east coast"),
        ),
        Zone(-300, _A),
    ),
    **dict.fromkeys(
        ("central", "ct", "cdt", "central standard", "central daylight", "chicago"), Zone(-360, _A)
    ),
    **dict.fromkeys(
        ("mountain", "mt", "mst", "mdt", "mountain standard", "mountain daylight", "denver"),
        Zone(-420, _A),
    ),
    **dict.fromkeys(
        (
            *("pacific", "pt", "pst", "pdt", "pacific standard", "pacific daylight"),
            *("los angeles", "west coast"),
        ),
        Zone(-480, _A),
    ),
    **dict.fromkeys(("alaska", "alaskan"), Zone(-540, _A)),
    "hawaii": Zone(-600),
    **dict.fromkeys(("atlantic", "atlantic standard", "atlantic daylight"), Zone(-240, _A)),
    **dict.fromkeys(
        ("gmt", "utc", "zulu", "greenwich mean", "greenwich", "universal", "coordinated universal"),
        Zone(0),
    ),
    **dict.fromkeys(
        ("london", "uk", "british", "british summer", "bst", "dublin", "lisbon"), Zone(0, _E)
    ),
    **dict.fromkeys(
        (
            *("central european", "central european summer", "cet", "cest", "brussels", "paris"),
            *("berlin", "rome", "madrid", "vienna", "geneva", "zurich", "amsterdam", "warsaw"),
            *("stockholm", "oslo", "copenhagen", "prague", "budapest"),
        ),
        Zone(60, _E),
    ),
    **dict.fromkeys(
        (
            *("eastern european", "eastern european summer", "eet", "eest", "athens", "helsinki"),
            *("kyiv", "kiev", "bucharest", "vilnius", "riga", "tallinn"),
        ),
        Zone(120, _E),
    ),
    **dict.fromkeys(("moscow", "msk", "istanbul", "riyadh"), Zone(180)),
    **dict.fromkeys(("japan standard", "japan", "jst", "tokyo"), Zone(540)),
    **dict.fromkeys(("korea standard", "korea", "kst", "seoul"), Zone(540)),
    **dict.fromkeys(("beijing", "china", "hong kong", "singapore", "manila"), Zone(480)),
    **dict.fromkeys(("india", "indian standard", "delhi", "mumbai"), Zone(330)),
    **dict.fromkeys(
        (
            *("sydney", "melbourne", "canberra", "australian eastern", "aet", "aest", "aedt"),
            *("australian eastern standard", "australian eastern daylight"),
        ),
        Zone(600, _S),
    ),
}
"""Names in lower case, without the word `time`.

The two names of one zone mean its clocks on the day in question: people say "Eastern Standard
Time" in July, and mean the time on the wall.
"""

ZONE_NAMES = tuple(sorted(_ZONES, key=len, reverse=True))
"""Every name, the longest first."""
