"""Segments stay few, and what is in them is not written over and over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.matching.index.layout import MOST_STATEMENTS
from groundrules.matching.index.tiers import MOST_SEGMENTS, Weight, to_merge

_APPENDED = Weight(statements=500, dead=0, postings=15_000)


def _after(weights: list[Weight]) -> tuple[list[Weight], int]:
    """Return the segments after a commit, and how many postings it wrote to merge some."""
    places = to_merge(weights)
    chosen = [weights[place] for place in places]
    if not chosen:
        return weights, 0
    postings = sum(one.postings for one in chosen)
    merged = Weight(sum(one.statements - one.dead for one in chosen), 0, postings)
    return [one for at, one in enumerate(weights) if at not in places] + [merged], postings


@pytest.mark.parametrize(("appended", "times"), [(200, 3), (2_000, 5)])
def test_conversations_one_by_one_onto_a_million_statements(appended, times):
    weights, written = [Weight(1_000_000, 0, 31_000_000)], []
    for _ in range(appended):
        weights, now = _after([*weights, _APPENDED])
        written.append(now)
        assert MOST_SEGMENTS >= len(weights)
    assert times * appended * _APPENDED.postings > sum(written)
    # The large segment is not touched before there is as much again beside it.
    assert appended * _APPENDED.postings >= max(written)


def test_many_segments_at_once_are_merged_into_as_many_as_there_may_be():
    weights, _ = _after([_APPENDED] * 40)
    assert MOST_SEGMENTS >= len(weights)


def test_a_segment_that_is_dead_for_a_good_part_is_written_anew():
    large = Weight(1_000, 0, 30_000)
    assert [] == to_merge([large, Weight(100, 25, 3_000)])
    assert [1] == to_merge([large, Weight(100, 26, 3_000)])


@given(
    st.lists(
        st.tuples(st.integers(0, MOST_STATEMENTS), st.integers(0, 100), st.integers(0, 2**29)),
        max_size=30,
    )
)
def test_what_is_merged_fits_into_one_segment(drawn):
    weights = [Weight(size, size * share // 100, postings) for size, share, postings in drawn]
    places = to_merge(weights)
    assert sorted(set(places)) == places
    assert MOST_STATEMENTS >= sum(weights[place].statements for place in places)
