"""Changes of texts: folded in order they give the last text back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundrules.vault.changes import (
    Splice,
    folded_list,
    folded_text,
    read_splice,
    splice,
    spliced,
)

WORDS = st.lists(st.text("abc\0", max_size=3), max_size=6).map(tuple)


@settings(max_examples=200)
@given(st.lists(st.text("abc\0w", max_size=12), max_size=6))
def test_the_changes_of_a_text_give_it_back(texts):
    before = ["", *texts]
    changes = [splice(one, other) for one, other in zip(before, texts, strict=False)]

    assert before[-1] == folded_text(changes)


@settings(max_examples=200)
@given(st.lists(WORDS, max_size=6))
def test_the_changes_of_words_give_them_back(versions):
    before = [(), *versions]
    changes = [splice(one, other) for one, other in zip(before, versions, strict=False)]

    assert before[-1] == folded_list(changes)


@settings(max_examples=200)
@given(st.text("ab", max_size=10), st.text("ab", max_size=10))
def test_a_change_holds_no_more_than_is_new(before, after):
    change = splice(before, after)

    assert len(change.new) == len(after) - change.first - change.last
    if before == after:
        assert Splice(len(after), 0, "") == change
    elif change.new and change.first < len(before):
        assert change.new[0] != before[change.first]


def test_only_what_is_new_is_kept():
    assert Splice(4, 4, "cold ") == splice("the day.", "the cold day.")
    assert Splice(1, 1, ("new",)) == splice(("a", "b"), ("a", "new", "b"))


@settings(max_examples=100)
@given(st.text(max_size=9), st.text(max_size=9))
def test_a_change_stands_in_an_entry_as_a_list(before, after):
    change = splice(before, after)

    assert change == read_splice(change.document())


def test_a_change_of_words_stands_in_an_entry_as_a_list():
    change = splice(("a",), ("a", "b"))

    assert [1, 0, ["b"]] == change.document()
    assert change == read_splice(change.document())


@pytest.mark.parametrize(
    "document", [None, [], [1, 2], [-1, 0, "a"], [0, -1, "a"], [0, 0, 3], [0, 0, [1]], ["0", 0, ""]]
)
def test_what_is_no_change_is_refused(document):
    with pytest.raises(ValueError, match="no change"):
        read_splice(document)


def test_a_change_of_another_text_is_refused():
    with pytest.raises(ValueError, match="more is to stay"):
        spliced("ab", Splice(2, 1, ""))
    with pytest.raises(ValueError, match="one kind"):
        spliced("ab", Splice(1, 1, ("a",)))
    with pytest.raises(ValueError, match="one kind"):
        spliced(("ab",), Splice(0, 1, "a"))


def test_nothing_of_it_is_shown():
    assert "Splice(0, 0, 7 new)" == repr(splice("", "a canary"[2:] + "x"))
