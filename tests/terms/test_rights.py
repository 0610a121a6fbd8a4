"""The laws of the lattice of use rights."""

import copy
import pickle

import pytest
from hypothesis import given
from promises import rights

from groundrules.terms.rights import (
    AXES,
    FREE,
    SEALED,
    Attribute,
    Pursue,
    Quote,
    Rights,
    freest,
    strictest,
)


@given(rights, rights, rights)
def test_strictest_and_freest_are_the_meet_and_the_join_of_a_lattice(
    a: Rights, b: Rights, c: Rights
) -> None:
    for merge, other in ((strictest, freest), (freest, strictest)):
        assert a == merge(a, a)
        assert merge(b, a) == merge(a, b)
        assert merge(merge(a, b), c) == merge(a, merge(b, c)) == merge(a, b, c)
        assert a == merge(a, other(a, b))


@given(rights, rights, rights)
def test_each_distributes_over_the_other(a: Rights, b: Rights, c: Rights) -> None:
    assert strictest(a, freest(b, c)) == freest(strictest(a, b), strictest(a, c))
    assert freest(a, strictest(b, c)) == strictest(freest(a, b), freest(a, c))


@given(rights)
def test_free_and_sealed_are_the_ends(a: Rights) -> None:
    assert a == strictest(a, FREE) == strictest(a)
    assert a == freest(a, SEALED) == freest(a)
    assert SEALED == strictest(a, SEALED)
    assert FREE == freest(a, FREE)


def test_no_promise_at_all_is_the_neutral_one() -> None:
    assert FREE == strictest()
    assert SEALED == freest()


@given(rights, rights)
def test_the_strictest_reading_is_allowed_by_both(a: Rights, b: Rights) -> None:
    meet = strictest(a, b)

    assert a.allows(meet)
    assert b.allows(meet)


@given(rights, rights, rights)
def test_a_stricter_promise_never_frees_the_common_reading(a: Rights, b: Rights, c: Rights) -> None:
    assert strictest(a, c).allows(strictest(a, b, c))


@given(rights, rights)
def test_to_allow_is_to_be_as_free_on_every_axis(a: Rights, b: Rights) -> None:
    pairs = zip(a.by_axis().values(), b.by_axis().values(), strict=True)
    expected = all(one.strictness <= other.strictness for one, other in pairs)

    assert expected == a.allows(b)


def test_allowing_is_an_order() -> None:
    paraphrase = Rights(quote=Quote.PARAPHRASE)
    unnamed = Rights(attribute=Attribute.NONE)

    assert FREE.allows(paraphrase)
    assert not paraphrase.allows(FREE)
    assert not paraphrase.allows(unnamed)
    assert not unnamed.allows(paraphrase)


@pytest.mark.parametrize("axis", AXES.values(), ids=str)
def test_each_scale_counts_from_the_freest_up(axis: type) -> None:
    assert list(range(len(axis))) == [permission.strictness for permission in axis]


def test_a_permission_keeps_its_place_when_it_is_copied() -> None:
    assert copy.deepcopy(Pursue.NO) is Pursue.NO
    assert pickle.loads(pickle.dumps(Attribute.NONE)) is Attribute.NONE  # noqa: S301 - our own


@given(rights)
def test_changing_nothing_changes_nothing(a: Rights) -> None:
    assert a == a.changed({})
    assert a == FREE.changed(a.by_axis())


def test_changing_an_axis_leaves_the_others() -> None:
    changed = SEALED.changed({"pursue": Pursue.YES})

    assert {**SEALED.by_axis(), "pursue": Pursue.YES} == changed.by_axis()


def test_the_axes_are_always_in_the_same_order() -> None:
    assert list(AXES) == list(FREE.by_axis())
