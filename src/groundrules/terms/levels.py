"""The levels: the names people use for terms. What each allows is a policy's to say."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """A name for terms, in order of how much is usually withheld, least first.

    `PLAIN_WORDS` is an agreement made without any of the names: "as long as you don't use my
    name". Its rights are those that were said, and everything else stays on the record.
    """

    ON_THE_RECORD = "on-the-record"
    PLAIN_WORDS = "plain-words"
    NOT_FOR_ATTRIBUTION = "not-for-attribution"
    BACKGROUND = "background"
    CHATHAM_HOUSE = "chatham-house"
    DEEP_BACKGROUND = "deep-background"
    OFF_THE_RECORD = "off-the-record"

    @property
    def strictness(self) -> int:
        """Return the place among the levels; 0 is on the record."""
        return _ORDER[self]

    @property
    def spoken(self) -> str:
        """Return the level as it reads in a sentence: `off the record`."""
        return _SPOKEN[self]


_ORDER = {level: place for place, level in enumerate(Level)}

_SPOKEN = {
    Level.ON_THE_RECORD: "on the record",
    Level.PLAIN_WORDS: "on terms in plain words",
    Level.NOT_FOR_ATTRIBUTION: "not for attribution",
    Level.BACKGROUND: "on background",
    Level.CHATHAM_HOUSE: "under the Chatham House Rule",
    Level.DEEP_BACKGROUND: "on deep background",
    Level.OFF_THE_RECORD: "off the record",
}

ALIASES = {
    "on-record": Level.ON_THE_RECORD,
    "record": Level.ON_THE_RECORD,
    "nfa": Level.NOT_FOR_ATTRIBUTION,
    "unattributable": Level.NOT_FOR_ATTRIBUTION,
    "on-background": Level.BACKGROUND,
    "chatham": Level.CHATHAM_HOUSE,
    "chatham-house-rule": Level.CHATHAM_HOUSE,
    "on-deep-background": Level.DEEP_BACKGROUND,
    "off-record": Level.OFF_THE_RECORD,
    "otr": Level.OFF_THE_RECORD,
    "non-reportable": Level.OFF_THE_RECORD,
}
"""Other spellings that a person may type; a printed record always uses the level's own name."""


def level_named(word: str) -> Level | None:
    """Return the level of this name or alias, or None; case, spaces, underscores do not count."""
    name = "-".join(word.casefold().replace("_", " ").replace("-", " ").split())
    if name in ALIASES:
        return ALIASES[name]
    return Level(name) if name in set(Level) else None
