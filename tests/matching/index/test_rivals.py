"""The rivals: where a place stands among the others of its sentence, as plain Python has it."""

from __future__ import annotations

from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.matching.index.rivals import Field, standing, standing_in_each

PLACES = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 4), st.integers(0, 200).map(lambda one: one / 2)),
    min_size=1,
    max_size=25,
)


def field_of(places):
    return Field(*(np.array(column) for column in zip(*places, strict=True)))


def expected(places, sentence, value):
    best = {}
    for other, statement, shares in places:
        if other == sentence:
            best[statement] = max(best.get(statement, 0.0), shares)
    below = [shares for shares in best.values() if shares <= value * 0.95]
    near = sum(shares >= value * 0.75 for shares in best.values())
    top = max(best.values())
    return [value / max(top, 1), max(below, default=0.0) / max(value, 1), log(near + 1)]


@given(PLACES)
def test_it_is_as_one_place_after_the_other(places):
    field = field_of(places)

    found = standing(field, field.sentences, field.values.astype(float))

    for row, (sentence, _, value) in enumerate(places):
        assert expected(places, sentence, value) == pytest.approx(found[row].tolist())


@given(PLACES, PLACES)
def test_in_several_measures_it_is_as_in_one_after_the_other(places, others):
    size = min(len(places), len(others))
    field = field_of(places[:size])
    measures = np.stack([field.values, field_of(others[:size]).values, field.values[::-1]], axis=1)

    found = standing_in_each(field.sentences, field.statements, measures)

    each = [standing(Field(*field[:2], values), field.sentences, values) for values in measures.T]
    np.testing.assert_allclose(np.concatenate(each, axis=1), found)


def test_no_place_stands_anywhere():
    none = np.empty(0, dtype=np.int64)

    assert (0, 6) == standing_in_each(none, none, np.empty((0, 2))).shape


def test_what_stands_out_has_far_less_below_it():
    told = field_of([(0, 1, 60.0), (0, 2, 15.0), (0, 3, 12.0), (1, 4, 50.0)])
    usual = field_of([(0, 1, 60.0), (0, 2, 55.0), (0, 3, 52.0), (1, 4, 50.0)])

    assert [1.0, 0.25] == standing(told, told.sentences, told.values)[0, :2].tolist()
    assert 0.9 < standing(usual, usual.sentences, usual.values)[0, 1]


def test_who_says_the_very_same_is_no_rival():
    places = field_of([(0, 1, 60.0), (0, 2, 60.0), (0, 3, 15.0)])

    found = standing(places, places.sentences, places.values)

    assert [[1.0, 0.25], [1.0, 0.25]] == found[:2, :2].tolist()
