from __future__ import annotations

from groundrules.rules.disclosure.withheld_statement import WithheldStatement
from groundrules.rules.registry import all_rules
from groundrules.rules.rule import Severity
from rule_cases import a_case, a_policy
from rule_pages import page_text


def test_severities_are_weighed_in_order() -> None:
    weights = [severity.weight for severity in Severity]

    assert weights == [0, 1, 2, 3]


def test_a_rule_has_its_own_severity_where_the_policy_does_not_say() -> None:
    rule = WithheldStatement()

    assert rule.severity_under(a_case("")) is Severity.ERROR
    strict = a_policy({"withheld-statement": "note"})
    assert rule.severity_under(a_case("", policy=strict)) is Severity.NOTE


def test_a_promise_broken_is_an_error_and_a_question_is_none() -> None:
    errors = {rule.code for rule in all_rules() if rule.severity is Severity.ERROR}

    assert errors == {
        *("GR101", "GR102", "GR104", "GR106", "GR201", "GR202", "GR203"),
        *("GR301", "GR302", "GR304", "GR401", "GR402", "GR403", "GR405", "GR501"),
        *("GR604", "GR605", "GR606", "GR704"),
    }


def test_a_hint_is_a_note_and_says_that_it_is_one() -> None:
    hints = {rule.code for rule in all_rules() if page_text(rule).count("A hint. ") == 1}

    assert hints == {"GR105", "GR404", "GR607", "GR608", "GR609"}
    assert {rule.severity for rule in all_rules() if rule.code in hints} == {Severity.NOTE}


def test_every_rule_says_its_fault_in_one_sentence_and_since_when() -> None:
    for rule in all_rules():
        first = (type(rule).__doc__ or "").splitlines()[0]
        assert first.endswith(".")
        assert rule.since.count(".") == 2
