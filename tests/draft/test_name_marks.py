"""The marks of names: a draft that names somebody has one of them, in whatever form it does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.draft.document import Draft, Span
from groundrules.draft.name_marks import marks_in, marks_of, surname_marked
from groundrules.draft.naming import find_name

NAMES = (
    *("Dana Whitfield", "Ms. Dana R. Whitfield Jr.", "Whitfield, Dana", "Whitfield", "Deedee"),
    *("Ludwig van der Berg", "Smith-Jones", "Ana O'Neill", "José Núñez", "May Young", "--"),
    *("山田太郎", "山", "Dr 山田", "ﬁona Straße", "Emily Müller-Berg", "Dana Mueller Whitfield"),
)
PIECES = (
    *("Dana", "dana", "Whitfield", "whitfield", "D.", "Ms.", "DANA", "WHITFIELD", "Whitfield's"),
    *("danawhitfield", "@DanaWhitfield", "van", "der", "Berg", "berg", "Smith-Jones", "Jones"),
    *(
        "O’Neill",
        "Nunez",
        "Núñez",
        "José",
        "May",
        "young",
        "Young",
        "山田太郎さん",
        "山",
        "Dr 山田",
    ),
    *("Straße", "strasse", "Fiona", "said", "the", ",", ".", "\n", "Council", "Deedee", "Emily"),
    *("Müller", "Mueller", "mueller", "emilymueller", "emilyberg", "emily", "Ludwig", "ludwig"),
)


def draft_of(text: str) -> Draft:
    return Draft("draft.md", text, (Span(0, len(text)),))


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from(NAMES))
def test_where_a_name_is_found_one_of_its_marks_stands(pieces: list[str], name: str) -> None:
    draft = draft_of(" ".join(pieces))

    assert not find_name(draft, name) or marks_of(name) & marks_in(draft)


@pytest.mark.parametrize("name", [name for name in NAMES if marks_of(name)])
def test_a_draft_about_other_things_has_no_mark(name: str) -> None:
    assert frozenset() == marks_of(name) & marks_in(draft_of("The board met on Friday."))


def test_a_word_in_small_letters_marks_nobody_but_behind_the_given_name() -> None:
    found = marks_of("May Young")

    assert frozenset() == found & marks_in(draft_of("When he was young, it may have been so."))
    assert found & marks_in(draft_of("so said may young"))
    assert found & marks_in(draft_of("So said Young."))


def test_a_mark_tells_the_word_that_it_is_about() -> None:
    assert {"whitfield", "danawhitfield"} == {
        surname_marked(mark) for mark in marks_of("Dana Whitfield")
    }
    assert [""] == [surname_marked(mark) for mark in marks_of("山田太郎")]
