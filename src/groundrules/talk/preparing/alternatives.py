"""The ways to talk, or not to: always all of them, always in the same order."""

from __future__ import annotations

from enum import StrEnum

from groundrules.terms.levels import Level


class Alternative(StrEnum):
    """One way to talk, in the order in which they are shown: the most open one first."""

    ON_THE_RECORD = "on-the-record"
    NOT_FOR_ATTRIBUTION = "not-for-attribution"
    BACKGROUND = "background"
    DEEP_BACKGROUND = "deep-background"
    OFF_THE_RECORD = "off-the-record"
    TRAIL = "document-trail"
    NOTHING = "say-nothing"

    @property
    def level(self) -> Level | None:
        """Return the level that it is; None where nothing is told on any terms."""
        return Level(self.value) if self.value in set(Level) else None
