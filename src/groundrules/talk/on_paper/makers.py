"""Who made an agreement, and how: they put its terms, said yes to them or stayed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.facts import PROPOSALS, Kind
from groundrules.terms.levels import Level

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.record.facts import Fact


def makers(facts: Iterable[Fact]) -> dict[str, Kind]:
    """Return the ids of those who made an agreement, each with the last that they did for it.

    Of several who were asked, some may refuse, or ask for the record instead, and leave. That is
    among the facts that led to the agreement of the others, and makes nobody promise anything.

    Args:
        facts: those that led to it, in the order of the talk.
    """
    made: dict[str, Kind] = {}
    for fact in facts:
        if makes(fact):
            made[fact.by] = fact.kind
        elif fact.kind in _REFUSING:
            made.pop(fact.by, None)
    return made


def makes(fact: Fact) -> bool:
    """Tell whether somebody put terms or accepted some; to ask for the record is neither."""
    to_record = fact.proposal is not None and fact.proposal.level is Level.ON_THE_RECORD
    return fact.kind in _MAKING and not to_record


_MAKING = PROPOSALS | {Kind.TERMS_AGREED, Kind.CONSENT_IMPLIED}
_REFUSING = frozenset({Kind.TERMS_COUNTERED, Kind.TERMS_DECLINED, Kind.PARTY_LEFT})
