"""Readings: from what was allowed and refused to one permission on each axis.

Where a text names an axis twice, the stricter reading holds: what is unclear is protected.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.terms.rights import (
    Attendance,
    Attribute,
    Contradict,
    Publish,
    Pursue,
    Quote,
    Repeat,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from groundrules.terms.rights import Axis

Observed = frozenset[tuple[str, bool]]
"""What was mentioned, and whether it was allowed."""


def changes_of(seen: Observed) -> tuple[tuple[str, Axis], ...]:
    """Return axis and permission for every axis that the words settle."""
    found = ((axis, read(seen)) for axis, read in _AXES.items())
    return tuple((axis, permission) for axis, permission in found if permission)


def contradictions(seen: Observed) -> tuple[str, ...]:
    """Return the axes on which the words allow and refuse the same thing."""
    twice = {name for name, allowed in seen if allowed and (name, False) in seen}
    return tuple(axis for axis, names in _PLAIN.items() if twice & names)


def _publish(seen: Observed) -> Axis | None:
    if ("independent", True) in seen:
        return Publish.IF_INDEPENDENT
    if seen & {("publish", False), ("guidance", True), ("public", False)}:
        return Publish.NO
    if seen & {("publish", True), ("public", True)}:
        return Publish.YES
    return _either(seen, "use", Publish.YES, Publish.NO)


def _quote(seen: Observed) -> Axis | None:
    reworded = ("paraphrase", True) in seen
    if ("quote", False) in seen:
        return Quote.PARAPHRASE if reworded else Quote.NO
    if ("exactly", False) in seen:
        return Quote.NO if ("paraphrase", False) in seen and not reworded else Quote.PARAPHRASE
    if seen & {("quote", True), ("exactly", True)}:
        return Quote.VERBATIM
    return _either(seen, "paraphrase", Quote.PARAPHRASE, Quote.NO)


def _attribute(seen: Observed) -> Axis | None:
    no_name = bool(seen & {("name", False), ("nameless", True)})
    described = bool(seen & {("described", True), ("description", True), ("job", True)})
    institution = ("institution", True) in seen
    named = bool(seen & {("name", True), ("nameless", False), ("anysource", True)})
    if seen & {("anysource", False), ("sourceless", True)}:
        no_name, unattributed = True, True
    else:
        unattributed = ("description", False) in seen
    if named and not no_name:
        return Attribute.NAME
    if institution and not described:
        return Attribute.INSTITUTION
    if described:
        return Attribute.DESCRIPTION
    if unattributed:
        return Attribute.NONE
    hidden = no_name or seen & {("institution", False), ("job", False)}
    return Attribute.DESCRIPTION if hidden else None


def _attendance(seen: Observed) -> Axis | None:
    if ("secretly met", True) in seen:
        return Attendance.SECRET
    return _either(seen, "attendance", Attendance.OPEN, Attendance.SECRET)


def _pursue(seen: Observed) -> Axis | None:
    return _either(seen, "pursue", Pursue.YES, Pursue.NO)


def _repeat(seen: Observed) -> Axis | None:
    if seen & {("hushed", True), ("nobody", True), ("others", True), ("inside", False)}:
        return Repeat.NEED_TO_KNOW if ("inside", True) in seen else Repeat.NOBODY
    if ("anybody", False) in seen and ("inside", True) not in seen:
        return Repeat.NOBODY
    if seen & {("inside", True), ("outside", False)}:
        return Repeat.ANYONE if ("outside", True) in seen else Repeat.NEED_TO_KNOW
    free = seen & {("anybody", True), ("outside", True), ("hushed", False), ("nobody", False)}
    return Repeat.ANYONE if free else None


def _contradict(seen: Observed) -> Axis | None:
    return _either(seen, "contradict", Contradict.YES, Contradict.NO)


def _either(seen: Observed, name: str, allowed: Axis, refused: Axis) -> Axis | None:
    if (name, False) in seen:
        return refused
    return allowed if (name, True) in seen else None


_AXES: dict[str, Callable[[Observed], Axis | None]] = {
    "publish": _publish,
    "quote": _quote,
    "attribute": _attribute,
    "attendance": _attendance,
    "pursue": _pursue,
    "repeat": _repeat,
    "contradict": _contradict,
}

_PLAIN = {
    "publish": {"publish", "guidance"},
    "quote": {"quote", "exactly", "paraphrase"},
    "attribute": {"name", "nameless", "anysource", "description", "institution"},
    "attendance": {"attendance"},
    "pursue": {"pursue"},
    "repeat": {"anybody", "inside", "outside", "hushed"},
    "contradict": {"contradict"},
}
