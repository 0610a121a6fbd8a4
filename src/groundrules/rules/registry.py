"""The registry: every rule there is, found by walking the packages of their subjects.

There is no list to edit: a module beside this one's subject packages that defines a `Rule` is
found by being there.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING

from groundrules import rules
from groundrules.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule, by code."""
    found = (kind() for subject in subjects() for kind in _rules_about(subject))
    return tuple(sorted(found, key=lambda rule: rule.code))


def subjects() -> tuple[str, ...]:
    """Return the names of the packages that hold rules, such as `attribution`, by the alphabet."""
    return tuple(module.name for module in pkgutil.iter_modules(rules.__path__) if module.ispkg)


def rule_called(word: str) -> Rule | None:
    """Return the rule of this code or name, or None; case does not count."""
    folded = word.strip().casefold()
    return next((one for one in all_rules() if folded in {one.code.casefold(), one.name}), None)


def subject_of(rule: Rule) -> str:
    """Return the name of the package that a rule lives in."""
    return type(rule).__module__.split(".")[-2]


def page_of(rule: Rule) -> tuple[str, str]:
    """Return where a rule's page lies: the package, and the name of the file in it."""
    package, _, module = type(rule).__module__.rpartition(".")
    return package, f"{module}.md"


def _rules_about(subject: str) -> Iterator[type[Rule]]:
    package = importlib.import_module(f"{rules.__name__}.{subject}")
    for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        module = importlib.import_module(found.name)
        for value in vars(module).values():
            if _is_defined_in(found.name, value):
                yield value


def _is_defined_in(module: str, value: object) -> bool:
    return isinstance(value, type) and issubclass(value, Rule) and value.__module__ == module
