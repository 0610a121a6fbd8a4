"""The search in one text: what is judged of it, and how often."""

from __future__ import annotations

import pytest

from groundrules.draft.quotation import find_quotations
from groundrules.matching.index.answers import Candidate
from groundrules.matching.index.scan import Scan
from groundrules.matching.passages import passages
from groundrules.matching.rarity import Rarity
from groundrules.matching.search import Search
from invented_talk import draft, talk

COMMON = "in the end it was"
LEASE = "Nobody on the board asked why the bids were opened twice."


def judged(written: str, spoken: str):
    """Return what is judged of a text that was said among others."""
    story = draft(written)
    shown = passages(story, find_quotations(story))
    index = Scan(dict.fromkeys([spoken, *talk(50)], 1), shown.alphabet)
    search = Search(shown, Rarity(shown.alphabet, index), index)
    everywhere = Candidate(0, range(len(shown.words.plain) - 2), 0.0)
    return [one for _, one in search.judged_in(everywhere, spoken)]


@pytest.mark.parametrize("words", [COMMON, LEASE])
def test_one_run_is_judged_once_whether_it_holds_or_not(words):
    found = judged(f"A visitor wrote: {words}", f"Well. {words}")

    assert [words is LEASE] == [one.holds for one in found]


def test_a_long_run_is_judged_on_its_own_too_where_the_passage_about_it_does_not_hold():
    more = "out of the"
    found = judged(f"A visitor wrote: {COMMON} then {more} tape.", f"{COMMON} quite {more} lease.")

    assert [False, False] == [one.holds for one in found]
    assert [8, 5] == [len(one.parts[0]) for one in found]
