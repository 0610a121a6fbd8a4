"""Facts worked out from the answers and the outlet's rules, for the conditions of texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.talk.preparing.situation import FEW

if TYPE_CHECKING:
    from collections.abc import Callable

    from groundrules.talk.preparing.situation import Situation


def _narrow_description(situation: Situation) -> bool:
    fits = (situation.number("fits", one) for one in situation.several("descriptions"))
    return any(1 <= number <= FEW for number in fits)


def _vague_description(situation: Situation) -> bool:
    vague = {phrase.casefold() for phrase in situation.policy.phrases("vague_attributions")}
    return any(one.casefold() in vague for one in situation.several("descriptions"))


def _point_never_printed(situation: Situation) -> bool:
    points = situation.several("points")
    return any(situation.word("printed", point) == "never" for point in points)


def _condition_refused(situation: Situation) -> bool:
    points = situation.several("points")
    has_condition = any(situation.word("conditions", point) for point in points)
    refuses = situation.policy.word("quote_approval") in ("forbidden", "discouraged")
    return has_condition and refuses


def _outlet_unknown(situation: Situation) -> bool:
    return bool(situation.word("outlet")) and not situation.is_outlets_own


def _outlet_unnamed(situation: Situation) -> bool:
    return not situation.word("outlet") and not situation.is_outlets_own


FACTS: dict[str, Callable[[Situation], bool]] = {
    "few-know": lambda situation: situation.few_know,
    "narrow-description": _narrow_description,
    "vague-description": _vague_description,
    "point-never-printed": _point_never_printed,
    "condition-refused": _condition_refused,
    "outlet-unknown": _outlet_unknown,
    "outlet-unnamed": _outlet_unnamed,
}
"""The name of each fact, and whether it holds in a situation."""


def facts_of(situation: Situation) -> frozenset[str]:
    """Return the names of the facts that hold."""
    return frozenset(name for name, holds in FACTS.items() if holds(situation))
