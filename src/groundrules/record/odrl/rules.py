"""Rules, duties and constraints of ODRL: how each is written, and read back."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from groundrules.record.odrl.node import Node


class Effect(StrEnum):
    """What a rule does; the value is the property of the policy that holds it."""

    PERMISSION = "permission"
    PROHIBITION = "prohibition"
    OBLIGATION = "obligation"


class Constraint(NamedTuple):
    """A condition: a left operand, an operator, and a right operand as JSON-LD writes it."""

    left: str
    operator: str
    right: object


class Duty(NamedTuple):
    """What must be done: before a permission is used, or to mend a prohibition's breach."""

    action: str
    constraints: tuple[Constraint, ...] = ()


class Rule(NamedTuple):
    """A permission, a prohibition or an obligation, without its parties and its target."""

    effect: Effect
    action: str
    constraints: tuple[Constraint, ...] = ()
    duties: tuple[Duty, ...] = ()


_DUTIES = {Effect.PERMISSION: "duty", Effect.PROHIBITION: "remedy"}


def rule_value(
    rule: Rule, roles: Mapping[str, object], duty_roles: Mapping[str, Mapping[str, object]]
) -> dict[str, object]:
    """Return a rule as JSON-LD.

    Args:
        rule: the rule.
        roles: its target and its parties, by property.
        duty_roles: by the action of a duty, the parties that the duty has.
    """
    value = {**roles, "action": rule.action, **_constraints("constraint", rule.constraints)}
    if rule.duties:
        value[_DUTIES[rule.effect]] = [
            {
                **duty_roles.get(duty.action, {}),
                "action": duty.action,
                **_constraints("constraint", duty.constraints),
            }
            for duty in rule.duties
        ]
    return value


def _constraints(key: str, constraints: tuple[Constraint, ...]) -> dict[str, object]:
    return {key: [constraint_value(one) for one in constraints]} if constraints else {}


def constraint_value(constraint: Constraint) -> dict[str, object]:
    """Return a constraint as JSON-LD."""
    return {
        "leftOperand": constraint.left,
        "operator": constraint.operator,
        "rightOperand": constraint.right,
    }


def read_rules(policy: Node) -> tuple[tuple[Node, Rule], ...]:
    """Return every rule of a policy, with the object that it was read from."""
    return tuple((node, _rule(effect, node)) for effect in Effect for node in policy.nodes(effect))


def _rule(effect: Effect, node: Node) -> Rule:
    key = _DUTIES.get(effect)
    duties = tuple(
        Duty(duty.text("action"), read_constraints(duty, "constraint"))
        for duty in (node.nodes(key) if key else ())
    )
    return Rule(effect, node.text("action"), read_constraints(node, "constraint"), duties)


def read_constraints(node: Node, key: str) -> tuple[Constraint, ...]:
    """Return the constraints that a property holds."""
    return tuple(
        Constraint(one.text("leftOperand"), one.text("operator"), one.value.get("rightOperand"))
        for one in node.nodes(key)
    )
