from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.rules.quotation.fidelity import is_faithful

SPOKEN = "Well, the, um, the bid, you know, sort of collapsed on Friday. (Laughter.) They had two."


@pytest.mark.parametrize(
    "quoted",
    [
        "the bid, you know, sort of collapsed on Friday",
        "The bid sort of collapsed on Friday.",
        "Well, the bid",
        "collapsed on Friday. They had two",
        "the bid … collapsed",
        "the bid ... collapsed",
        "the bid . . . on Friday",
        "[T]hey had two",
        "the bid sort of collapsed [last week]. They had two",
        "[The offer] sort of collapsed",
        "… on Friday",
        "two",
        "They had two …",
        "[Laughs]",
        "",
    ],
)
def test_what_was_said_in_order_with_marks_for_the_rest_is_faithful(quoted: str) -> None:
    assert is_faithful(quoted, SPOKEN)


@pytest.mark.parametrize(
    "quoted",
    [
        "the bid collapsed on Friday",
        "the bid sort of imploded on Friday",
        "on Friday the bid sort of collapsed",
        "sort of collapsed on a Friday",
        "They had two books",
        "They had two. The bid",
        "They had two … the bid",
        "[They] books",
        "collapsed two",
    ],
)
def test_a_word_changed_added_moved_or_left_out_unmarked_is_not(quoted: str) -> None:
    assert not is_faithful(quoted, SPOKEN)


def test_nothing_was_said() -> None:
    assert not is_faithful("anything", "")
    assert not is_faithful("anything", "(Inaudible.)")


WORDS = st.lists(
    st.sampled_from(["bid", "fell", "on", "friday", "we", "had", "two", "books", "um", "uh"]),
    min_size=1,
)


@given(WORDS, st.data())
def test_every_run_of_what_was_said_is_faithful(said: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(said) - 1))
    last = data.draw(st.integers(first, len(said) - 1))

    assert is_faithful(" ".join(said[first : last + 1]), " ".join(said))


@given(WORDS, WORDS, WORDS)
def test_an_ellipsis_stands_for_anything(start: list[str], left: list[str], end: list[str]) -> None:
    said = " ".join([*start, *left, *end])

    assert is_faithful(f"{' '.join(start)} … {' '.join(end)}", said)


@given(WORDS, st.data())
def test_a_word_that_was_never_said_is_found_wherever_it_stands(
    said: list[str], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(said)))
    quoted = [*said[:at], "never", *said[at:]]

    assert not is_faithful(" ".join(quoted), " ".join(said))
