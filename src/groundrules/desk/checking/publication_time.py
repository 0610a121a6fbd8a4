"""The instant as of which a draft is checked. The only place that reads the clock for a check."""

from __future__ import annotations

from datetime import UTC, datetime

from groundrules.errors import BadInput, Fault


def publication_time(text: str, place: str = "--as-of") -> datetime:
    """Return the instant that a person gave, or now in the local zone where nothing is given.

    Args:
        text: an instant as ISO 8601 writes it, with its offset from UTC; "" for now.
        place: where it was given, for the fault.

    Raises:
        BadInput: it is none, or it has no offset, so that nobody could tell which instant it is.
    """
    if not text:
        return datetime.now(tz=UTC).astimezone().replace(microsecond=0)
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise _fault(place, "this is not an instant") from None
    if instant.utcoffset() is None:
        raise _fault(place, "the instant has no offset from UTC")
    return instant


def _fault(place: str, message: str) -> BadInput:
    return BadInput(Fault(place, message, "write it like 2026-11-05T06:00-05:00"))
