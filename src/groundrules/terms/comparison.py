"""The same word, different rights: what two policies make of the same levels and practices.

A difference is data; `sentence` tells it, and says of each side how sure it is. What a policy
does not say itself is marked as inherited, so that nobody takes the cautious default for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from groundrules.terms.levels import Level
from groundrules.terms.policy import CAUTIOUS, FREE_LEVELS, PRACTICES, LevelRuling, Ruling, Status
from groundrules.terms.policy_wording import (
    CLAUSES,
    LETS_NOT,
    SUBJECTS,
    in_sentence,
    practice_value,
    shortened,
)
from groundrules.terms.rights import AXES, SEALED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.terms.policy import Policy

DESCRIBER = "description_set_by"
"""The one subject of a level that is not an axis."""

_PROTECTED = ", for it says nothing and what is unclear is protected"
_UNSURE = {Status.SECONDARY: "second-hand", Status.UNVERIFIED: "unverified"}


class Side(NamedTuple):
    """What one of two policies says.

    Attributes:
        policy: the policy's id.
        title: the policy's title.
        ruling: what it says; None where neither it nor any policy it extends says anything.
    """

    policy: str
    title: str
    ruling: Ruling[Any] | None


class Difference(NamedTuple):
    """One thing on which two policies differ.

    Attributes:
        level: the level that it is about; None for a practice.
        subject: the name of the axis, `description_set_by`, or the name of the practice.
        first: what the one policy says.
        second: what the other says.
    """

    level: Level | None
    subject: str
    first: Side
    second: Side


def compare(a: Policy, b: Policy) -> tuple[Difference, ...]:
    """Return every difference: level by level, on each axis by axis, then the practices.

    Two policies differ on an axis where they allow something else, or where one of them leaves to
    the agreement what the other has settled. On the record and plain words cannot differ.
    """
    return (*_level_differences(a, b), *_practice_differences(a, b))


def headline(level: Level | None, differences: Iterable[Difference]) -> str:
    """Return the heading over what two policies make of a level; None stands for practices."""
    name = _capital(level.spoken) if level else "Practices"
    if not any(difference.level is level for difference in differences):
        return f"{name}: no difference found"
    return f"{name}: same word, different rights" if level else name


def sentence(difference: Difference) -> str:
    """Return a difference as one sentence, with how sure each side is where that needs saying."""
    if difference.level is None:
        about = PRACTICES[difference.subject].about.removesuffix(".")
        return f"{about}: {'; '.join(_practice_told(side) for side in difference[2:])}."
    place = _capital(difference.level.spoken)
    first, second = difference[2:]
    clauses = _clause(difference.subject, first), _clause(difference.subject, second)
    if clauses[0] == clauses[1]:
        place += f", {SUBJECTS[difference.subject]}"
        return f"{place}: {_told(first, _firmness(first))}; {_told(second, _firmness(second))}."
    if clauses[0].startswith(LETS_NOT):
        first, second, clauses = second, first, clauses[::-1]
    tails = _tail(difference.subject, first), _tail(difference.subject, second)
    told = _told(second, shortened(clauses[1], clauses[0]) + tails[1])
    return f"{place}: {_told(first, clauses[0] + tails[0])}; {told}."


def _level_differences(a: Policy, b: Policy) -> Iterator[Difference]:
    for level in Level:
        if level in FREE_LEVELS:
            continue
        said = [policy.levels.get(level) or LevelRuling("", {}) for policy in (a, b)]
        for axis in AXES:
            pair = _sides((a, b), (said[0].axes.get(axis), said[1].axes.get(axis)))
            if _held(axis, pair[0]) != _held(axis, pair[1]):
                yield Difference(level, axis, *pair)
        pair = _sides((a, b), (said[0].description_set_by, said[1].description_set_by))
        if _value(pair[0]) != _value(pair[1]):
            yield Difference(level, DESCRIBER, *pair)


def _practice_differences(a: Policy, b: Policy) -> Iterator[Difference]:
    for name in PRACTICES:
        pair = _sides((a, b), (a.practices.get(name), b.practices.get(name)))
        if _value(pair[0]) != _value(pair[1]):
            yield Difference(None, name, *pair)


def _sides(
    policies: tuple[Policy, Policy], rulings: tuple[Ruling[Any] | None, Ruling[Any] | None]
) -> tuple[Side, Side]:
    (a, b), (one, other) = policies, rulings
    return Side(a.id, a.title, one), Side(b.id, b.title, other)


def _held(axis: str, side: Side) -> tuple[object, bool]:
    """Return what holds on an axis; where nobody says anything, what is unclear is protected."""
    if side.ruling is None:
        return SEALED.by_axis()[axis], False
    return side.ruling.value, side.ruling.negotiable


def _value(side: Side) -> object:
    return side.ruling.value if side.ruling else None


def _clause(subject: str, side: Side) -> str:
    if side.ruling:
        return CLAUSES[subject, str(side.ruling.value)]
    if subject == DESCRIBER:
        return "does not say who words the description"
    return CLAUSES[subject, str(SEALED.by_axis()[subject])]


def _told(side: Side, clause: str) -> str:
    return f"{in_sentence(side.title)} {clause}{_sureness(side)}"


def _tail(subject: str, side: Side) -> str:
    if side.ruling is None:
        return "" if subject == DESCRIBER else _PROTECTED
    return " unless agreed otherwise" if side.ruling.negotiable else ""


def _firmness(side: Side) -> str:
    if side.ruling is None:
        return "says nothing"
    return "leaves the last word to the agreement" if side.ruling.negotiable else "settles it"


def _practice_told(side: Side) -> str:
    if side.ruling is None:
        return _told(side, "does not say")
    return _told(side._replace(title=f"{side.title},"), practice_value(side.ruling.value))


def _sureness(side: Side) -> str:
    """Return in parentheses what a reader must know before taking this side's word for it."""
    if side.ruling is None:
        return ""
    notes = []
    if side.ruling.policy != side.policy:
        is_cautious = side.ruling.policy == CAUTIOUS
        whose = "the cautious default" if is_cautious else f"the policy {side.ruling.policy}"
        notes.append(f"it does not say itself: {whose}")
    if side.ruling.status is not Status.VERIFIED:
        notes.append(_UNSURE[side.ruling.status])
    return f" ({', '.join(notes)})" if notes else ""


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
