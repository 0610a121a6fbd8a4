"""Facts that a newsroom records, by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from groundrules.record.facts import (
    Corroboration,
    Decision,
    DeskRole,
    Fact,
    Kind,
    Purpose,
    Turns,
)
from rule_cases import AS_OF

BEFORE = AS_OF - timedelta(hours=1)
AFTER = AS_OF + timedelta(hours=1)
BEFORE_THE_TALK = datetime(2026, 11, 2, tzinfo=UTC)
FIRST = (Turns(1, 1),)
SECOND = (Turns(2, 2),)


def decision(
    kind: Kind,
    role: DeskRole = DeskRole.EDITOR,
    *,
    turns: tuple[Turns, ...] = (),
    by: str = "AR",
    when: datetime | None = BEFORE,
    **more: object,
) -> Fact:
    """Return what somebody of a role decided."""
    return Fact(kind, by, turns=turns, when=when, decision=Decision(role, **more))  # type: ignore[arg-type]


def signed(role: DeskRole = DeskRole.EDITOR, **more: object) -> Fact:
    return decision(Kind.USE_SIGNED_OFF, role, **more)  # type: ignore[arg-type]


def leave(role: DeskRole = DeskRole.MANAGER, when: datetime | None = BEFORE_THE_TALK) -> Fact:
    return decision(Kind.USE_SIGNED_OFF, role, when=when, purpose=Purpose.PROMISE)


def waived(rule: str, *, expires: datetime | None = AFTER, **more: object) -> Fact:
    return decision(Kind.FINDING_WAIVED, turns=FIRST, rule=rule, expires=expires, **more)  # type: ignore[arg-type]


def borne_out(
    source: str, *, independent: bool = True, prompted: bool = True, by: str = "AR"
) -> Fact:
    """Return that something bears out the first turn."""
    found = Corroboration(source, independent, prompted)
    return Fact(Kind.STATEMENT_CORROBORATED, by, turns=FIRST, when=BEFORE, corroboration=found)
