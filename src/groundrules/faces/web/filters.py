"""How instants, sizes and terms are written in pages."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from groundrules.faces.web.languages import chosen, gettext

if TYPE_CHECKING:
    from collections.abc import Callable

_MILLISECONDS = 1000
_KIB = 1024


def day(value: date | datetime | str) -> str:
    """Return a day as people write it: `3 Nov 2026`, or `3.11.2026` in German."""
    if not value:
        return ""
    when = date.fromisoformat(value[:10]) if isinstance(value, str) else value
    if chosen() == "de":
        return f"{when.day}.{when.month}.{when.year}"
    return f"{when.day} {when.strftime('%b')} {when.year}"


def moment(value: datetime | str) -> str:
    """Return an instant to the minute, in its own zone."""
    if not value:
        return ""
    when = datetime.fromisoformat(value) if isinstance(value, str) else value
    return f"{day(when)}, {when:%H:%M}"


def clock(milliseconds: int | None) -> str:
    """Return a place in a recording, `0:13:41`; "" for none."""
    if milliseconds is None:
        return ""
    minutes, seconds = divmod(milliseconds // _MILLISECONDS, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}"


def size(number: int) -> str:
    """Return a number of bytes as people read it."""
    if number < _KIB:
        return gettext("%(number)s bytes") % {"number": number}
    value, unit = number / _KIB, "KiB"
    if value >= _KIB:
        value, unit = value / _KIB, "MiB"
    return f"{value:.1f} {unit}"


FILTERS: dict[str, Callable[..., Any]] = {
    "day": day,
    "moment": moment,
    "clock": clock,
    "size": size,
}
"""Name in a template to function."""
