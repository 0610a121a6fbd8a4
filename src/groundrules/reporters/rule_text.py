"""What a rule's page says of it: the fault, what the rule does, and why it matters.

The page lies beside the rule's code. Its examples stay there: `groundrules explain` prints them.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from groundrules.rules.registry import all_rules, page_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.rules.rule import Finding, Rule

_SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
_WRAP = re.compile(r"(?<=[^\n])\n(?=[^\n|\s-])")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")


class RuleText(NamedTuple):
    """A rule in words, as Markdown without links.

    Attributes:
        rule: the rule.
        fault: the fault that it finds, in one sentence.
        does: what it does, in paragraphs of one line between blank lines.
        why: why it matters, likewise.
    """

    rule: Rule
    fault: str
    does: str
    why: str


def texts_for(findings: Iterable[Finding]) -> tuple[RuleText, ...]:
    """Return the text of each rule that found something, by code."""
    codes = {finding.code for finding in findings}
    return tuple(rule_text(rule) for rule in all_rules() if rule.code in codes)


@cache
def rule_text(rule: Rule) -> RuleText:
    """Return what the page of a rule says."""
    package, name = page_of(rule)
    page = Path(str(sys.modules[package].__file__)).with_name(name).read_text(encoding="utf-8")
    _, *parts = _SECTION.split(page)
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    fault = (type(rule).__doc__ or "").partition("\n")[0]
    does, why = (_without_links(sections[one]) for one in ("What it does", "Why it matters"))
    return RuleText(rule, fault, does, why)


def _without_links(section: str) -> str:
    """Return a section of a page, each paragraph of it on one line."""
    return _WRAP.sub(" ", _LINK.sub(r"\1", section).strip())
