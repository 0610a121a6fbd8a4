"""Comparing policies: the same word, different rights."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.policies.list_policies import one_policy
from groundrules.terms.comparison import compare

if TYPE_CHECKING:
    from groundrules.config.settings import Settings
    from groundrules.terms.comparison import Difference
    from groundrules.terms.policy import Policy


class Comparison(NamedTuple):
    """Two policies and every difference between them."""

    first: Policy
    second: Policy
    differences: tuple[Difference, ...]


def compare_policies(first: str, second: str, settings: Settings) -> Comparison:
    """Return what two policies make of the same levels and practices.

    Raises:
        BadInput: there is no such policy, or one cannot be loaded.
    """
    a, b = one_policy(first, settings), one_policy(second, settings)
    return Comparison(a, b, compare(a, b))
