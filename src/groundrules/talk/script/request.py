"""What a script is asked for: a level, a policy, a side of the table and a channel."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from groundrules.terms.conditions import Conditions
from groundrules.terms.promise import Terms

if TYPE_CHECKING:
    from groundrules.terms.levels import Level
    from groundrules.terms.policy import Policy


class Side(StrEnum):
    """Who says the words."""

    SOURCE = "source"
    REPORTER = "reporter"


class Channel(StrEnum):
    """How the two talk. A message carries no spoken yes."""

    PHONE = "phone"
    IN_PERSON = "in-person"
    VIDEO = "video"
    MESSAGE = "message"


class Request(NamedTuple):
    """What a script is made for.

    Attributes:
        policy: the outlet's policy; where `mine` is given, that of the other side.
        mine: the policy that the speaker goes by, where it is another one.
        descriptions: how the source may be described, as far as it is known beforehand.
    """

    level: Level
    policy: Policy
    side: Side = Side.SOURCE
    channel: Channel = Channel.PHONE
    mine: Policy | None = None
    descriptions: tuple[str, ...] = ()

    @property
    def own(self) -> Policy:
        """Return the policy whose reading the speaker puts forward."""
        return self.mine or self.policy

    @property
    def policies(self) -> tuple[Policy, ...]:
        """Return the policies of both sides, or the one that both go by."""
        return (self.policy, self.mine) if self.mine else (self.policy,)

    @property
    def outlet(self) -> Policy:
        """Return the policy of the reporter's side: it says what the reporter may promise."""
        return self.own if self.side is Side.REPORTER else self.policy

    @property
    def terms(self) -> Terms:
        """Return the promise that the words put forward."""
        described = Conditions(descriptions=frozenset(self.descriptions) or None)
        return Terms(self.level, self.own.rights(self.level), described)
