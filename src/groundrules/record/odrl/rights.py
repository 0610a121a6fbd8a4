"""Use rights as permissions and prohibitions: every axis, every value, both ways.

What is withheld is always a prohibition, and what is free a permission: ODRL leaves it open what
silence means, so that nothing here rests on silence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.odrl import vocabulary as word
from groundrules.record.odrl.rules import Constraint, Effect, Rule
from groundrules.terms import rights as use
from groundrules.terms.rights import AXES, FREE, Axis, Rights

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from groundrules.record.odrl.node import Node

    Signature = frozenset[tuple[Effect, str, tuple[tuple[str, str], ...]]]


def _ladder(axis: type[Axis], *actions: str) -> dict[Axis, tuple[Rule, ...]]:
    """Return the rules of a scale on which each step forbids one action more, in this order."""
    return {
        value: tuple(
            Rule(Effect.PROHIBITION if step < value.strictness else Effect.PERMISSION, action)
            for step, action in enumerate(actions)
        )
        for value in axis
    }


def _limited(
    axis: type[Axis], action: str, operand: str, wanted: str
) -> dict[Axis, tuple[Rule, ...]]:
    """Return the rules of a scale of three: free, free in one case alone, and forbidden."""
    free, limited, forbidden = axis
    right = {"@id": wanted}
    return {
        free: (Rule(Effect.PERMISSION, action),),
        limited: (
            Rule(Effect.PERMISSION, action, (Constraint(operand, "eq", right),)),
            Rule(Effect.PROHIBITION, action, (Constraint(operand, "neq", right),)),
        ),
        forbidden: (Rule(Effect.PROHIBITION, action),),
    }


RULES: dict[str, dict[Axis, tuple[Rule, ...]]] = {
    "publish": _limited(use.Publish, word.PUBLISH, word.OBTAINED, word.INDEPENDENTLY),
    "quote": _ladder(use.Quote, word.QUOTE, word.PARAPHRASE),
    "attribute": _ladder(use.Attribute, word.BY_NAME, word.BY_DESCRIPTION, word.TO_INSTITUTION),
    "attendance": _ladder(use.Attendance, word.DISCLOSE_ATTENDANCE),
    "pursue": _ladder(use.Pursue, word.PURSUE),
    "repeat": _limited(use.Repeat, word.TELL, word.RECIPIENT, word.NEED_TO_KNOW),
    "contradict": _ladder(use.Contradict, word.CONTRADICT),
}
"""Axis to value to the rules that say it."""

assert tuple(RULES) == tuple(AXES)  # noqa: S101 - an axis without rules would be lost in an export


def rules_of(rights: Rights) -> tuple[Rule, ...]:
    """Return the rules that say what these rights allow."""
    return tuple(rule for name, value in rights.by_axis().items() for rule in RULES[name][value])


def read_rights(policy: Node, rules: Iterable[Rule]) -> Rights:
    """Return the rights that these rules say; on an axis where they say none, a fault is noted."""
    by_action: dict[str, list[Rule]] = {}
    for rule in rules:
        by_action.setdefault(rule.action, []).append(rule)
    return FREE.changed({name: _read_axis(policy, name, by_action) for name in AXES})


def _read_axis(policy: Node, name: str, by_action: Mapping[str, list[Rule]]) -> Axis:
    actions = _ACTIONS[name]
    said = _signature(rule for action in actions for rule in by_action.get(action, ()))
    if said in _VALUES[name]:
        return _VALUES[name][said]
    message = f"its rules on {' and '.join(actions)} say nothing certain"
    policy.refuse("", message, "permit or prohibit each as the profile does")
    return list(AXES[name])[-1]


def _signature(rules: Iterable[Rule]) -> Signature:
    return frozenset(
        (rule.effect, rule.action, tuple((one.left, one.operator) for one in rule.constraints))
        for rule in rules
    )


_ACTIONS = {
    name: tuple(dict.fromkeys(rule.action for rules in values.values() for rule in rules))
    for name, values in RULES.items()
}
_VALUES = {
    name: {_signature(rules): value for value, rules in values.items()}
    for name, values in RULES.items()
}
