"""Every class of edit: what is found, exactly where, and how close it is said to be."""

from __future__ import annotations

import re

import pytest

from edit_cases import EDITS, SAID, Edit
from groundrules.draft.quotation import find_quotations
from groundrules.matching import find_matches
from invented_talk import draft, statements, talk

MARKS = re.compile("⟦(.*?)⟧", re.DOTALL)


def unmarked(marked: str) -> tuple[str, list[str]]:
    return marked.replace("⟦", "").replace("⟧", ""), MARKS.findall(marked)


@pytest.mark.parametrize("edit", EDITS, ids=[edit.kind for edit in EDITS])
def test_an_edit(edit: Edit):
    text, passages = unmarked(edit.draft)
    story = draft(text)
    said = statements([*SAID, *talk(300)])
    texts = {one.id: one.text for one in said}

    found = find_matches(story, find_quotations(story), said).matches

    assert passages == [text[slice(*match.span)] for match in found]
    assert list(edit.said) == [texts[match.statement][slice(*match.words)] for match in found]
    assert [edit.reuse] * len(passages) == [match.reuse for match in found]


def test_the_table_has_every_class():
    classes = {edit.kind.split(",")[0] for edit in EDITS}

    assert len(EDITS) >= 60
    assert {
        "verbatim",
        "case",
        "marks",
        "fillers",
        "ellipsis",
        "brackets",
        "contraction",
        "numbers",
        "substitution",
        "addition",
        "omission",
        "order",
        "interruption",
        "stitched",
        "indirect speech",
        "fragment",
        "null",
    } == classes
