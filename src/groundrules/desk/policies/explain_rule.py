"""Explaining a rule: its page, which lies beside its code."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.readers.text_file import read_text
from groundrules.rules.registry import all_rules, page_of, rule_called
from groundrules.rules.selection import nearest

if TYPE_CHECKING:
    from groundrules.rules.rule import Rule


def explain(word: str) -> str:
    """Return the page of the rule of this code or name.

    Raises:
        BadInput: there is no such rule.
    """
    rule = rule_called(word)
    if rule is None:
        raise BadInput(Fault("explain", f"no rule is called {word!r}", nearest(all_rules(), word)))
    package, name = page_of(rule)
    folder = Path(str(sys.modules[package].__file__)).parent
    return read_text(folder / name)


def rules() -> tuple[Rule, ...]:
    """Return every rule, by code."""
    return all_rules()


def fault_of(rule: Rule) -> str:
    """Return the fault that a rule finds, in one sentence."""
    return (type(rule).__doc__ or "").partition("\n")[0]
