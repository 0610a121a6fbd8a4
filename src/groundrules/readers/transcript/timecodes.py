"""A time in a transcript, as people and products write it: `1:02:03`, `00:05`, `0:15.250`.

Read are hours, minutes and seconds with a colon between, and a part of a second behind a full stop
or a comma; hours may be missing, and minutes then pass 59. Anything finer than a millisecond is
cut. A fourth number would count frames, and how many make a second is not said: that is a fault.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from groundrules.readers.transcript.cues import Faults

TIME = r"\d{1,3}:\d{1,2}(?::\d{1,2}(?:[:;]\d{1,3})?)?(?:[.,]\d{1,9})?"
"""The shape of a time; whether it is one is for `milliseconds` to say."""

LONGEST_HOURS = 999
"""A recording of more hours than this is taken for damage."""

_PARTS = re.compile(
    r"(?:(?P<hours>\d{1,3}):)?(?P<minutes>\d{1,3}):(?P<seconds>\d{1,2})(?:[.,](?P<part>\d{1,9}))?",
    re.ASCII,
)

_SIXTY = 60

_DIGITS = 3

_REMEDY = "write H:MM:SS or MM:SS, with milliseconds behind a full stop"


def milliseconds(time: str, line: int, faults: Faults) -> int | None:
    """Return a time in milliseconds; None where it is none, which is a fault of its line."""
    found = _PARTS.fullmatch(time)
    if not found:
        faults.add(line, "the time counts frames, or is none", _REMEDY)
        return None
    hours, minutes = int(found["hours"] or 0), int(found["minutes"])
    seconds = int(found["seconds"])
    if seconds >= _SIXTY or (found["hours"] and minutes >= _SIXTY):
        faults.add(line, "the time is past 59 minutes or 59 seconds", _REMEDY)
        return None
    part = (found["part"] or "")[:_DIGITS].ljust(_DIGITS, "0")
    return ((hours * _SIXTY + minutes) * _SIXTY + seconds) * 1000 + int(part)
