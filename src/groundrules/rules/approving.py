"""Approvals: which uses of unnamed sources the house wants approved, by whom, and what there is.

An approval is bound to a statement, and so to its source, to a story and to a use. Only a draft
that declares its story is held against them, for no other can be told from its neighbours.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.facts import Kind, Purpose
from groundrules.rules.newsroom import decided, may_decide
from groundrules.rules.newsroom import spoken_of as role_spoken_of
from groundrules.rules.storytelling import told
from groundrules.rules.usage import in_quotation_marks, is_unnamed, permitted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.draft.document import Span
    from groundrules.evidence.case import Case, Evidenced
    from groundrules.rules.rule import Finding, Rule


class Needed(NamedTuple):
    """An approval that the house asks for.

    Attributes:
        span: the passage of the draft.
        role: who must approve it at least, as the policy has it.
    """

    evidenced: Evidenced
    span: Span
    purpose: Purpose
    role: str


class Outcome(StrEnum):
    """What the record has of an approval that is needed."""

    GIVEN = "given"
    MISSING = "missing"
    INSUFFICIENT = "insufficient"
    EXPIRED = "expired"


_PRACTICES = {
    Purpose.ANONYMOUS: "approval_anonymous",
    Purpose.QUOTATION: "approval_direct_quote",
    Purpose.ALLEGATION: "approval_serious_allegation",
}


def lacking(case: Case, outcome: Outcome) -> Iterator[Needed]:
    """Yield the approvals that are needed and of which the record has this."""
    return (one for one in needed(case) if outcome_of(case, one) is outcome)


def findings(rule: Rule, case: Case, outcome: Outcome, fault: str) -> Iterator[Finding]:
    """Yield what a rule finds: each approval that is needed and of which the record has this.

    Args:
        rule: the rule that finds it.
        case: the case.
        outcome: what the record has of the approval.
        fault: what is said behind what is to be approved; `{role}` stands for who must approve.
    """
    for one in lacking(case, outcome):
        role, statement = role_spoken_of(one.role), one.evidenced.statement.id
        yield rule.finding(
            case,
            one.span,
            f"has {_SPOKEN[one.purpose]} {fault.format(role=role)}",
            f"have {role} or somebody higher decide, and record the sign-off "
            f"(statement {statement})",
            statement=statement,
        )


def needed(case: Case) -> Iterator[Needed]:
    """Yield the approvals that the house asks for; of each statement and purpose the first."""
    if not case.story.id:
        return
    seen = set()
    for one in _asked_for(case):
        key = (one.evidenced.statement.id, one.purpose)
        if one.role and key not in seen:
            seen.add(key)
            yield one


def outcome_of(case: Case, one: Needed) -> Outcome:
    """Return what the record has of an approval that is needed."""
    found = [
        (may_decide(each.decision.role, one.role), each.in_force)
        for each in decided(case, one.evidenced, Kind.USE_SIGNED_OFF)
        if each.decision.purpose is one.purpose
    ]
    if (True, True) in found:
        return Outcome.GIVEN
    if (True, False) in found:
        return Outcome.EXPIRED
    return Outcome.INSUFFICIENT if (False, True) in found else Outcome.MISSING


def _asked_for(case: Case) -> Iterator[Needed]:
    for use in permitted(case):
        if use.is_sourced and use.is_unnamed:
            yield _need(case, use.evidenced, use.span, Purpose.ANONYMOUS)
            for part in in_quotation_marks(case, use.span):
                yield _need(case, use.evidenced, part, Purpose.QUOTATION)
    for one in told(case):
        if one.fact.allegation and len(one.statements) == len(one.fact.rests_on) == 1:
            (only,) = one.statements
            if is_unnamed(only.standing):
                yield _need(case, only, one.span, Purpose.ALLEGATION)


def _need(case: Case, evidenced: Evidenced, span: Span, purpose: Purpose) -> Needed:
    return Needed(evidenced, span, purpose, case.policy.word(_PRACTICES[purpose]))


_SPOKEN = {
    Purpose.ANONYMOUS: "the use of an unnamed source",
    Purpose.QUOTATION: "a direct quotation of an unnamed source",
    Purpose.ALLEGATION: "a serious allegation from one unnamed source",
}
