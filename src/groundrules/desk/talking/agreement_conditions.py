"""The conditions of an agreement as a person types them: days, instants, events, words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.record.facts import Proposal
from groundrules.record.notation.faults import Unreadable
from groundrules.record.notation.values import (
    looks_like_date,
    read_day,
    read_instant,
    read_timecode,
)
from groundrules.terms.conditions import Embargo

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from typing import TypeVar

    Value = TypeVar("Value")


class Typed(NamedTuple):
    """What was typed about conditions; each is empty where nothing was.

    Attributes:
        embargo: an instant with its offset from UTC, or else the event in words.
        delete_by: a day.
        topic: what the terms are limited to.
        at: the time in the recording.
    """

    descriptions: tuple[str, ...] = ()
    approval: bool = False
    embargo: str = ""
    delete_by: str = ""
    tell: tuple[str, ...] = ()
    topic: str = ""
    at: str = ""

    def conditions(self) -> Proposal:
        """Return them as a proposal that names no level.

        Raises:
            BadInput: a day or an instant is none.
        """
        return Proposal(
            descriptions=self.descriptions,
            quote_approval=self.approval,
            embargo=_read("--embargo", self.embargo, _embargo),
            delete_by=_read("--delete-by", self.delete_by, read_day),
            tell=self.tell,
            scope=self.topic,
        )

    def start(self) -> int | None:
        """Return the time in the recording in milliseconds, or None.

        Raises:
            BadInput: it is no time.
        """
        return _read("--at", self.at, read_timecode)


def over_already(conditions: Proposal, now: datetime) -> tuple[Fault, ...]:
    """Return what is over before it has begun: most likely a slip, though no promise is broken."""
    remedy = "check day and year before you read it aloud"
    embargo, day = conditions.embargo, conditions.delete_by
    options = {
        "--embargo": embargo is not None and embargo.is_over(now),
        "--delete-by": day is not None and day < now.date(),
    }
    return tuple(Fault(one, "this is over already", remedy) for one in options if options[one])


def _read(option: str, text: str, reader: Callable[[str], Value]) -> Value | None:
    try:
        return reader(text) if text else None
    except Unreadable as reason:
        raise BadInput(Fault(option, reason.message, reason.remedy)) from None


def _embargo(text: str) -> Embargo:
    return Embargo(read_instant(text)) if looks_like_date(text) else Embargo(event=text)
