"""What the newsroom records of its own doing: sign-offs, who knows a source, what is waived.

A fact of the newsroom counts where somebody whom promises bind has recorded it, from its instant
on and until it expires, and for the story that it names or, where it names none, for every story.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.facts import DeskRole, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case, Evidenced
    from groundrules.record.facts import Decision, Fact


class Decided(NamedTuple):
    """A decision about a statement.

    Attributes:
        in_force: it has been made by the instant of the case, and has not expired.
    """

    decision: Decision
    in_force: bool


def done(evidenced: Evidenced, kind: Kind) -> Iterator[Fact]:
    """Yield what the newsroom recorded of one kind about a statement."""
    talk = evidenced.conversation
    for fact in talk.facts:
        party = talk.party(fact.by) if fact.kind is kind else None
        named = not fact.turns or fact.about(evidenced.statement.place.turn)
        if party and party.is_bound and named:
            yield fact


def decided(case: Case, evidenced: Evidenced, kind: Kind) -> Iterator[Decided]:
    """Yield the decisions of one kind about a statement that are for this story."""
    for fact in done(evidenced, kind):
        decision = fact.decision
        if decision and decision.story in {"", case.story.id}:
            made = fact.when is None or fact.when <= case.as_of
            over = decision.expires is not None and case.as_of >= decision.expires
            yield Decided(decision, made and not over)


def is_held(case: Case, evidenced: Evidenced) -> bool:
    """Tell whether notes must be kept at the instant of the case, whatever was promised."""
    facts = [
        fact
        for kind in (Kind.HOLD_PLACED, Kind.HOLD_LIFTED)
        for fact in done(evidenced, kind)
        if fact.when is not None and fact.when <= case.as_of
    ]
    latest = max(facts, key=_instant, default=None)
    return latest is not None and latest.kind is Kind.HOLD_PLACED


def may_decide(role: DeskRole, asked: str) -> bool:
    """Tell whether somebody of a role may decide what is for another role to decide.

    Whoever stands higher may. Counsel decides what is for counsel, and nothing else.
    """
    if DeskRole.LEGAL in {role, asked}:
        return role == asked
    return _LADDER.index(role) >= _LADDER.index(DeskRole(asked))


def spoken_of(role: str) -> str:
    """Return a role as it reads in a sentence: `a department head`."""
    return _SPOKEN[DeskRole(role)]


def _instant(fact: Fact) -> tuple[float, bool]:
    """Return by what the latest is told; of two at one instant, the one that keeps."""
    return fact.when.timestamp() if fact.when else 0.0, fact.kind is Kind.HOLD_PLACED


_LADDER: list[DeskRole] = [role for role in DeskRole if role is not DeskRole.LEGAL]
_SPOKEN = {
    DeskRole.EDITOR: "an editor",
    DeskRole.DEPARTMENT_HEAD: "a department head",
    DeskRole.MANAGER: "a manager",
    DeskRole.SENIOR_EDITOR: "a senior editor",
    DeskRole.LEGAL: "counsel",
}
