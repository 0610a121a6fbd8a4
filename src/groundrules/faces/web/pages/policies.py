"""Policies: what the words mean to whom, and what that rests on; and the pages of the rules."""

from typing import Annotated

from msgspec import Meta, Struct

from groundrules.desk.policies.compare_policies import compare_policies
from groundrules.desk.policies.compare_side_by_side import side_by_side
from groundrules.desk.policies.explain_rule import explain, fault_of, rules
from groundrules.desk.policies.list_policies import every_policy, one_policy
from groundrules.desk.policies.tabulate_policy import policy_table, sureness
from groundrules.faces.web.calls import Call
from groundrules.faces.web.markdown import html_of
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.routing import NotHere, Routes
from groundrules.faces.web.shaping import shaped
from groundrules.rules.registry import rule_called, subject_of
from groundrules.rules.rule import Rule

routes = Routes("policies")

Name = Annotated[str, Meta(max_length=100)]


class Sureness(Struct, frozen=True):
    """How many values of a policy are how sure; those that it takes from others count apart."""

    verified: int
    secondary: int
    unverified: int
    inherited: int


class PolicyLine(Struct, frozen=True):
    """A policy in a list. `is_house` marks the one that this newsroom goes by."""

    id: str
    title: str
    version: str
    jurisdiction: str
    summary: str
    sureness: Sureness
    is_house: bool


class PolicyList(Struct, frozen=True):
    """Every policy, by name."""

    policies: tuple[PolicyLine, ...]


@routes.page("/policies", template="policies/list.html", needs=Needs.READ)
def policies(call: Call) -> PolicyList:
    """Every policy, with how much of it was read where its house itself says so."""
    house = call.settings.word("policy")
    found = every_policy(call.settings)
    return PolicyList(
        tuple(
            PolicyLine(
                one.id,
                one.title,
                one.version,
                one.jurisdiction,
                one.summary,
                shaped(sureness(one), Sureness),
                one.id == house,
            )
            for one in found
        )
    )


class Support(Struct, frozen=True):
    """What one value rests on: how sure it is, who says so, and where that was read."""

    status: str
    negotiable: bool
    inherited: str
    title: str
    where: str
    accessed: str


class Cell(Struct, frozen=True):
    """What a level allows on one axis. `freedom` is `free`, `limited`, `withheld` or empty."""

    axis: str
    value: str
    freedom: str
    says: str
    support: Support


class LevelRow(Struct, frozen=True):
    """What one level means, axis by axis."""

    level: str
    spoken: str
    meaning: str
    is_free: bool
    cells: tuple[Cell, ...]


class PracticeRow(Struct, frozen=True):
    """What a policy asks of newsroom and copy, on one point."""

    name: str
    about: str
    value: str
    support: Support


class PolicyPage(Struct, frozen=True):
    """A whole policy. `extends` names those whose values it takes where it is silent."""

    id: str
    title: str
    version: str
    jurisdiction: str
    summary: str
    extends: tuple[str, ...]
    sureness: Sureness
    levels: tuple[LevelRow, ...]
    practices: tuple[PracticeRow, ...]


@routes.page("/policies/{policy}", template="policies/policy.html", needs=Needs.READ)
def policy(call: Call, policy: str) -> PolicyPage:
    """One policy: every level axis by axis, and what every value rests on."""
    known = {one.id for one in every_policy(call.settings)}
    if policy not in known:
        raise NotHere
    return shaped(policy_table(one_policy(policy, call.settings)), PolicyPage)


class Pair(Struct, frozen=True):
    """Which two policies are compared; by their ids."""

    left: Name = ""
    right: Name = ""


class Differing(Struct, frozen=True):
    """One thing on which two policies differ, as a sentence and side by side."""

    sentence: str
    left: Cell
    right: Cell


class LevelCompared(Struct, frozen=True):
    """What two policies make of one level; no differences where they read it alike."""

    level: str
    spoken: str
    headline: str
    differences: tuple[Differing, ...]


class Named(Struct, frozen=True):
    """A policy's id and title."""

    id: str
    title: str


class ComparisonPage(Struct, frozen=True):
    """Two policies side by side, the levels that they read differently first.

    Attributes:
        policies: those that can be chosen.
        left: the id of the one; "" where none is chosen.
        right: the id of the other.
        levels: level by level.
        practices: what they ask of newsroom and copy, where that differs; each a sentence.
    """

    policies: tuple[Named, ...]
    left: str
    right: str
    left_title: str = ""
    right_title: str = ""
    levels: tuple[LevelCompared, ...] = ()
    practices: tuple[str, ...] = ()


@routes.page("/policies/compare", template="policies/compare.html", needs=Needs.READ)
def compare(call: Call, query: Pair) -> ComparisonPage:
    """Two policies side by side: same word, different rights."""
    known = tuple(Named(one.id, one.title) for one in every_policy(call.settings))
    left = query.left or call.settings.word("policy")
    if not query.right:
        return ComparisonPage(known, left, "")
    told = side_by_side(compare_policies(left, query.right, call.settings))
    return ComparisonPage(
        known,
        left,
        query.right,
        told.left_title,
        told.right_title,
        tuple(shaped(one, LevelCompared) for one in told.levels),
        told.practices,
    )


class RuleLine(Struct, frozen=True):
    """A rule in a list: what it finds, and how much that weighs."""

    code: str
    name: str
    severity: str
    subject: str
    finds: str


class RuleList(Struct, frozen=True):
    """Every rule, by code."""

    rules: tuple[RuleLine, ...]


@routes.page("/rules", template="policies/rules.html", needs=Needs.READ)
def rule_list() -> RuleList:
    """Every rule, with what it finds."""
    return RuleList(tuple(map(_line, rules())))


class RulePage(Struct, frozen=True):
    """The page of a rule, as Markdown and as HTML in which nothing runs."""

    rule: RuleLine
    markdown: str
    html: str


@routes.page("/rules/{code}", template="policies/rule.html", needs=Needs.READ)
def rule(code: str) -> RulePage:
    """What a rule finds, why it matters, and what mends it."""
    found = rule_called(code)
    if found is None:
        raise NotHere
    text = explain(found.code)
    return RulePage(_line(found), text, html_of(text, _addresses()))


def _line(rule: Rule) -> RuleLine:
    return RuleLine(rule.code, rule.name, rule.severity.value, subject_of(rule), fault_of(rule))


def _addresses() -> dict[str, str]:
    """Return where the pages of rules are that others link to by their files."""
    return {f"{one.name.replace('-', '_')}.md": f"/rules/{one.code}" for one in rules()}
