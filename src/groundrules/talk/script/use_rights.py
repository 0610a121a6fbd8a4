"""A promise put as use rights, in plain sentences: as it is defined, and as it is read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.talk.script.wording import filled
from groundrules.terms.rights import Attribute

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from groundrules.talk.script.request import Side
    from groundrules.talk.script.wording import Wording
    from groundrules.terms.conditions import Conditions
    from groundrules.terms.promise import Terms
    from groundrules.terms.rights import Axis, Rights

DESCRIBABLE = frozenset({Attribute.NAME, Attribute.DESCRIPTION})
"""Where a description may appear at all: under the others, one that was agreed says nothing."""


def definition(
    rights: Rights, conditions: Conditions, side: Side, wording: Wording
) -> tuple[str, ...]:
    """Return a promise in plain sentences: every axis, then every condition.

    Args:
        rights: what is promised.
        conditions: what rides along.
        side: who says it: the source says `you may`, the reporter `I may` and `I will not`.
        wording: in which words.
    """
    axes = (
        _attributed(rights, conditions, side, wording)
        if name == "attribute"
        else meaning(name, permission, side, wording)
        for name, permission in rights.by_axis().items()
    )
    return (*axes, *_conditions(conditions, side, wording, "conditions"))


def meaning(axis: str, permission: Axis, side: Side, wording: Wording) -> str:
    """Return what one permission means, in a sentence or two."""
    return wording.one(side, "meaning", axis, permission)


def read_back(terms: Terms, side: Side, wording: Wording, policy: str = "") -> str:
    """Return the one sentence that both hear and answer yes to.

    Args:
        terms: what is promised.
        side: who says it.
        wording: in which words.
        policy: the id of the policy whose name for the level is said, where it has its own.
    """
    may, may_not = _phrases(terms, side, wording)
    must = list(_conditions(terms.conditions, side, wording, "read-back"))
    lists = {"may": (may, "and"), "may-not": (may_not, "or"), "must": (must, "and")}
    clauses = "; ".join(
        filled(wording.one(side, "read-back", key), list=wording.listed(phrases, last))
        for key, (phrases, last) in lists.items()
        if phrases
    )
    now = wording.level(terms.level, "now", policy)
    opening = filled(wording.one(side, "read-back", "opening"), now=now)
    return f"{opening} {clauses}. {wording.one(side, 'read-back', 'closing')}"


def _phrases(terms: Terms, side: Side, wording: Wording) -> tuple[list[str], list[str]]:
    """Return what may be done and what may not, in the order of the axes."""
    may: list[str] = []
    may_not: list[str] = []
    for axis, permission in terms.rights.by_axis().items():
        may_not += wording.all(side, "read-back", axis, permission, "not")
        if permission is Attribute.DESCRIPTION and terms.conditions.descriptions:
            words = wording.quoted(terms.conditions.descriptions)
            may.append(filled(wording.one(side, "read-back", "described"), descriptions=words))
        else:
            may += wording.all(side, "read-back", axis, permission, "may")
    return may, may_not


def _attributed(rights: Rights, conditions: Conditions, side: Side, wording: Wording) -> str:
    """Return the sentences on attribution, with the agreed descriptions where they may appear."""
    agreed = conditions.descriptions
    plain = meaning("attribute", rights.attribute, side, wording)
    if agreed is None or rights.attribute not in DESCRIBABLE:
        return plain
    if not agreed:
        return wording.one(side, "conditions", "none-in-common")
    words = wording.quoted(agreed)
    if rights.attribute is Attribute.DESCRIPTION:
        return filled(wording.one(side, "conditions", "described"), descriptions=words)
    also = filled(wording.one(side, "conditions", "also-described"), descriptions=words)
    return f"{plain} {also}"


def _conditions(conditions: Conditions, side: Side, wording: Wording, where: str) -> Iterator[str]:
    """Yield what else must hold, from the `conditions` or the `read-back` of a wording."""
    if conditions.quote_approval:
        yield wording.one(side, where, "quote-approval")
    for instant in sorted(one.until for one in conditions.embargoes if one.until):
        yield filled(wording.one(side, where, "until"), instant=_instant(instant, wording))
    for event in sorted(one.event for one in conditions.embargoes if one.event):
        yield filled(wording.one(side, where, "event"), event=wording.quoted((event,)))
    if conditions.delete_by:
        yield filled(wording.one(side, where, "delete-by"), day=_day(conditions.delete_by, wording))
    if conditions.tell:
        people = wording.quoted(conditions.tell, "and")
        yield filled(wording.one(side, where, "tell"), people=people)
    elif conditions.tell is not None:
        yield wording.one(side, where, "tell-nobody")


def _day(day: date, wording: Wording) -> str:
    month = wording.all("dates", "months")[day.month - 1]
    pattern = wording.one("dates", "day")
    return filled(pattern, number=str(day.day), month=month, year=str(day.year))


def _instant(instant: datetime, wording: Wording) -> str:
    pattern = wording.one("dates", "instant")
    day = _day(instant.date(), wording)
    return filled(pattern, time=f"{instant:%H:%M}", day=day, zone=str(instant.tzinfo))
