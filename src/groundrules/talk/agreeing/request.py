"""What somebody wants to agree on: a level, what was settled about it, and the conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.agreement import terms_of
from groundrules.record.facts import Proposal
from groundrules.terms.promise import ON_THE_RECORD

if TYPE_CHECKING:
    from collections.abc import Mapping

    from groundrules.terms.levels import Level
    from groundrules.terms.policy import Policy
    from groundrules.terms.promise import Terms
    from groundrules.terms.rights import Axis

NO_CONDITIONS = Proposal()


class Settled(NamedTuple):
    """A level with what the two have settled about it.

    Attributes:
        axes: axis name to permission, for each question that was answered.
        conditions: a proposal of which only the conditions and the scope count.
    """

    level: Level
    axes: Mapping[str, Axis]
    conditions: Proposal = NO_CONDITIONS

    @property
    def named(self) -> Proposal:
        """Return the proposal as it is first put: the level by its name."""
        return Proposal(level=self.level, scope=self.conditions.scope)

    def defined(self, policy: Policy) -> Proposal:
        """Return the proposal as it is read back: every axis is put in words.

        What nobody settled is read as the policy has it, and said, so that it is agreed too: the
        meaning of the level then hangs on no policy that may change.
        """
        rights = policy.rights(self.level).changed(self.axes)
        return self.conditions._replace(level=self.level, changes=tuple(rights.by_axis().items()))

    def terms(self, policy: Policy, current: Terms = ON_THE_RECORD) -> Terms:
        """Return the promise that a yes to the read-back makes.

        Args:
            policy: the one that the talk is read under.
            current: the terms in force; their conditions ride on where these name none.
        """
        return terms_of(self.defined(policy), policy, current)
