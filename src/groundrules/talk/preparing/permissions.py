"""What a level lets the reporter do at this outlet, and how sure each part of that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from groundrules.terms.policy import CAUTIOUS
from groundrules.terms.rights import AXES, SEALED, Publish

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.talk.preparing.guidance import Guidance
    from groundrules.terms.levels import Level
    from groundrules.terms.policy import Policy, Ruling

SURENESS = ("verified", "secondary", "unverified", "inherited", "parent", "silent", "negotiable")
"""How sure a permission is: the status that the outlet's own ruling has, or whose ruling it is."""

_MOOT_UNPUBLISHED = ("quote", "attribute", "contradict")


class Permission(NamedTuple):
    """What the reporter may do on one axis.

    Attributes:
        says: it, in words.
        sureness: how sure it is, in words.
    """

    axis: str
    says: str
    sureness: str


def permissions(level: Level, policy: Policy, guidance: Guidance) -> tuple[Permission, ...]:
    """Return what a level lets the reporter do, axis by axis.

    Where nothing may be published it does not matter how it would be; and what nobody rules on is
    taken as withheld.
    """
    rulings = policy.levels[level].axes if level in policy.levels else {}
    found = [_permission(axis, rulings.get(axis), policy, guidance) for axis in AXES]
    hidden = policy.rights(level).publish is Publish.NO
    return tuple(one for one in found if not (hidden and one.axis in _MOOT_UNPUBLISHED))


def _permission(
    axis: str, ruling: Ruling[Any] | None, policy: Policy, guidance: Guidance
) -> Permission:
    value = SEALED.by_axis()[axis] if ruling is None else ruling.value
    notes = "; ".join(guidance.sureness[name] for name in _sureness(ruling, policy))
    return Permission(axis, guidance.rights[axis, str(value)], notes)


def _sureness(ruling: Ruling[Any] | None, policy: Policy) -> Iterator[str]:
    if ruling is None:
        yield "silent"
        return
    if ruling.policy == CAUTIOUS:
        yield "inherited"
    elif ruling.policy != policy.id:
        yield "parent"
    else:
        yield ruling.status.value
    if ruling.negotiable:
        yield "negotiable"
