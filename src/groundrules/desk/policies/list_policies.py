"""Listing policies, and showing one: those that ship, and the newsroom's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.errors import BadInput
from groundrules.readers.policies import PolicyShelf

if TYPE_CHECKING:
    from groundrules.config.settings import Settings
    from groundrules.errors import Fault
    from groundrules.terms.policy import Policy


def every_policy(settings: Settings) -> tuple[Policy, ...]:
    """Return every policy on the shelf, by name.

    Raises:
        BadInput: with the faults of every policy that cannot be loaded.
    """
    shelf = PolicyShelf(settings.paths("policies"))
    found: list[Policy] = []
    faults: list[Fault] = []
    for name in shelf.names():
        try:
            found.append(shelf.load(name))
        except BadInput as error:
            faults += error.faults
    if faults:
        raise BadInput(*dict.fromkeys(faults))
    return tuple(found)


def one_policy(name: str, settings: Settings) -> Policy:
    """Return the policy of a name.

    Raises:
        BadInput: there is none, or it cannot be loaded.
    """
    return PolicyShelf(settings.paths("policies")).load(name)
