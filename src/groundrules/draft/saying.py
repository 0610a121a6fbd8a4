"""What an attribution is among the tokens of a sentence."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from groundrules.draft.attribution import SourceForm
    from groundrules.draft.noun_phrase import NounPhrase


class Order(Enum):
    """Where the source stands: before its verb, behind it, behind *according to* or *told by*."""

    BEFORE = "before"
    BEHIND = "behind"
    ACCORDING = "according"
    BY = "by"


class Saying(NamedTuple):
    """An attribution among the tokens of a sentence; every end is the token behind the last."""

    start: int
    end: int
    source_start: int
    source_end: int
    form: SourceForm
    plural: bool
    order: Order
    declined: bool = False


def said_before(end: int, source: NounPhrase | None, *, declined: bool = False) -> Saying | None:
    """Return the attribution whose source stands before a verb that ends there, or None."""
    if source is None:
        return None
    span, order = (min(source.start, end - 1), end), Order.BEFORE
    return Saying(*span, source.source, source.end, source.form, source.plural, order, declined)


def said_behind(at: int, source: NounPhrase | None, order: Order) -> Saying | None:
    """Return the attribution that begins there and ends with its source, or None."""
    if source is None:
        return None
    span = (at, source.end)
    return Saying(*span, source.source, source.end, source.form, source.plural, order)
