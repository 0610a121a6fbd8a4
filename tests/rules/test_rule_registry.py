from __future__ import annotations

import pytest

from groundrules.rules import registry
from groundrules.rules.disclosure.withheld_statement import WithheldStatement
from groundrules.rules.rule import Rule


def test_every_rule_is_found_once_in_the_order_of_the_codes() -> None:
    codes = [rule.code for rule in registry.all_rules()]

    assert codes == sorted(set(codes))
    assert {"GR101", "GR206", "GR304", "GR403", "GR502", "GR603", "GR701"} <= set(codes)


def test_rules_are_instances_and_never_the_base() -> None:
    assert all(isinstance(rule, Rule) for rule in registry.all_rules())
    assert Rule not in {type(rule) for rule in registry.all_rules()}


def test_the_subjects_are_the_packages() -> None:
    assert registry.subjects() == (
        "attribution",
        "bookkeeping",
        "disclosure",
        "identity",
        "quotation",
        "sourcing",
        "timing",
    )


@pytest.mark.parametrize("word", ["GR101", "gr101", "withheld-statement", " Withheld-Statement "])
def test_a_rule_is_called_by_code_or_name(word: str) -> None:
    rule = registry.rule_called(word)

    assert isinstance(rule, WithheldStatement)


@pytest.mark.parametrize("word", ["", "GR1", "GR999", "withheld", "statement-withheld"])
def test_nothing_else_calls_a_rule(word: str) -> None:
    assert registry.rule_called(word) is None


def test_a_rule_knows_its_subject_and_where_its_page_lies() -> None:
    rule = WithheldStatement()

    assert registry.subject_of(rule) == "disclosure"
    assert registry.page_of(rule) == ("groundrules.rules.disclosure", "withheld_statement.md")
