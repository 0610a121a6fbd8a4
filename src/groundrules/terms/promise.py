"""A promise: a level's name, the rights it stands for, and the conditions that ride along."""

from __future__ import annotations

from functools import reduce
from typing import NamedTuple

from groundrules.terms import rights as use
from groundrules.terms.conditions import UNCONDITIONAL, Conditions, both
from groundrules.terms.levels import Level


class Terms(NamedTuple):
    """What was promised about some words. The default is on the record: nothing was."""

    level: Level = Level.ON_THE_RECORD
    rights: use.Rights = use.FREE
    conditions: Conditions = UNCONDITIONAL

    @property
    def restrict(self) -> bool:
        """Tell whether anything at all is withheld or conditional."""
        return self.rights != use.FREE or self.conditions != UNCONDITIONAL


ON_THE_RECORD = Terms()


def strictest(*promises: Terms) -> Terms:
    """Return the promise that keeps all of these: the strictest level, rights and conditions."""
    return reduce(_meet, promises) if promises else ON_THE_RECORD


def _meet(a: Terms, b: Terms) -> Terms:
    if a == b:  # the common case, and there are as many as statements
        return a
    return Terms(
        level=max(a.level, b.level, key=_strictness),
        rights=use.strictest(a.rights, b.rights),
        conditions=both(a.conditions, b.conditions),
    )


def _strictness(level: Level) -> int:
    return level.strictness
