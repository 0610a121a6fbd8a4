"""Policies: listing, showing, comparing, and the house's own severities."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from groundrules.config.settings import Settings, settle
from groundrules.desk.policies.compare_policies import compare_policies
from groundrules.desk.policies.explain_rule import explain, fault_of, rules
from groundrules.desk.policies.house_policy import Policies
from groundrules.desk.policies.list_policies import every_policy, one_policy
from groundrules.errors import BadInput
from groundrules.record.transcript import Conversation

if TYPE_CHECKING:
    from pathlib import Path

OWN = """\
id = "{name}"
title = "The Ledger Post"
version = "1"
extends = "ap"
"""


def settings_in(folder: Path, text: str = "") -> Settings:
    (folder / "groundrules.toml").write_text(text, encoding="utf-8")
    return settle(folder, {}, {})


def own_policies(folder: Path, *texts: str) -> Settings:
    (folder / "own").mkdir()
    for number, text in enumerate(texts):
        (folder / "own" / f"own-{number}.toml").write_text(text, encoding="utf-8")
    return settings_in(folder, 'policies = ["own"]\n')


def test_the_list_has_the_shipped_ones_and_your_own(tmp_path: Path) -> None:
    names = [policy.id for policy in every_policy(own_policies(tmp_path, OWN.format(name="own-0")))]

    assert {"ap", "default", "own-0"} <= set(names)
    assert names == sorted(names)


def test_every_bad_policy_is_named(tmp_path: Path) -> None:
    settings = own_policies(tmp_path, "id = 3\n", "= nothing\n")

    with pytest.raises(BadInput) as raised:
        every_policy(settings)

    paths = {fault.path for fault in raised.value.faults}
    assert {path.rpartition("/")[2] for path in paths} == {"own-0.toml", "own-1.toml"}


def test_two_policies_are_compared(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    found = compare_policies("ap", "washington-post", settings)

    assert (found.first.id, found.second.id) == ("ap", "washington-post")
    assert "pursue" in {difference.subject for difference in found.differences}
    assert one_policy("ap", settings) == found.first


def test_a_policy_is_no_different_from_itself(tmp_path: Path) -> None:
    assert compare_policies("ap", "ap", settings_in(tmp_path)).differences == ()


def test_the_house_may_set_severities_of_its_own(tmp_path: Path) -> None:
    rule = rules()[0]
    settings = settings_in(tmp_path, f'policy = "ap"\n[severities]\n{rule.name} = "off"\n')

    house = Policies(settings).house

    assert house.severities[rule.name].value == "off"
    assert house.id == "ap"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("no-such", "no rule is called 'no-such' (`groundrules explain` lists every rule)"),
        (
            "vague-attributon",
            "no rule is called 'vague-attributon' (did you mean vague-attribution?",
        ),
        (
            "GR204",
            "a severity goes with the name of a rule, and GR204 is its code (write vague-attr",
        ),
    ],
)
def test_a_severity_for_no_rule_names_the_file(tmp_path: Path, name: str, message: str) -> None:
    settings = settings_in(tmp_path, f'[severities]\n{name} = "off"\n')

    with pytest.raises(BadInput) as raised:
        Policies(settings)

    where = f"{tmp_path / 'groundrules.toml'}: severities"
    assert str(raised.value).startswith(f"{where}: {message}")


def test_a_house_policy_that_does_not_exist_says_who_asked_for_it(tmp_path: Path) -> None:
    settings = settle(tmp_path, {}, {"GROUNDRULES_POLICY": "app"})

    with pytest.raises(BadInput) as raised:
        Policies(settings)

    assert str(raised.value).startswith("environment GROUNDRULES_POLICY: ")


def test_a_conversation_is_read_under_its_own_policy(tmp_path: Path) -> None:
    policies = Policies(settings_in(tmp_path))

    assert policies.of(Conversation("a")) is policies.house
    assert policies.of(Conversation("a", policy="nyt")).id == "nyt"
    with pytest.raises(BadInput) as raised:
        policies.of(Conversation("a", policy="no-such"))
    assert raised.value.faults[0].path == "conversation a"


def test_every_rule_has_a_page_and_a_fault() -> None:
    for rule in rules():
        page = explain(rule.code)
        assert page == explain(rule.name)
        assert rule.code in page.splitlines()[0]
        assert fault_of(rule)


@pytest.mark.parametrize(
    ("word", "remedy"),
    [
        (
            "withheld-statment",
            "did you mean withheld-statement or withheld-fact or sealed-statement? ",
        ),
        ("zzz", ""),
    ],
)
def test_a_rule_that_does_not_exist(word: str, remedy: str) -> None:
    with pytest.raises(BadInput) as raised:
        explain(word)

    assert str(raised.value) == (
        f"explain: no rule is called {word!r} ({remedy}`groundrules explain` lists every rule)"
    )
