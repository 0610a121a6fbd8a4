"""The forest: the same as walking down each tree, one row after the other."""

from __future__ import annotations

import json
import math
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundrules.matching.index.alike import SIGNS
from groundrules.matching.index.forest import weights

WRITTEN = json.loads((files("groundrules.matching.index") / "weights.json").read_text("utf-8"))
TREES = WRITTEN["trees"]
LOOKUP, OVERLAP = len(WRITTEN["lookup"]), len(WRITTEN["overlap"])
BESIDE = 3 * 5
WIDTH = len(SIGNS) + OVERLAP + BESIDE
BOUNDS = sorted({node[1] for tree in TREES for node in tree if node[0] >= 0})


def walked(tree, signs):
    at = 0
    while tree[at][0] >= 0:
        sign, bound, left, right, _ = tree[at]
        at = right if signs[sign] > bound else left
    return tree[at][4]


def likelihood(signs):
    score = WRITTEN["base"] + sum(walked(tree, signs) for tree in TREES)
    return 1 / (1 + math.exp(-score))


SIGN = st.one_of(
    st.floats(-5, 80),
    st.sampled_from(BOUNDS),  # a value at a bound goes to the left
    st.sampled_from(BOUNDS).map(lambda bound: math.nextafter(bound, math.inf)),
)
ROWS = st.lists(st.lists(SIGN, min_size=WIDTH, max_size=WIDTH), min_size=1, max_size=3)


@settings(max_examples=60)
@given(ROWS)
def test_it_is_a_walk_down_each_tree(rows):
    found = weights().forest.likelihood(np.array(rows))

    assert [likelihood(row) for row in rows] == pytest.approx(found.tolist(), rel=1e-9)


def test_many_rows_are_as_one_by_one():
    rows = np.random.default_rng(5).choice(BOUNDS, size=(200, WIDTH))
    forest = weights().forest

    found = forest.likelihood(rows)

    assert [likelihood(row) for row in rows.tolist()] == pytest.approx(found.tolist(), rel=1e-9)
    assert len(np.unique(found.round(6))) > 100
    assert np.all((found > 0) & (found < 1))


def test_no_rows_have_no_likelihood():
    assert [] == weights().forest.likelihood(np.empty((0, WIDTH))).tolist()


def test_every_tree_is_a_tree_that_asks_signs_there_are():
    for tree in TREES:
        reached = {0} | {int(node[side]) for node in tree if node[0] >= 0 for side in (2, 3)}
        assert set(range(len(tree))) == reached
        assert all(
            node[0] < WIDTH and min(node[2], node[3]) > at
            for at, node in enumerate(tree)
            if node[0] >= 0
        )


def test_there_is_a_weight_for_each_sign():
    found = weights()

    assert WRITTEN["lookup"] == found.lookup.tolist()
    assert WRITTEN["overlap"] == found.overlap.tolist()
    assert LOOKUP < OVERLAP
    assert found is weights()
