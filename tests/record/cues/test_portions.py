"""Calls whose remarks stand on other terms than the questions behind them."""

from __future__ import annotations

import pytest

from groundrules.record.cues.plain import plain
from groundrules.record.cues.portions import Portion, levels_by_portion
from groundrules.terms.levels import Level

ON, BACKGROUND = Level.ON_THE_RECORD, Level.BACKGROUND
WHOLE, REMARKS, QUESTIONS = Portion


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("This call is on background.", [(WHOLE, BACKGROUND)]),
        ("Opening remarks will be on the record, and then we will switch to a background Q&A.",
         [(REMARKS, ON), (QUESTIONS, BACKGROUND)]),
        ("We start with on-the-record remarks from the chair, followed by a background Q&A.",
         [(REMARKS, ON), (QUESTIONS, BACKGROUND)]),
        ("She gives an opening statement, which is on the record.", [(REMARKS, ON)]),
        ("The Q&A that follows will be on background.", [(QUESTIONS, BACKGROUND)]),
        ("After her remarks we'll switch to background.", [(QUESTIONS, BACKGROUND)]),
        ("The remarks and the questions are on background.", [(QUESTIONS, BACKGROUND)]),
        ("Remarks as well as questions are on background.", [(WHOLE, BACKGROUND)]),
        ("It is on the record, not on background.", [(WHOLE, ON)]),
        ("Thanks for coming.", []),
    ],
)  # fmt: skip
def test_each_level_is_for_a_portion(words, expected):
    assert expected == levels_by_portion(plain(words).text)
