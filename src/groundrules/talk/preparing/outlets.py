"""Which of the known policies is an outlet's own? By its name, as people write it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_OUTLETS = frozenset({"default"})
"""Policies that nobody works for."""


def policy_of(outlet: str, titles: Mapping[str, str]) -> str:
    """Return the id of the policy of an outlet, or "".

    An outlet is known by a policy's id or by its title, without regard to case, to a leading “the”
    and to punctuation. Nothing is guessed: a name that is only like another is not known.

    Args:
        outlet: its name, as a person typed it.
        titles: policy id to title.
    """
    wanted = _plain(outlet)
    for policy, title in titles.items():
        if policy not in NO_OUTLETS and wanted and wanted in (_plain(policy), _plain(title)):
            return policy
    return ""


def _plain(name: str) -> str:
    words = re.findall(r"\w+", name.casefold())
    return " ".join(words[1:] if words[:1] == ["the"] else words)
