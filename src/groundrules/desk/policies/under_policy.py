"""The settings of a run with another policy in the house's place, for one question alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.config.settings import Setting

if TYPE_CHECKING:
    from groundrules.config.settings import Settings


def under_policy(settings: Settings, policy: str) -> Settings:
    """Return settings under a policy; as they are, where none is named.

    Args:
        settings: of the run.
        policy: the policy's id, or "".
    """
    if not policy:
        return settings
    asked = {"policy": Setting(policy, "what was asked for")}
    return settings._replace(by_key={**settings.by_key, **asked})
