"""How long a talk is kept, as its own record says: the promised day, and a hold."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from functools import cache
from typing import TYPE_CHECKING

from groundrules.readers.policies import PolicyShelf
from groundrules.record.facts import Kind
from groundrules.record.timeline import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.record.facts import Fact
    from groundrules.record.transcript import Conversation
    from groundrules.terms.policy import Policy

_POLICY = "default"
"""What a day means is the same under every policy."""


def promised_day(conversation: Conversation) -> date | None:
    """Return the first day on which something of a talk must be gone; None where none was agreed.

    What was asked and is still open counts as agreed: what is unclear is protected.
    """
    standings = fold(conversation, _policy()).standings
    days = (standing.terms.conditions.delete_by for standing in standings)
    return min((day for day in days if day), default=None)


def is_held(conversation: Conversation, as_of: date) -> bool:
    """Tell whether a hold keeps a talk, or any turn of it, on a day, whatever was promised.

    A hold counts where somebody whom promises bind recorded it (see `rules.newsroom`). One that is
    recorded for a later day is not in force yet.
    """
    end = datetime.combine(as_of, time.max, UTC)
    facts = [
        fact
        for fact in conversation.facts
        if fact.kind in {Kind.HOLD_PLACED, Kind.HOLD_LIFTED}
        and fact.when is not None
        and fact.when <= end
        and (party := conversation.party(fact.by)) is not None
        and party.is_bound
    ]
    turns = (turn.number for turn in conversation.turns)
    return _keeps(fact for fact in facts if not fact.turns) or any(
        _keeps(fact for fact in facts if not fact.turns or fact.about(turn)) for turn in turns
    )


def _keeps(facts: Iterable[Fact]) -> bool:
    latest = max(facts, key=_instant, default=None)
    return latest is not None and latest.kind is Kind.HOLD_PLACED


def _instant(fact: Fact) -> tuple[float, bool]:
    # Of two at one instant, the one that keeps.
    return fact.when.timestamp() if fact.when else 0.0, fact.kind is Kind.HOLD_PLACED


@cache
def _policy() -> Policy:
    return PolicyShelf().load(_POLICY)
