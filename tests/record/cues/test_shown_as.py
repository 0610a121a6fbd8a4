"""The wordings under which a host lets those who speak be shown."""

from __future__ import annotations

import pytest

from groundrules.record.cues.shown_as import names_somebody, wordings_in


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("attributable to “senior harbor officials.”", ("senior harbor officials",)),
        ("attributable to a “senior harbor official,” and", ("a senior harbor official",)),
        ("attributable to “a senior harbor official”", ("a senior harbor official",)),
        ("attributable, to a senior harbor official.", ("a senior harbor official",)),
        ('please refer to us as "ferry officials"', ("ferry officials",)),
        ("we ask that you refer to him as a “harbor official.", ("a harbor official",)),
        ("who will be referred to as a harbor official, as well as", ("a harbor official",)),
        ('attribution to "a rivers official" and "an aide."', ("a rivers official", "an aide")),
        ("attributed to a rivers official or an aide", ("a rivers official", "an aide")),
        ("identified as a person close to the talks.", ("a person close to the talks",)),
        ("sourced to an official of the authority today", ("an official of the authority",)),
        ("attributed as a pilot and a harbor official", ()),
        ("identified as an official on the call", ("an official",)),
        ("We're on background as a senior aide, please", ("a senior aide",)),
        ("on background to two senior aides", ("two senior aides",)),
        ("followed by a background Q&A from “river officials.”", ("river officials",)),
        ("you can call her “our chief scientist”", ("our chief scientist",)),
        ("attributed by name to Director Sato", ()),
        ("attributed to Director Sato", ()),
        ("not to be attributed", ()),
        ("Please use the “raise hand” function", ()),
        ("The river was attributed to nobody", ()),
    ],
)
def test_a_wording_is_found_as_it_was_put(words, expected):
    assert expected == wordings_in(words)


def test_a_wording_is_of_somebody():
    assert names_somebody("a senior official")
    assert not names_somebody("raise hand")
