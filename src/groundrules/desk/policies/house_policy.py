"""The policies that apply: the publishing house's own, and the one a conversation is read under."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.readers.policies import PolicyShelf
from groundrules.rules.registry import all_rules
from groundrules.rules.selection import nearest
from groundrules.terms.policy import Ruling, Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from groundrules.config.settings import Settings
    from groundrules.record.transcript import Conversation
    from groundrules.terms.policy import Policy


class Policies:
    """The policies of one run, each loaded once.

    Attributes:
        house: the policy of the house that publishes, with the severities that it set itself.
    """

    def __init__(self, settings: Settings) -> None:
        """Load the house's policy.

        Raises:
            BadInput: there is no such policy, or a severity is for a rule that does not exist.
        """
        self._shelf = PolicyShelf(settings.paths("policies"))
        self._loaded: dict[str, Policy] = {}
        asked_in = settings.by_key["policy"].origin
        self.house = _with_severities(self.named(settings.word("policy"), asked_in), settings)

    def of(self, conversation: Conversation) -> Policy:
        """Return the policy under which a conversation is read: its own, or else the house's.

        Raises:
            BadInput: it names one that does not exist, or that cannot be loaded.
        """
        if not conversation.policy:
            return self.house
        return self.named(conversation.policy, f"conversation {conversation.id}")

    def named(self, name: str, asked_in: str) -> Policy:
        """Return the policy of this name.

        Args:
            name: the policy's id.
            asked_in: the option or file in which it was written, for the fault.

        Raises:
            BadInput: there is none, or it cannot be loaded.
        """
        if name not in self._loaded:
            self._loaded[name] = self._shelf.load(name, asked_in=asked_in)
        return self._loaded[name]


def _with_severities(policy: Policy, settings: Settings) -> Policy:
    table = settings.table("severities")
    if not table:
        return policy
    origin = settings.by_key["severities"].origin
    _refuse_unknown(table, origin)
    own = {name: Ruling(word, origin, status=Status.VERIFIED) for name, word in table.items()}
    return replace(policy, severities={**policy.severities, **own})


def _refuse_unknown(table: Mapping[str, str], origin: str) -> None:
    names = {rule.name for rule in all_rules()}
    faults = [_unknown(name, origin) for name in table if name not in names]
    if faults:
        raise BadInput(*faults)


def _unknown(name: str, origin: str) -> Fault:
    rules = all_rules()
    by_code = {rule.code: rule.name for rule in rules}
    if name in by_code:
        message = f"a severity goes with the name of a rule, and {name} is its code"
        return Fault(origin, message, f"write {by_code[name]}")
    return Fault(origin, f"no rule is called {name!r}", nearest(rules, name))
