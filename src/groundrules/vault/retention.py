"""Retention: on which day each conversation is to be gone, and what keeps it.

The day was promised in the talk, or else it follows from the house's own term, counted from the
last activity. Activity moves the house's day alone: a promised one stays.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.record.notation import parse
from groundrules.vault.conversations import talks, texts
from groundrules.vault.keeping import is_held, promised_day
from groundrules.vault.source_answers import Due, Retention

if TYPE_CHECKING:
    from collections.abc import Collection

    from groundrules.vault.answers import Talk
    from groundrules.vault.opened import Vault

PROMISED, HOUSE_TERM, NO_DAY, UNREADABLE = "promised", "house", "none", "unreadable"

MOST_DAYS = 100 * 366
_KEPT = "retention-days"


def retention(vault: Vault, as_of: str = "", names: Collection[str] = ()) -> Retention:
    """Return when conversations are to be gone, the earliest first.

    Args:
        vault: the vault.
        as_of: the day from which days are counted, YYYY-MM-DD; "" for today, in UTC.
        names: which; without any, all of which one may read the terms.

    Raises:
        BadInput: the day is none, or there is no conversation of a name that one may read.
    """
    day, days = day_of(as_of or vault.today), house_days(vault)
    known = {talk.name: talk for talk in talks(vault) if talk.name}
    found = [_due(known[text.name], text.text, day, days) for text in texts(vault, list(names))]
    closed = [talk for talk in talks(vault) if not talk.name and not talk.shredded]
    ordered = sorted(found, key=lambda due: (not due.day, due.day, due.name))
    return Retention(tuple(ordered), len(closed), days)


def house_days(vault: Vault) -> int:
    """Return the house's own term in days after the last activity; 0 where it has none."""
    return int(vault.ledger.kept(_KEPT) or b"0")


def set_house_days(vault: Vault, days: int) -> Retention:
    """Set the house's own term.

    Args:
        vault: the vault.
        days: after the last activity; 0 for none.

    Raises:
        BadInput: it is no number of days.
    """
    if not 0 <= days <= MOST_DAYS:
        message = f"a term has from 0 to {MOST_DAYS:,} days"
        raise BadInput(Fault("--days", message, "0 means that the house has no term of its own"))
    vault.ledger.keep(_KEPT, str(days).encode())
    return retention(vault)


def day_of(text: str) -> date:
    """Return a day.

    Raises:
        BadInput: it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = "this is no day"
        raise BadInput(Fault("--as-of", message, "write it as 2026-11-03")) from None


def _due(talk: Talk, text: str, as_of: date, days: int) -> Due:
    try:
        conversation = parse(text)
    except BadInput:
        # What a record with faults promises cannot be told: it is shown, and kept.
        return Due(talk.name, "", UNREADABLE, held=True, left=0, last_day=talk.last_day)
    day, why = promised_day(conversation), PROMISED
    if day is None and days:
        day, why = date.fromisoformat(talk.last_day) + timedelta(days=days), HOUSE_TERM
    held = is_held(conversation, as_of)
    if day is None:
        return Due(talk.name, "", NO_DAY, held, 0, talk.last_day)
    return Due(talk.name, day.isoformat(), why, held, (day - as_of).days, talk.last_day)
