"""Why a right is as it is: said by both, said by one, or filled in by a policy."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from groundrules.record.facts import Kind
from groundrules.record.standing import Doubt
from groundrules.terms.policy import CAUTIOUS, FREE_LEVELS

if TYPE_CHECKING:
    from groundrules.record.timeline import Timeline
    from groundrules.talk.on_paper.promises import Promise
    from groundrules.terms.policy import Policy
    from groundrules.terms.rights import Axis


class Reason(StrEnum):
    """What one right of a promise rests on; the value is its key in a wording."""

    SAID = "said"
    ONE_SIDE = "one_side"
    POLICY = "policy"
    INHERITED = "inherited"
    SILENT = "silent"
    STRICTEST = "strictest"
    EARLIER = "earlier"
    FREE = "free"


UNSAID = frozenset({Reason.POLICY, Reason.INHERITED, Reason.SILENT})
"""What a right rests on where nobody put it in words."""


def reasons(promise: Promise, timeline: Timeline) -> dict[str, Reason]:
    """Return axis name to what the right rests on, in the order of the axes."""
    said = _said(promise, timeline)
    one_sided = any(point.doubt is Doubt.UNCONFIRMED_DEFINITION for point in promise.open)
    found = {}
    for name, permission in promise.terms.rights.by_axis().items():
        value, kind = said.get(name, (None, None))
        if value is permission:
            is_one_sided = one_sided and kind is Kind.TERMS_DEFINED
            found[name] = Reason.ONE_SIDE if is_one_sided else Reason.SAID
        elif value is None:
            found[name] = _unsaid(promise, timeline.policy, name, permission)
        else:
            found[name] = Reason.STRICTEST
    return found


def _said(promise: Promise, timeline: Timeline) -> dict[str, tuple[Axis, Kind]]:
    """Return the rights that were put in words, as they were put last; a level begins anew."""
    said: dict[str, tuple[Axis, Kind]] = {}
    level = None
    for fact in map(timeline.fact, promise.facts):
        if fact.proposal and fact.proposal.level not in (None, level):
            level = fact.proposal.level
            said = {}
        if fact.proposal:
            said |= {name: (value, fact.kind) for name, value in fact.proposal.changes}
    return said


def _unsaid(promise: Promise, policy: Policy, axis: str, permission: Axis) -> Reason:
    if promise.terms.level in FREE_LEVELS:
        return Reason.EARLIER if permission.strictness else Reason.FREE
    level = policy.levels.get(promise.terms.level)
    ruling = level.axes.get(axis) if level else None
    if ruling is None:
        return Reason.SILENT if permission is list(type(permission))[-1] else Reason.EARLIER
    if ruling.value is not permission:
        return Reason.EARLIER
    return Reason.INHERITED if ruling.policy == CAUTIOUS else Reason.POLICY
