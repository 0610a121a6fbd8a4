"""Sentences as news copy has them, each with every source that it attributes to, word for word."""

from __future__ import annotations

import pytest
from drafted import cases, cut, draft_of

from groundrules.draft.attributing import find_attributions

CASES = cases("sources.txt")


def test_the_cases_are_many() -> None:
    assert len(CASES) >= 160


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_every_source_is_found_word_for_word(text: str, expected: tuple[str, ...]) -> None:
    draft = draft_of(text)
    found = [
        f"{one.form}{' declined' * one.declined}: {cut(draft, one.source)}"
        for one in find_attributions(draft)
    ]

    assert expected == tuple(found or ["none"])
