from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.errors import BadInput
from groundrules.rules.registry import all_rules
from groundrules.rules.selection import fits, nearest, select

RULES = all_rules()
CODES = [rule.code for rule in RULES]
WORDS = st.sampled_from([*CODES, *(rule.name for rule in RULES), "GR", "GR1", "gr3", "GR20"])


def selected(*words: str, ignore: tuple[str, ...] = ()) -> list[str]:
    return [rule.code for rule in select(RULES, words, ignore)]


def test_nothing_selected_is_everything() -> None:
    assert selected() == CODES


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("GR101", ["GR101"]),
        ("gr101", ["GR101"]),
        ("broken-embargo", ["GR501"]),
        ("Broken-Embargo", ["GR501"]),
        ("GR3", ["GR301", "GR302", "GR303", "GR304", "GR305"]),
        ("GR40", ["GR401", "GR402", "GR403", "GR404", "GR405", "GR406"]),
        ("GR", CODES),
    ],
)
def test_a_code_its_beginning_or_a_name_selects(word: str, expected: list[str]) -> None:
    assert selected(word) == expected


def test_what_is_ignored_stays_out_however_it_was_selected() -> None:
    assert selected("GR1", "GR101", ignore=("GR10",)) == []
    assert selected("GR1", ignore=("graced-statement", "GR104")) == [
        *("GR101", "GR102", "GR105", "GR106", "GR107"),
    ]


@given(st.lists(WORDS), st.lists(WORDS))
def test_a_selection_keeps_the_order_and_every_rule_once(
    chosen: list[str], ignored: list[str]
) -> None:
    codes = [rule.code for rule in select(RULES, chosen, ignored)]

    assert codes == [
        rule.code
        for rule in RULES
        if (not chosen or any(fits(word, rule) for word in chosen))
        and not any(fits(word, rule) for word in ignored)
    ]


def test_a_word_that_means_no_rule_is_answered_with_the_nearest() -> None:
    with pytest.raises(BadInput) as caught:
        selected("broken-embrago", ignore=("GR999", "nothing at all"))

    faults = caught.value.faults
    assert [fault.path for fault in faults] == ["select", "ignore", "ignore"]
    assert "'broken-embrago'" in faults[0].message
    assert "did you mean broken-embargo" in faults[0].remedy
    assert faults[2].remedy == "`groundrules explain` lists every rule"


@pytest.mark.parametrize("word", ["", " ", "G", "g"])
def test_a_word_too_short_to_mean_anything_means_no_rule(word: str) -> None:
    with pytest.raises(BadInput):
        selected(word)


def test_the_nearest_are_few() -> None:
    assert nearest(RULES, "GR10").count(" or ") <= 2
