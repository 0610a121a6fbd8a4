"""Conditions as duties, constraints and prohibitions: what rides along with the rights, both ways.

A description and a consent are duties of whoever publishes; where publishing is prohibited, they
are what mends a breach. An embargo limits the permission to publish, and is a prohibition of its
own besides, so that it holds whatever a reader of the export makes of silence.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from groundrules.record.odrl import vocabulary as word
from groundrules.record.odrl.rules import Constraint, Duty, Effect, Rule
from groundrules.terms.conditions import Conditions, Embargo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from groundrules.record.odrl.node import Node

_DATE_TIME = "xsd:dateTime"
_DATE = "xsd:date"
_TIMES = frozenset({word.DATE_TIME, word.EVENT})
_FARTHEST_OFFSET = timedelta(hours=14)
_NEVER = datetime.max.replace(tzinfo=UTC)


def with_conditions(rules: Iterable[Rule], conditions: Conditions) -> Iterator[Rule]:
    """Yield the rules of some rights with the conditions put to them, and those of their own."""
    duties = tuple(_duties(conditions))
    embargoes = sorted(conditions.embargoes, key=lambda one: (one.until or _NEVER, one.event))
    waits = tuple(one for embargo in embargoes for one in _waits(embargo, "gteq", "gt"))
    for rule in rules:
        if rule.action != word.PUBLISH:
            yield rule
        elif rule.effect is Effect.PERMISSION:
            yield rule._replace(constraints=(*rule.constraints, *waits), duties=duties)
        else:
            yield rule if rule.constraints else rule._replace(duties=duties)
    for embargo in embargoes:
        yield Rule(Effect.PROHIBITION, word.PUBLISH, tuple(_waits(embargo, "lt", "lt")))
    if conditions.tell is not None:
        those = Constraint(word.RECIPIENT, "isNoneOf", _listed(conditions.tell))
        yield Rule(Effect.PROHIBITION, word.TELL, (those,))
    if conditions.delete_by:
        day = {"@value": conditions.delete_by.isoformat(), "@type": _DATE}
        by = Constraint(word.DATE_TIME, "lteq", day)
        yield Rule(Effect.OBLIGATION, word.DELETE, (by,))


def _duties(conditions: Conditions) -> Iterator[Duty]:
    if conditions.descriptions is not None:
        any_of = Constraint(word.DESCRIPTION, "isAnyOf", _listed(conditions.descriptions))
        yield Duty(word.ATTRIBUTE_AS, (any_of,))
    if conditions.quote_approval:
        yield Duty(word.OBTAIN_CONSENT)


def _waits(embargo: Embargo, at: str, event: str) -> Iterator[Constraint]:
    if embargo.until:
        instant = {"@value": _instant_text(embargo.until), "@type": _DATE_TIME}
        yield Constraint(word.DATE_TIME, at, instant)
    if embargo.event or not embargo.until:
        yield Constraint(word.EVENT, event, embargo.event)


def _instant_text(instant: datetime) -> str:
    """Return an instant as XML Schema writes it: no offset of seconds, or beyond 14 hours.

    Source: W3C XML Schema Definition Language 1.1, part 2, section 3.3.7.
    """
    offset = instant.utcoffset() or timedelta()
    if offset.seconds % 60 or abs(offset) > _FARTHEST_OFFSET:
        with suppress(OverflowError):  # on the first and the last day that a calendar has
            return instant.astimezone(UTC).isoformat()
    return instant.isoformat()


def _listed(texts: Iterable[str]) -> dict[str, object]:
    return {"@list": sorted(texts)}


def split(rules: Sequence[Rule]) -> tuple[list[Rule], list[Rule]]:
    """Return the rules that say rights, without the conditions put to them, and all others."""
    rights: list[Rule] = []
    others: list[Rule] = []
    for rule in rules:
        kept = rule
        if rule.effect is Effect.PERMISSION:
            limits = tuple(one for one in rule.constraints if one.left not in _TIMES)
            kept = rule._replace(constraints=limits)
        (others if _is_condition(kept) else rights).append(kept)
    return rights, others


def _is_condition(rule: Rule) -> bool:
    kinds = {(one.left, one.operator) for one in rule.constraints}
    return (
        rule.effect is Effect.OBLIGATION
        or bool(kinds & _CONDITIONS)
        or any(one.left in _TIMES for one in rule.constraints)
    )


_CONDITIONS = frozenset({(word.RECIPIENT, "isNoneOf"), (word.SETTLED, "eq")})


def read_conditions(node: Node, rights: Iterable[Rule], others: Iterable[Rule]) -> Conditions:
    """Return the conditions that rules say; a value that cannot be read is noted as a fault."""
    descriptions, approval = None, False
    for duty in (duty for rule in rights for duty in rule.duties):
        if duty.action == word.ATTRIBUTE_AS:
            descriptions = _texts(node, duty.constraints)
        approval |= duty.action == word.OBTAIN_CONSENT
    embargoes, delete_by, tell = set(), None, None
    for rule in others:
        if rule.effect is Effect.OBLIGATION:
            delete_by = _day(node, rule.constraints)
        elif rule.action == word.TELL:
            tell = _texts(node, rule.constraints)
        elif rule.constraints[0].left in _TIMES:
            embargoes.add(_embargo(node, rule.constraints))
    return Conditions(descriptions, approval, frozenset(embargoes), delete_by, tell)


def _texts(node: Node, constraints: Sequence[Constraint]) -> frozenset[str]:
    right = constraints[0].right if constraints else None
    listed = right.get("@list") if isinstance(right, dict) else None
    if isinstance(listed, list) and all(isinstance(one, str) for one in listed):
        return frozenset(listed)
    node.refuse("", "a list of agreed words cannot be read", 'write { "@list": ["…"] }')
    return frozenset()


def _embargo(node: Node, constraints: Sequence[Constraint]) -> Embargo:
    until, event = None, ""
    for one in constraints:
        if one.left == word.DATE_TIME:
            until = _instant(node, one.right)
        elif isinstance(one.right, str):
            event = one.right
        else:
            node.refuse("", "the event of an embargo is no text", "write it in quotation marks")
    return Embargo(until, event)


def _instant(node: Node, right: object) -> datetime | None:
    try:
        instant = datetime.fromisoformat(_typed(right))
    except ValueError:
        instant = None
    if instant and instant.tzinfo:
        return instant
    remedy = "write date, time and offset from UTC, such as 2026-11-03T14:00:00-05:00"
    node.refuse("", "the instant of an embargo cannot be read", remedy)
    return None


def _day(node: Node, constraints: Sequence[Constraint]) -> date | None:
    try:
        return date.fromisoformat(_typed(constraints[0].right if constraints else None))
    except ValueError:
        remedy = "write year, month and day, such as 2026-11-03"
        node.refuse("", "the day by which notes must be gone cannot be read", remedy)
        return None


def _typed(right: object) -> str:
    value = right.get("@value") if isinstance(right, dict) else None
    return value if isinstance(value, str) else ""
