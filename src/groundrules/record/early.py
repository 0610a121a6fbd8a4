"""What is dated before the talk that it is about: a slip of the pen, which must free nothing."""

from __future__ import annotations

from datetime import datetime, time, timedelta, timezone
from typing import TYPE_CHECKING

from groundrules.record.facts import OF_THE_NEWSROOM

if TYPE_CHECKING:
    from datetime import date

    from groundrules.record.facts import Fact

TOO_EARLY = "this is dated before the talk"

_EARLIEST_ZONE = timezone(timedelta(hours=14))


def is_early(fact: Fact, began: datetime | date | None) -> bool:
    """Tell whether a fact from afterwards is dated before its talk can have begun.

    What is the newsroom's own to record may be: a manager allows a promise before it is made.

    Args:
        fact: the fact.
        began: the day of the talk, or its instant; None where nobody knows.
    """
    if began is None or fact.when is None or fact.kind in OF_THE_NEWSROOM:
        return False
    if not isinstance(began, datetime):
        began = datetime.combine(began, time.min, _EARLIEST_ZONE)
    return fact.when < began
