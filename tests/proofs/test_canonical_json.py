"""One value, one spelling."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.proofs.canonical import NotCanonical, canonical

_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | _TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXTS, inner, max_size=4),
    max_leaves=12,
)


def test_keys_are_sorted_by_their_utf_16_units_as_in_the_example_of_rfc_8785():
    value = {"€": "Euro Sign", "\r": "CR", "\ufb33": "He", "1": "One", "😀": "Smile", "ö": "o"}
    expected = '{"\\r":"CR","1":"One","ö":"o","€":"Euro Sign","😀":"Smile","\ufb33":"He"}'
    assert expected.encode() == canonical(value)


def test_strings_are_escaped_as_in_the_example_of_rfc_8785():
    value = "€$\u000f\u000aA'\u0042\u0022\u005c\\\"/"
    assert b'"\xe2\x82\xac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"' == canonical(value)


@given(_VALUES)
def test_it_means_the_value(value):
    assert value == json.loads(canonical(value))


@given(st.dictionaries(_TEXTS, st.integers(0, 9), min_size=2, max_size=5))
def test_the_order_of_keys_makes_no_difference(value):
    turned = dict(reversed(list(value.items())))
    assert canonical(value) == canonical(turned)


@pytest.mark.parametrize(
    "value", [1.0, b"x", {1: "x"}, {"x": {"y": 2.5}}, 2**53, -(2**53), "\ud800", object(), [{1, 2}]]
)
def test_what_has_no_spelling_is_refused_without_being_shown(value):
    with pytest.raises(NotCanonical) as caught:
        canonical(value)
    assert str(value) not in str(caught.value)
