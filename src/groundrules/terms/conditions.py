"""What rides along with use rights: descriptions, approval, embargo, retention, whom to tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date, datetime


class Embargo(NamedTuple):
    """A promise not to publish before an instant, or before an event.

    Attributes:
        until: the instant, always with its offset from UTC; None where only an event was named,
            and the record does not say that it has happened.
        event: what must have happened first, in the agreed words; "" where an instant was.
    """

    until: datetime | None = None
    event: str = ""

    def is_over(self, as_of: datetime) -> bool:
        """Tell whether the instant has come. An event never passes by itself: it is recorded."""
        return self.until is not None and as_of >= self.until


class Conditions(NamedTuple):
    """What must hold, besides the rights, for the words to be used.

    Attributes:
        descriptions: the descriptions agreed for the source; None where none was agreed upon,
            which restricts nothing, and the empty set where two promises leave none in common.
        quote_approval: the source must approve quotations before they are used.
        embargoes: all of them must be over.
        delete_by: the day on which notes and recordings must be gone.
        tell: who at home may be told, in the agreed words, such as an employer or a board: those
            who need to know. None where nothing was agreed upon, which restricts nothing, and the
            empty set where two promises leave nobody in common.
    """

    descriptions: frozenset[str] | None = None
    quote_approval: bool = False
    embargoes: frozenset[Embargo] = frozenset()
    delete_by: date | None = None
    tell: frozenset[str] | None = None


UNCONDITIONAL = Conditions()


def both(a: Conditions, b: Conditions) -> Conditions:
    """Return the conditions that keep both: the meet of the lattice."""
    return Conditions(
        descriptions=_common(a.descriptions, b.descriptions),
        quote_approval=a.quote_approval or b.quote_approval,
        embargoes=a.embargoes | b.embargoes,
        delete_by=min((day for day in (a.delete_by, b.delete_by) if day), default=None),
        tell=_common(a.tell, b.tell),
    )


def _common(a: frozenset[str] | None, b: frozenset[str] | None) -> frozenset[str] | None:
    if a is None or b is None:
        return b if a is None else a
    return a & b
