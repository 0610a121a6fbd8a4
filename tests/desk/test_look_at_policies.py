"""Policies as tables: every value with what it rests on, and no other house's for its own."""

from __future__ import annotations

import pytest

from groundrules.config.settings import settle
from groundrules.desk.policies.compare_policies import compare_policies
from groundrules.desk.policies.compare_side_by_side import side_by_side
from groundrules.desk.policies.list_policies import every_policy, one_policy
from groundrules.desk.policies.tabulate_policy import policy_table
from groundrules.terms.levels import Level
from groundrules.terms.policy import FREE_LEVELS
from groundrules.terms.rights import AXES


@pytest.fixture
def settings(tmp_path):
    return settle(tmp_path, {}, {})


def test_every_level_has_every_axis_and_its_rights(settings):
    for policy in every_policy(settings):
        table = policy_table(policy)
        for row in table.levels:
            shown = {cell.axis: cell.value for cell in row.cells if cell.axis in AXES}
            level = Level(row.level)
            rights = policy.levels[level].rights.by_axis()
            assert {name: str(value) for name, value in rights.items()} == shown, policy.id
            assert row.is_free == (level in FREE_LEVELS)


def test_freedom_goes_from_free_to_withheld(settings):
    rows = {row.level: row for row in policy_table(one_policy("ap", settings)).levels}
    free = {cell.freedom for cell in rows["on-the-record"].cells}
    assert {"free"} == free
    off = {cell.axis: cell.freedom for cell in rows["off-the-record"].cells}
    assert "withheld" == off["publish"]
    assert "limited" == off["repeat"]
    assert "free" == off["pursue"]


def test_what_is_taken_from_another_policy_is_not_counted_as_its_own(settings):
    counted = policy_table(one_policy("ap", settings))
    cells = [cell for row in counted.levels for cell in row.cells]
    every = [*(cell.support for cell in cells), *(one.support for one in counted.practices)]
    own = [one for one in every if not one.inherited]
    assert 0 < len(own) < len(every)
    sure = counted.sureness
    assert len(own) == sure.verified + sure.secondary + sure.unverified
    assert len(every) - len(own) == sure.inherited
    assert 0 == policy_table(one_policy("default", settings)).sureness.inherited


def test_a_value_names_what_it_rests_on(settings):
    rows = {row.level: row for row in policy_table(one_policy("ap", settings)).levels}
    publish = rows["background"].cells[0]
    assert ("publish", "yes", True) == (publish.axis, publish.value, publish.support.negotiable)
    assert publish.support.title
    assert publish.support.where
    quote = rows["background"].cells[1]
    assert "default" == quote.support.inherited


def test_the_levels_that_are_read_differently_come_first(settings):
    told = side_by_side(compare_policies("ap", "washington-post", settings))
    differing = [bool(one.differences) for one in told.levels]
    assert sorted(differing, reverse=True) == differing
    assert any(differing)
    assert not all(differing)
    assert "same word, different rights" in told.levels[0].headline
    for level in told.levels:
        for one in level.differences:
            assert one.left.axis == one.right.axis
            assert one.sentence.endswith(".")


def test_a_policy_beside_itself_differs_in_nothing(settings):
    told = side_by_side(compare_policies("bbc", "bbc", settings))
    assert () == told.practices
    assert {()} == {one.differences for one in told.levels}
